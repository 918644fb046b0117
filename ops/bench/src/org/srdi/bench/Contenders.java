package org.srdi.bench;

import java.util.List;

/** Those who run against each other. */
final class Contenders {

	/** Sheets that no person sees, which contenders that ask by name leave out. */
	private static final List<String> HIDDEN = List.of("_srdi", "选项");

	private Contenders() {
	}

	static List<Contender> all() {
		return List.of(new Ours(), new FastExcel(), new PoiEvents(), new EasyExcelReader(), new PoiModel(),
				new Floor());
	}

	static Contender named(String name) {
		return all().stream().filter((one) -> one.name().equals(name)).findFirst().orElseThrow();
	}

	static boolean isHidden(String sheet) {
		return HIDDEN.contains(sheet);
	}

}
