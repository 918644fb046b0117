package org.srdi.monitor.submission;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.springframework.util.FileSystemUtils;

import org.srdi.monitor.core.FigureKey;
import org.srdi.monitor.core.Report;
import org.srdi.monitor.definition.Field;

import static org.assertj.core.api.Assertions.assertThat;

class LayoutProperties {

	private static final Map<String, String> ENTRIES = Map.of("credit_code", Drafts.CODE, "enterprise_name",
			"示例企业(武汉)001", "period", "2026-10", "operating_status", "正常", "remark", "示例数据");

	private final ReportFile reader = new ReportFile(Drafts.FORM);

	@Property(tries = 200)
	void readsEqualAmountsFromAnyLayout(@ForAll("figures") List<FigureKey> keys, @ForAll long seed) throws IOException {
		Random random = new Random(seed);
		Map<FigureKey, BigDecimal> amounts = keys.stream()
			.collect(Collectors.toMap(Function.identity(), (key) -> amount(key, random)));
		Path folder = Files.createTempDirectory("layout");
		try {
			Path file = new RandomLayout(Drafts.FORM, random).write(folder, ENTRIES, amounts);
			Report report = this.reader.read(file, "00").get(0).report();
			assertThat(read(report)).isEqualTo(texts(amounts));
			ENTRIES.forEach((field, text) -> assertThat(report.text(field)).as(field).isEqualTo(text));
		}
		finally {
			FileSystemUtils.deleteRecursively(folder);
		}
	}

	@Provide
	Arbitrary<List<FigureKey>> figures() {
		return Arbitraries.of(Drafts.FORM.figureKeys())
			.list()
			.uniqueElements()
			.ofMinSize(1)
			.ofMaxSize(Drafts.FORM.figureKeys().size());
	}

	/**
	 * Returns an amount that the form takes: within bounds, of the decimals of its type.
	 */
	private static BigDecimal amount(FigureKey key, Random random) {
		Field field = Drafts.FORM.field(key.field()).orElseThrow();
		int scale = field.type().decimals();
		BigInteger least = Objects.requireNonNull(field.min()).movePointRight(scale).toBigIntegerExact();
		BigInteger most = Objects.requireNonNull(field.max()).movePointRight(scale).toBigIntegerExact();
		BigInteger range = most.subtract(least).shiftRight(random.nextInt(20));
		BigInteger above = new BigInteger(range.bitLength() + 4, random).mod(range.add(BigInteger.ONE));
		boolean signed = least.signum() < 0;
		return new BigDecimal((signed && random.nextBoolean()) ? above.negate().max(least) : above.min(most), scale);
	}

	private static Map<String, String> read(Report report) {
		Map<String, String> read = new TreeMap<>();
		report.figures()
			.forEach((key, figure) -> read.put(key.toString(),
					(figure.amount() != null) ? plain(figure.amount()) : figure.text()));
		return read;
	}

	private static Map<String, String> texts(Map<FigureKey, BigDecimal> amounts) {
		Map<String, String> texts = new TreeMap<>();
		amounts.forEach((key, amount) -> texts.put(key.toString(), plain(amount)));
		return texts;
	}

	private static String plain(BigDecimal amount) {
		return (amount.signum() == 0) ? "0" : amount.stripTrailingZeros().toPlainString();
	}

}
