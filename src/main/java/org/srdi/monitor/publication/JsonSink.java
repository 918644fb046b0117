package org.srdi.monitor.publication;

import java.io.Writer;
import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** Writes rows as an array of objects, a line each. */
final class JsonSink implements RowSink {

	private static final JsonFactory FACTORY = JsonFactory.builder()
		.enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
		.disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
		.build();

	private final JsonGenerator generator;

	private List<String> columns = List.of();

	private boolean first = true;

	JsonSink(Writer writer) {
		this.generator = FACTORY.createGenerator(ObjectWriteContext.empty(), writer);
	}

	@Override
	public void begin(List<String> names) {
		this.columns = List.copyOf(names);
		this.generator.writeStartArray();
	}

	@Override
	public void row(List<@Nullable Object> values) {
		this.generator.writeRaw(this.first ? "\n" : "");
		this.generator.writeStartObject();
		for (int i = 0; i < values.size(); i++) {
			this.generator.writeName(this.columns.get(i));
			write(values.get(i));
		}
		this.generator.writeEndObject();
		this.first = false;
	}

	private void write(@Nullable Object value) {
		if (value == null) {
			this.generator.writeNull();
		}
		else if (value instanceof BigDecimal number) {
			this.generator.writeNumber(number);
		}
		else if (value instanceof Integer number) {
			this.generator.writeNumber(number);
		}
		else if (value instanceof Boolean flag) {
			this.generator.writeBoolean(flag);
		}
		else {
			this.generator.writeString(value.toString());
		}
	}

	@Override
	public void end() {
		this.generator.writeEndArray();
		this.generator.writeRaw("\n");
		this.generator.close();
	}

}
