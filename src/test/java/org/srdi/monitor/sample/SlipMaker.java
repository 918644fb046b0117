package org.srdi.monitor.sample;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.FigureKey;
import org.srdi.monitor.core.Span;
import org.srdi.monitor.definition.Field;
import org.srdi.monitor.definition.FieldType;
import org.srdi.monitor.definition.Section;

/** Makes a slip of one kind in the right figures; the answer is null where it cannot. */
enum SlipMaker {

	/** All amounts of this and last year are in another unit. */
	ALL_AMOUNTS {
		@Override
		@Nullable Map<FigureKey, BigDecimal> make(SlippedReport report, Random random) {
			return scaled(report, SlipMaker::isMoney, power(random));
		}
	},
	/** Last year's columns were filled in beforehand, the others are in another unit. */
	AMOUNTS_OF_THIS_YEAR {
		@Override
		@Nullable Map<FigureKey, BigDecimal> make(SlippedReport report, Random random) {
			return scaled(report, (key) -> isMoney(key) && !key.span().isLastYear(), power(random));
		}
	},
	/** All amounts but a few are in another unit. */
	NEARLY_ALL_AMOUNTS {
		@Override
		@Nullable Map<FigureKey, BigDecimal> make(SlippedReport report, Random random) {
			FigureKey one = any(report, random, SlipMaker::isMoney);
			int power = random.nextBoolean() ? 4 : 3;
			return scaled(report, (key) -> isMoney(key) && !key.field().equals(one.field()), power);
		}
	},
	/** One amount is out by a power of ten. */
	ONE_AMOUNT {
		@Override
		@Nullable Map<FigureKey, BigDecimal> make(SlippedReport report, Random random) {
			FigureKey one = any(report, random, (key) -> type(key) == FieldType.AMOUNT);
			return scaled(report, one::equals, power(random));
		}
	},
	/** All of a row is out by a power of ten. */
	ONE_ROW {
		@Override
		@Nullable Map<FigureKey, BigDecimal> make(SlippedReport report, Random random) {
			FigureKey one = any(report, random, (key) -> type(key) == FieldType.AMOUNT);
			return scaled(report, (key) -> key.field().equals(one.field()), power(random));
		}
	},
	/** A number of people has a digit too many. */
	ONE_COUNT {
		@Override
		@Nullable Map<FigureKey, BigDecimal> make(SlippedReport report, Random random) {
			FigureKey one = any(report, random, (key) -> key.field().value().startsWith("employees"));
			return scaled(report, one::equals, 1);
		}
	},
	/** A percentage was given as a fraction, or times a hundred. */
	PERCENT {
		@Override
		@Nullable Map<FigureKey, BigDecimal> make(SlippedReport report, Random random) {
			FigureKey one = any(report, random, (key) -> type(key) == FieldType.RATE);
			return scaled(report, one::equals, random.nextBoolean() ? 2 : -2);
		}
	},
	/** A figure that may be negative has the wrong sign. */
	SIGN {
		@Override
		@Nullable Map<FigureKey, BigDecimal> make(SlippedReport report, Random random) {
			FigureKey one = any(report, random, (key) -> SlippedReport.field(key).isSigned());
			Map<FigureKey, BigDecimal> typed = new LinkedHashMap<>(report.right());
			typed.computeIfPresent(one, (key, amount) -> amount.negate());
			return typed;
		}
	},
	/** Month and year to date of one field are mixed up. */
	ONE_PAIR {
		@Override
		@Nullable Map<FigureKey, BigDecimal> make(SlippedReport report, Random random) {
			FigureKey one = any(report, random, (key) -> isPair(report, key));
			return isPair(report, one) ? swapped(report, one::equals) : null;
		}
	},
	/** The columns of this year are mixed up, or those of last year, or both. */
	ALL_PAIRS {
		@Override
		@Nullable Map<FigureKey, BigDecimal> make(SlippedReport report, Random random) {
			int which = random.nextInt(3);
			return swapped(report,
					(key) -> isPair(report, key) && (which == 2 || key.span().isLastYear() == (which == 0)));
		}
	},
	/** A block stands one column too far right. */
	COLUMNS_RIGHT {
		@Override
		@Nullable Map<FigureKey, BigDecimal> make(SlippedReport report, Random random) {
			return columns(report, random, 1);
		}
	},
	/** A block stands one column too far left. */
	COLUMNS_LEFT {
		@Override
		@Nullable Map<FigureKey, BigDecimal> make(SlippedReport report, Random random) {
			return columns(report, random, -1);
		}
	},
	/** A run of rows stands one row too low. */
	ROWS_DOWN {
		@Override
		@Nullable Map<FigureKey, BigDecimal> make(SlippedReport report, Random random) {
			return rows(report, random, 1);
		}
	},
	/** A run of rows stands one row too high. */
	ROWS_UP {
		@Override
		@Nullable Map<FigureKey, BigDecimal> make(SlippedReport report, Random random) {
			return rows(report, random, -1);
		}
	},
	/** Last month is reported once more. */
	LAST_MONTH {
		@Override
		@Nullable Map<FigureKey, BigDecimal> make(SlippedReport report, Random random) {
			return report.lastMonth();
		}
	},
	/** The columns of last year hold this year's figures. */
	LAST_YEAR {
		@Override
		@Nullable Map<FigureKey, BigDecimal> make(SlippedReport report, Random random) {
			Map<FigureKey, BigDecimal> typed = new LinkedHashMap<>(report.right());
			report.right().forEach((key, amount) -> {
				FigureKey then = key.span().isLastYear() ? key : key.over(key.span().lastYear());
				if (!key.span().isLastYear() && typed.containsKey(then)) {
					typed.put(then, amount);
				}
			});
			return typed;
		}
	};

