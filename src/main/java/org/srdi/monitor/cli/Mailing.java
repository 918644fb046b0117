package org.srdi.monitor.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.StoredTime;
import org.srdi.monitor.notice.Contacts;
import org.srdi.monitor.notice.Delivery;
import org.srdi.monitor.notice.DeliveryState;
import org.srdi.monitor.notice.Dispatch;
import org.srdi.monitor.notice.Outbox;
import org.srdi.monitor.notice.Role;
import org.srdi.monitor.notice.Trouble;

/** Tells people how the outbox stands and what came of sending. */
final class Mailing {

	private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm")
		.withZone(StoredTime.ZONE);

	private final Console console;

	private final Outbox outbox;

	Mailing(Console console, Outbox outbox) {
		this.console = console;
		this.outbox = outbox;
	}

	/** Sends what is due at the end of a command, and tells if there was anything. */
	static void finish(Console console, Application application) {
		Outbox outbox = application.get(Outbox.class);
		if (application.get(Contacts.class).byRegion(Role.ROLLUP).isEmpty()) {
			console.say("mail.nobody");
		}
		new Mailing(console, outbox).tell(outbox.send());
	}

	/** Tells by which way notices go out. */
	void way() {
		this.console.say("mail.way." + this.outbox.channel(), this.outbox.destination());
	}

	/** Tells what came of sending; nothing if there was nothing to send. */
	void tell(Dispatch dispatch) {
		if (dispatch.sent() > 0) {
			this.console.say("mail.sent." + dispatch.channel(), dispatch.sent(), destination(dispatch));
		}
		if (dispatch.failed() + dispatch.givenUp() > 0) {
			this.console.warn("mail.failed", dispatch.failed(), dispatch.givenUp());
		}
		if (dispatch.quiet() > 0) {
			this.console.say("mail.quiet", dispatch.quiet());
		}
		if (dispatch.trouble() != null) {
			trouble(dispatch.trouble());
		}
	}

	private String destination(Dispatch dispatch) {
		List<Path> folders = dispatch.files().stream().map(Path::getParent).distinct().toList();
		return (folders.size() == 1) ? String.valueOf(folders.get(0)) : this.outbox.destination();
	}

	private void trouble(Trouble trouble) {
		this.console.warn("mail.trouble", this.outbox.destination(), error(trouble.code(), trouble.detail()),
				TIME.format(trouble.since()), TIME.format(trouble.retryAt()));
	}

	/** Tells how many deliveries stand where, and what keeps them. */
	void standing() {
		way();
		Map<DeliveryState, Integer> counts = this.outbox.counts();
		Object[] inOrder = Stream.of(DeliveryState.values()).map((state) -> counts.getOrDefault(state, 0)).toArray();
		this.console.say("outbox.counts", inOrder);
		this.outbox.waitingSince().ifPresent((since) -> this.console.say("outbox.waiting", TIME.format(since)));
		this.outbox.trouble().ifPresent(this::trouble);
	}

	/** Tells how one delivery stands. */
	void line(Delivery delivery) {
		this.console.say("outbox.line", String.valueOf(delivery.id()),
				this.console.text("delivery." + delivery.state().name()), delivery.subject(), delivery.name(),
				delivery.email(), when(delivery), why(delivery));
	}

	private String when(Delivery delivery) {
		return switch (delivery.state()) {
			case FAILED -> this.console.text("outbox.next", TIME.format(delivery.nextAttemptAt()), delivery.attempts());
			case SENT -> (delivery.sentAt() != null) ? TIME.format(delivery.sentAt()) : "";
			default -> TIME.format(delivery.createdAt());
		};
	}

	private String why(Delivery delivery) {
		return (delivery.errorCode() != null)
				? "  " + error(delivery.errorCode(), (delivery.error() != null) ? delivery.error() : "") : "";
	}

	private String error(String code, String detail) {
		return this.console.text("mail.error." + code, detail);
	}

	/** Returns how the outbox stands, with these deliveries, as a JSON object. */
	String json(List<Delivery> deliveries) {
		Map<String, @Nullable Object> fields = new LinkedHashMap<>();
		fields.put("channel", this.outbox.channel());
		fields.put("destination", this.outbox.destination());
		fields.put("trouble", this.outbox.trouble().map(Mailing::fields).orElse(null));
		fields.put("counts", this.outbox.counts());
		fields.put("waitingSince", instant(this.outbox.waitingSince()));
		fields.put("deliveries", deliveries.stream().map(Mailing::fields).toList());
		return JSON.writeValueAsString(fields);
	}

	private static Map<String, Object> fields(Trouble trouble) {
		Map<String, Object> fields = new LinkedHashMap<>();
		fields.put("code", trouble.code());
		fields.put("detail", trouble.detail());
		fields.put("failures", trouble.failures());
		fields.put("since", trouble.since().toString());
		fields.put("retryAt", trouble.retryAt().toString());
		return fields;
	}

	private static Map<String, @Nullable Object> fields(Delivery delivery) {
		Map<String, @Nullable Object> fields = new LinkedHashMap<>();
		fields.put("id", delivery.id());
		fields.put("key", delivery.key());
		fields.put("kind", delivery.kind());
		fields.put("subject", delivery.subject());
		fields.put("name", delivery.name());
		fields.put("email", delivery.email());
		fields.put("state", delivery.state().name());
		fields.put("attempts", delivery.attempts());
		fields.put("nextAttemptAt", delivery.nextAttemptAt().toString());
		fields.put("errorCode", delivery.errorCode());
		fields.put("error", delivery.error());
		fields.put("createdAt", delivery.createdAt().toString());
		fields.put("sentAt", instant(Optional.ofNullable(delivery.sentAt())));
		fields.put("messageId", delivery.messageId());
		fields.put("channel", delivery.channel());
		return fields;
	}

	private static @Nullable String instant(Optional<Instant> instant) {
		return instant.map(Instant::toString).orElse(null);
	}

}
