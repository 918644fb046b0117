package org.srdi.monitor.definition.reading;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.ReflectionUtils;

/**
 * Tells the values that are missing: everything a record does not declare nullable must
 * be there, except lists (empty), booleans (false) and what has a default.
 */
final class RequiredValues {

	private static final Pattern HUMP = Pattern.compile("([a-z])([A-Z])");

	private final YamlFile file;

	RequiredValues(YamlFile file) {
		this.file = file;
	}

	/** Checks a record and all below it. */
	void check(Object bound, String path) {
		for (RecordComponent component : bound.getClass().getRecordComponents()) {
			String key = HUMP.matcher(component.getName()).replaceAll("$1-$2").toLowerCase(Locale.ROOT);
			check(component, bound, path.isEmpty() ? key : path + "." + key, path);
		}
	}

	private void check(RecordComponent component, Object parent, String path, String parentPath) {
		ReflectionUtils.makeAccessible(component.getAccessor());
		Object value = ReflectionUtils.invokeMethod(component.getAccessor(), parent);
		if (value instanceof List<?> list) {
			checkElements(list, path);
		}
		else if (value instanceof Record && !this.file.isLeaf(path)) {
			check(value, path);
		}
		else if (isMissing(component, value, path)) {
			tell(path, parentPath);
		}
	}

	private void checkElements(List<?> list, String path) {
		for (int i = 0; i < list.size(); i++) {
			String element = path + "[" + i + "]";
			Object value = list.get(i);
			if (value instanceof Record && !this.file.isLeaf(element)) {
				check(value, element);
			}
		}
	}

	private boolean isMissing(RecordComponent component, @Nullable Object value, String path) {
		if (component.getType() == boolean.class || component.getAnnotatedType().isAnnotationPresent(Nullable.class)
				|| hasDefault(component)) {
			return false;
		}
		if (component.getType().isPrimitive()) {
			return !this.file.isLeaf(path) || this.file.isFailed(path);
		}
		return value == null || (value instanceof String text && text.isBlank());
	}

	/** The annotation stands on the parameters of the constructor only. */
	private static boolean hasDefault(RecordComponent component) {
		Class<?> type = component.getDeclaringRecord();
		return Arrays.stream(type.getDeclaredConstructors())
			.filter((constructor) -> constructor.getParameterCount() == type.getRecordComponents().length)
			.flatMap((constructor) -> Arrays.stream(constructor.getParameters()))
			.anyMatch((parameter) -> parameter.getName().equals(component.getName())
					&& parameter.isAnnotationPresent(DefaultValue.class));
	}

	private void tell(String path, String parentPath) {
		if (!this.file.isFailed(path)) {
			this.file.mistake(parentPath, "missing", YamlFile.key(path));
		}
		this.file.incomplete(parentPath);
	}

}
