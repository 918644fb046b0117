package org.srdi.monitor.definition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.srdi.monitor.core.FigureKey;
import org.srdi.monitor.database.TestDatabase;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds the form and the table of accepted figures together. */
class FormTableIntegrationTests {

	private static final Set<String> ELSEWHERE = Set.of("credit_code", "enterprise_name", "period");

	private static final Set<String> KEYS = Set.of("enterprise_id", "period", "submission_id");

	private static final Form FORM = ShippedDefinitions.load().form();

	private static final Map<String, String> COLUMNS = new LinkedHashMap<>();

	@BeforeAll
	static void readColumns() {
		JdbcClient.create(TestDatabase.emptied())
			.sql("""
					SELECT column_name, data_type, character_maximum_length, numeric_precision, numeric_scale
					FROM information_schema.columns WHERE table_name = 'monthly_report' AND table_schema = SCHEMA() ORDER BY ordinal_position
					""")
			.query((row, number) -> COLUMNS.put(row.getString(1),
					type(row.getString(2), row.getInt(3), row.getInt(4), row.getInt(5))))
			.list();
	}

	private static String type(String name, int length, int precision, int scale) {
		return switch (name.toUpperCase(Locale.ROOT)) {
			case "CHARACTER VARYING", "VARCHAR" -> "VARCHAR(" + length + ")";
			case "NUMERIC", "DECIMAL" -> "DECIMAL(" + precision + "," + scale + ")";
			case "INT" -> "INTEGER";
			case "TINYINT" -> "BOOLEAN"; // as MySQL calls it
			default -> name.toUpperCase(Locale.ROOT);
		};
	}

	@Test
	void hasAColumnPerFieldOfTheFormAndNoOther() {
		List<String> fields = FORM.entries()
			.stream()
			.map((field) -> field.code().value())
			.filter((code) -> !ELSEWHERE.contains(code))
			.toList();
		List<String> figures = FORM.figureKeys().stream().map(FigureKey::column).toList();
		List<String> columns = COLUMNS.keySet().stream().filter((column) -> !KEYS.contains(column)).toList();
		assertThat(columns)
			.containsExactlyInAnyOrderElementsOf(Stream.concat(fields.stream(), figures.stream()).toList());
	}

	@Test
	void storesFiguresWithTheDecimalsOfTheirType() {
		for (Field field : FORM.figures()) {
			String expected = switch (field.type()) {
				case AMOUNT -> "DECIMAL(18,2)";
				case RATE -> "DECIMAL(6,1)";
				default -> "INTEGER";
			};
			assertThat(field.figureKeys())
				.allSatisfy((key) -> assertThat(COLUMNS).as(key.toString()).containsEntry(key.column(), expected));
		}
	}

	@Test
	void hasRoomForEveryEntry() {
		for (Field field : FORM.entries()) {
			String column = field.code().value();
			if (!ELSEWHERE.contains(column)) {
				assertThat(COLUMNS.get(column)).as(column).isIn(fitting(field));
			}
		}
	}

	private static List<String> fitting(Field field) {
		return switch (field.type()) {
			case YES_NO -> List.of("BOOLEAN");
			case DATE -> List.of("DATE");
			case CHOICE -> List.of("VARCHAR(10)");
			case CHOICES -> List.of("VARCHAR(200)");
			default -> List.of("VARCHAR(" + field.maxLength() + ")");
		};
	}

	@Test
	void hasRoomForEveryOption() {
		for (Field field : FORM.entries()) {
			List<String> codes = field.options().stream().map(Field.Option::code).toList();
			assertThat(codes).allSatisfy(
					(code) -> assertThat(code).hasSizeLessThanOrEqualTo((field.type() == FieldType.CHOICE) ? 10 : 200));
			assertThat(String.join(",", codes)).hasSizeLessThanOrEqualTo(200);
		}
	}

}