	private static final BigDecimal MATTERS = BigDecimal.ONE;

	abstract @Nullable Map<FigureKey, BigDecimal> make(SlippedReport report, Random random);

	/** Returns whether figures are pushed off the form, so that nobody can read them. */
	boolean losesFigures() {
		return this == COLUMNS_LEFT || this == COLUMNS_RIGHT || this == ROWS_DOWN || this == ROWS_UP;
	}

	private static int power(Random random) {
		int power = 1 + random.nextInt(4);
		return random.nextInt(3) == 0 ? -power : power;
	}

	private static FieldType type(FigureKey key) {
		return SlippedReport.field(key).type();
	}

	private static boolean isMoney(FigureKey key) {
		return type(key) == FieldType.AMOUNT && "万元".equals(SlippedReport.field(key).unit());
	}

	private static boolean isPair(SlippedReport report, FigureKey key) {
		FigureKey year = (key.span() == Span.M) ? key.over(Span.YTD) : key.over(Span.YTD_LY);
		boolean month = key.span() == Span.M || key.span() == Span.M_LY;
		return month && type(key) == FieldType.AMOUNT && report.right().containsKey(year)
				&& report.right().get(year).compareTo(report.right().get(key)) != 0;
	}

	private static FigureKey any(SlippedReport report, Random random, Predicate<FigureKey> kind) {
		List<FigureKey> keys = report.right()
			.entrySet()
			.stream()
			.filter((one) -> kind.test(one.getKey()) && one.getValue().abs().compareTo(MATTERS) >= 0)
			.map(Map.Entry::getKey)
			.toList();
		return keys.isEmpty() ? FigureKey.parse("operating_revenue.ytd") : keys.get(random.nextInt(keys.size()));
	}

	private static Map<FigureKey, BigDecimal> scaled(SlippedReport report, Predicate<FigureKey> kind, int power) {
		Map<FigureKey, BigDecimal> typed = new LinkedHashMap<>(report.right());
		typed.replaceAll((key, amount) -> kind.test(key) ? amount.scaleByPowerOfTen(power) : amount);
		return typed;
	}

	private static Map<FigureKey, BigDecimal> swapped(SlippedReport report, Predicate<FigureKey> months) {
		Map<FigureKey, BigDecimal> typed = new LinkedHashMap<>(report.right());
		report.right().forEach((key, amount) -> {
			if (months.test(key)) {
				FigureKey year = key.over((key.span() == Span.M) ? Span.YTD : Span.YTD_LY);
				typed.put(key, report.right().get(year));
				typed.put(year, amount);
			}
		});
		return typed;
	}

	private static Map<FigureKey, BigDecimal> columns(SlippedReport report, Random random, int by) {
		Section section = block(report, random);
		Map<FigureKey, BigDecimal> typed = new LinkedHashMap<>(report.right());
		for (Field field : section.fields()) {
			for (Span span : field.spans()) {
				int source = section.spans().indexOf(span) - by;
				boolean inside = source >= 0 && source < section.spans().size();
				move(typed, report, new FigureKey(field.code(), span),
						inside ? new FigureKey(field.code(), section.spans().get(source)) : null);
			}
		}
		return typed;
	}

	/** Returns output, revenue or balance; who makes nothing has no block of output. */
	private static Section block(SlippedReport report, Random random) {
		boolean maker = report.right().containsKey(FigureKey.parse("gross_industrial_output.m"));
		return SampleWorld.FORM.sections().get(maker ? 1 + random.nextInt(3) : 2 + random.nextInt(2));
	}

	private static @Nullable Map<FigureKey, BigDecimal> rows(SlippedReport report, Random random, int by) {
		Section section = block(report, random);
		List<Field> fields = new ArrayList<>(section.fields());
		int length = Math.min(fields.size(), 3 + random.nextInt(6));
		int first = random.nextInt(fields.size() - length + 1);
		Map<FigureKey, BigDecimal> typed = new LinkedHashMap<>(report.right());
		Set<Integer> moved = new HashSet<>();
		for (int row = first; row < first + length; row++) {
			int source = row - by;
			for (Span span : fields.get(row).spans()) {
				boolean inside = source >= first && source < first + length;
				FigureKey from = inside ? new FigureKey(fields.get(source).code(), span) : null;
				move(typed, report, new FigureKey(fields.get(row).code(), span), from);
				if (from != null && report.right().containsKey(from)) {
					moved.add(row);
				}
			}
		}
		return (moved.size() > 1) ? typed : null; // one row is no run
	}

	private static void move(Map<FigureKey, BigDecimal> typed, SlippedReport report, FigureKey to,
			@Nullable FigureKey from) {
		BigDecimal amount = (from != null) ? report.right().get(from) : null;
		if (amount != null) {
			typed.put(to, amount);
		}
		else {
			typed.remove(to);
		}
	}

}
