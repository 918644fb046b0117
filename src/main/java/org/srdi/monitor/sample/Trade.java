package org.srdi.monitor.sample;

import java.util.List;

/**
 * A division of industry as the sample knows it: what its firms are like. Shares are
 * fractions of revenue, power is 万千瓦时 per 万元 of output, prices are 万元 per unit.
 */
enum Trade {

	CHEMICALS("26", 12, List.of("2614", "2641", "2661", "2662", "2669"), 110, 0.085, 0.045, 0.070, 0.35, 3, 0.05,
			new Goods("精细化学品", "吨", 2.4, false), new Goods("电子化学品", "吨", 8.5, false),
			new Goods("水性涂料", "吨", 1.3, false)),
	PHARMACEUTICALS("27", 12, List.of("2710", "2720", "2740", "2761", "2770"), 85, 0.125, 0.065, 0.030, 0.30, 11, 0.04,
			new Goods("原料药", "吨", 35.0, false), new Goods("制剂", "万盒", 6.5, false), new Goods("医用敷料", "万件", 3.2, false)),
	MINERALS("30", 8, List.of("3021", "3051", "3061", "3073", "3091"), 80, 0.070, 0.042, 0.060, 0.15, 10, 0.09,
			new Goods("特种陶瓷件", "万件", 18.0, false), new Goods("玻璃纤维制品", "吨", 1.8, false)),
	NON_FERROUS("32", 5, List.of("3240", "3251", "3252"), 150, 0.050, 0.040, 0.050, 0.25, 6, 0.04,
			new Goods("铜带", "吨", 6.8, false), new Goods("铝型材", "吨", 2.2, false)),
	METAL_GOODS("33", 10, List.of("3311", "3321", "3360", "3391", "3393"), 80, 0.065, 0.042, 0.045, 0.30, 5, 0.06,
			new Goods("精密铸件", "吨", 1.6, false), new Goods("硬质合金刀具", "万件", 42.0, false)),
	GENERAL_MACHINES("34", 16, List.of("3421", "3425", "3441", "3443", "3451", "3453", "3491"), 75, 0.085, 0.050, 0.025,
			0.40, 6, 0.05, new Goods("数控机床", "台", 38.0, true), new Goods("工业泵", "台", 4.5, true),
			new Goods("减速机", "台", 1.2, true)),
	SPECIAL_MACHINES("35", 18, List.of("3525", "3562", "3581", "3591"), 75, 0.100, 0.060, 0.020, 0.40, 11, 0.08,
			new Goods("成套专用设备", "套", 65.0, true), new Goods("模具", "套", 12.0, true), new Goods("医疗设备", "台", 9.0, true)),
	VEHICLES("36", 20, List.of("3630", "3670"), 90, 0.060, 0.042, 0.035, 0.30, 11, 0.05,
			new Goods("汽车零部件总成", "万套", 55.0, false), new Goods("专用汽车", "辆", 28.0, true),
			new Goods("车身冲压件", "吨", 1.1, false)),
	RAIL_AND_SHIPS("37", 6, List.of("3714", "3715", "3734"), 85, 0.090, 0.055, 0.022, 0.35, 12, 0.08,
			new Goods("船用配套设备", "套", 45.0, true), new Goods("轨道车辆配件", "套", 6.0, true)),
	ELECTRICAL("38", 16, List.of("3812", "3821", "3823", "3831", "3841"), 105, 0.075, 0.045, 0.022, 0.35, 7, 0.06,
			new Goods("变压器", "台", 14.0, true), new Goods("电线电缆", "千米", 3.6, false),
			new Goods("锂离子电池", "万只", 30.0, false)),
	ELECTRONICS("39", 20, List.of("3921", "3972", "3973", "3976", "3982", "3985"), 95, 0.100, 0.070, 0.025, 0.55, 10,
			0.06, new Goods("光模块", "万只", 120.0, false), new Goods("光电子器件", "万只", 40.0, false),
			new Goods("印制电路板", "平方米", 0.15, true)),
	INSTRUMENTS("40", 12, List.of("4011", "4012", "4014", "4021", "4040"), 75, 0.120, 0.075, 0.010, 0.35, 12, 0.09,
			new Goods("工业自动控制装置", "套", 8.0, true), new Goods("分析仪器", "台", 11.0, true)),
	SOFTWARE("65", 14, List.of("6511", "6512", "6513", "6531"), 62, 0.130, 0.085, 0.004, 0, 12, 0.12,
			new Goods("软件产品及服务", "套", 18.0, true)),
	RESEARCH("73", 3, List.of("7320", "7340"), 58, 0.110, 0.090, 0.005, 0, 12, 0.08,
			new Goods("技术研发服务", "项", 24.0, true)),
	TECHNICAL_SERVICES("74", 4, List.of("7441", "7452"), 55, 0.110, 0.070, 0.005, 0, 12, 0.08,
			new Goods("检测服务", "批次", 0.9, true));

