package org.srdi.monitor.definition.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.env.OriginTrackedMapPropertySource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ByteArrayResource;

/**
 * A YAML file with the place of every value. A value is named by its path, as in
 * {@code rules[3].total}.
 */
final class YamlFile {

	private final String name;

	private final Mistakes mistakes;

	private final @Nullable OriginTrackedMapPropertySource source;

	private final Set<String> failed = new HashSet<>();

	private final Set<String> incomplete = new HashSet<>();

	private YamlFile(String name, Mistakes mistakes, byte @Nullable [] content) {
		this.name = name;
		this.mistakes = mistakes;
		this.source = (content != null) ? load(content) : null;
	}

	/**
	 * Reads a file; mistakes of syntax are told.
	 * @param content the bytes of the file; null where it is missing, which was told
	 */
	static YamlFile read(String name, byte @Nullable [] content, Mistakes mistakes) {
		return new YamlFile(name, mistakes, content);
	}

	private @Nullable OriginTrackedMapPropertySource load(byte[] content) {
		try {
			List<PropertySource<?>> documents = new YamlPropertySourceLoader().load(this.name,
					new ByteArrayResource(content));
			if (documents.size() == 1 && documents.get(0) instanceof OriginTrackedMapPropertySource document) {
				return document;
			}
			tell(Place.START, "one-document", documents.size());
		}
		catch (MarkedYAMLException ex) {
			tell(place(ex), "syntax", String.valueOf(ex.getProblem()));
		}
		catch (YAMLException | IllegalStateException ex) {
			tell(Place.START, "syntax", String.valueOf(ex.getMessage()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return null;
	}

	private static Place place(MarkedYAMLException ex) {
		return (ex.getProblemMark() != null)
				? new Place(ex.getProblemMark().getLine() + 1, ex.getProblemMark().getColumn() + 1) : Place.START;
	}

	/** Binds the file to a record, null if that is impossible; every mistake is told. */
	<T> @Nullable T bind(Class<T> type) {
		if (this.source == null) {
			return null;
		}
		ConfigurationPropertySource properties = ConfigurationPropertySource.from(this.source);
		CollectingBindHandler handler = new CollectingBindHandler(this);
		T bound = new Binder(List.of(properties), null, Conversions.SERVICE)
			.bind(ConfigurationPropertyName.EMPTY, Bindable.of(type), handler)
			.orElse(null);
		handler.tellUnknownKeys();
		if (bound != null) {
			new RequiredValues(this).check(bound, "");
		}
		else if (paths().isEmpty()) {
			tell(Place.START, "one-document", 0);
		}
		return bound;
	}

	/** Tells a mistake in the value of that path, unless the value was unreadable. */
	void mistake(String path, String key, Object... arguments) {
		if (!this.failed.contains(path)) {
			tell(place(path), key, arguments);
		}
	}

	/** Tells that a list has no elements. */
	void refuseEmpty(String path, List<?> elements) {
		if (elements.isEmpty() && isReadable(path)) {
			mistake(path, "missing", path);
		}
	}

	private void tell(Place place, String key, Object... arguments) {
		this.mistakes.add(this.name, place, Words.of(key, arguments));
	}

	private Place place(String path) {
		return paths().stream()
			.filter((candidate) -> isWithin(candidate, path))
			.map(this::exactPlace)
			.min(Place::compareTo)
			.orElseGet(() -> path.isEmpty() ? Place.START : place(parent(path)));
	}

	private Place exactPlace(String path) {
		if (this.source != null && this.source.getOrigin(path) instanceof TextResourceOrigin origin
				&& origin.getLocation() != null) {
			return new Place(origin.getLocation().getLine() + 1, origin.getLocation().getColumn() + 1);
		}
		return Place.START;
	}

	/** Remembers that a value could not be read. */
	void fail(String path) {
		this.failed.add(path);
	}

	/** Returns whether the value, or one it is part of, could not be read. */
	boolean isFailed(String path) {
		return this.failed.stream().anyMatch((other) -> isWithin(path, other));
	}

	/** Remembers that an element lacks something, or is not readable in part. */
	void incomplete(String path) {
		this.incomplete.add(path);
	}

	/** Returns whether the element has everything it needs, so that it can be checked. */
	boolean isComplete(String path) {
		return !this.incomplete.contains(path);
	}

	/** Returns whether all elements of a list could be read. */
	boolean isReadable(String path) {
		return this.failed.stream().noneMatch((other) -> isWithin(other, path));
	}

	/** Returns whether the file has a value (no list, no keys) there. */
	boolean isLeaf(String path) {
		return this.source != null && this.source.containsProperty(path);
	}

	/** Returns the value as read, null if there is none. */
	@Nullable Object value(String path) {
		return (this.source != null) ? this.source.getProperty(path) : null;
	}

	/** Returns the paths of all values. */
	List<String> paths() {
		return (this.source != null) ? Arrays.asList(this.source.getPropertyNames()) : List.of();
	}

	/** Returns the last key of a path: {@code total} for {@code rules[3].total}. */
	static String key(String path) {
		return path.substring(path.lastIndexOf('.') + 1);
	}

	private static String parent(String path) {
		return path.substring(0, Math.max(0, Math.max(path.lastIndexOf('.'), path.lastIndexOf('['))));
	}

	private static boolean isWithin(String path, String ancestor) {
		if (ancestor.isEmpty() || path.equals(ancestor)) {
			return true;
		}
		return path.startsWith(ancestor)
				&& (path.charAt(ancestor.length()) == '.' || path.charAt(ancestor.length()) == '[');
	}

}
