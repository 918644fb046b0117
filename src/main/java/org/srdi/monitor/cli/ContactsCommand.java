package org.srdi.monitor.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.notice.Contact;
import org.srdi.monitor.notice.ContactImport;
import org.srdi.monitor.notice.ContactResult;
import org.srdi.monitor.notice.Contacts;
import org.srdi.monitor.notice.Role;

@Command(name = "contacts", mixinStandardHelpOptions = true)
final class ContactsCommand {

	private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

	private final Console console;

	ContactsCommand(Console console) {
		this.console = console;
	}

	@Command(name = "import")
	int importFile(@Mixin Settings given,
			@Parameters(paramLabel = "FILE", descriptionKey = "contacts.file") Path file) {
		try (Application application = Application.start(given)) {
			return run(this.console, application, InputFiles.existing(this.console, file));
		}
	}

	static int run(Console console, Application application, Path file) {
		ContactResult result = application.get(ContactImport.class).run(file);
		if (!result.isImported()) {
			Problems.print(console, result.problems());
			return ExitCode.BAD_INPUT;
		}
		console.say("contacts.imported", result.rows(), result.added(), result.changed(), result.unchanged(),
				result.removed());
		return ExitCode.DONE;
	}

	@Command(name = "list")
	int list(@Mixin Settings given,
			@Option(names = "--role", paramLabel = "ROLE", descriptionKey = "contacts.role") @Nullable Role role,
			@Option(names = "--scope", paramLabel = "CODE", descriptionKey = "contacts.scope") @Nullable String scope,
			@Option(names = "--json", descriptionKey = "json") boolean json) {
		try (Application application = Application.start(given)) {
			List<Contact> contacts = application.get(Contacts.class).list(role, scope);
			if (json) {
				this.console.out()
					.println(JSON.writeValueAsString(contacts.stream().map(ContactsCommand::fields).toList()));
			}
			else {
				contacts.forEach(this::print);
				this.console.say("contacts.count", contacts.size());
			}
			return ExitCode.DONE;
		}
	}

	private static Map<String, @Nullable String> fields(Contact contact) {
		Map<String, @Nullable String> fields = new LinkedHashMap<>();
		fields.put("role", contact.role().name());
		fields.put("scope", contact.scope());
		fields.put("place", contact.place());
		fields.put("name", contact.recipient().name());
		fields.put("email", contact.recipient().email());
		fields.put("language", contact.recipient().locale().getLanguage());
		return fields;
	}

	private void print(Contact contact) {
		this.console.say("contacts.line", this.console.text("role." + contact.role().name()), contact.scope(),
				(contact.place() != null) ? contact.place() : "—", contact.recipient().name(),
				contact.recipient().email(), contact.recipient().locale().getLanguage());
	}

}