	private static final double[] COMMON_SEASON = { 0.96, 0.88, 1.06, 1.00, 0.99, 1.06, 0.96, 0.96, 1.04, 0.99, 1.02,
			1.12 };

	private final String division;

	private final int weight;

	@SuppressWarnings("ImmutableEnumChecker") // unmodifiable
	private final List<String> codes;

	private final double revenuePerHead;

	private final double margin;

	private final double rdIntensity;

	private final double power;

	private final double exportOdds;

	private final int peak;

	private final double swing;

	@SuppressWarnings("ImmutableEnumChecker") // unmodifiable
	private final List<Goods> goods;

	Trade(String division, int weight, List<String> codes, double revenuePerHead, double margin, double rdIntensity,
			double power, double exportOdds, int peak, double swing, Goods... goods) {
		this.division = division;
		this.weight = weight;
		this.codes = codes;
		this.revenuePerHead = revenuePerHead;
		this.margin = margin;
		this.rdIntensity = rdIntensity;
		this.power = power;
		this.exportOdds = exportOdds;
		this.peak = peak;
		this.swing = swing;
		this.goods = List.of(goods);
	}

	/** Draws a trade as often as the sample has it. */
	static Trade draw(Chance chance) {
		int all = 0;
		for (Trade trade : values()) {
			all += trade.weight;
		}
		int rest = chance.below(all);
		for (Trade trade : values()) {
			rest -= trade.weight;
			if (rest < 0) {
				return trade;
			}
		}
		throw new IllegalStateException("The weights of the trades do not add up");
	}

	String division() {
		return this.division;
	}

	/** Returns its classes of GB/T 4754-2017, four digits each. */
	List<String> codes() {
		return this.codes;
	}

	/** Returns whether it reports industrial output. */
	boolean isIndustrial() {
		return this.division.compareTo("46") <= 0;
	}

	/** Returns the usual yearly revenue per employee in 万元. */
	double revenuePerHead() {
		return this.revenuePerHead;
	}

	/** Returns the usual profit per revenue. */
	double margin() {
		return this.margin;
	}

	/** Returns the usual R&D expenses per revenue. */
	double rdIntensity() {
		return this.rdIntensity;
	}

	/** Returns 万千瓦时 per 万元 of output, or of revenue where there is no output. */
	double power() {
		return this.power;
	}

	/** Returns the share of its firms that export. */
	double exportOdds() {
		return this.exportOdds;
	}

	List<Goods> goods() {
		return this.goods;
	}

	/**
	 * Returns how busy a month is, 1 for an average one, leaving out the Spring Festival:
	 * peaks at the ends of quarters, and a busy time of its own.
	 * @param month 1 for January
	 */
	double season(int month) {
		double own = StrictMath.cos((month - this.peak) * StrictMath.PI / 6);
		return COMMON_SEASON[month - 1] * (1 + this.swing * own);
	}

	/**
	 * Something made or done.
	 *
	 * @param name its name
	 * @param unit the unit it is counted in
	 * @param price 万元 per unit
	 * @param whole whether it is counted in whole units
	 */
	record Goods(String name, String unit, double price, boolean whole) {

	}

}
