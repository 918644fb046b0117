package org.srdi.monitor.definition.reading;

import java.util.HashSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.AbstractBindHandler;
import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;

/**
 * Tells what cannot be bound and goes on, and remembers which keys were asked for: the
 * others are unknown.
 */
final class CollectingBindHandler extends AbstractBindHandler {

	private final YamlFile file;

	private final Set<String> known = new HashSet<>();

	CollectingBindHandler(YamlFile file) {
		this.file = file;
	}

	@Override
	public <T> Bindable<T> onStart(ConfigurationPropertyName name, Bindable<T> target, BindContext context) {
		this.known.add(name.toString());
		return target;
	}

	@Override
	public @Nullable Object onFailure(ConfigurationPropertyName name, Bindable<?> target, BindContext context,
			Exception error) {
		String path = name.toString();
		Class<?> type = target.getType().resolve();
		if (!(error instanceof UnboundConfigurationPropertiesException)) {
			Object value = this.file.value(path);
			this.file.mistake(path, "unreadable", YamlFile.key(path), (value != null) ? value : "",
					Conversions.expected(type));
		}
		this.file.fail(path);
		return name.isLastElementIndexed() ? Conversions.standIn(type) : null;
	}

	/** Tells the keys that nobody asked for. */
	void tellUnknownKeys() {
		for (String path : this.file.paths()) {
			if (!this.known.contains(path) && !this.file.isFailed(path)) {
				this.file.mistake(path, "unknown-key", YamlFile.key(path));
			}
		}
	}

}
