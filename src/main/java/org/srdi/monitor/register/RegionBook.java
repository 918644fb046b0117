package org.srdi.monitor.register;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.Region;
import org.srdi.monitor.core.RegionCode;

/** Finds regions by what people write. */
final class RegionBook {

	private static final Pattern CODE = Pattern.compile("\\d{6}");

	private static final Pattern SUFFIX = Pattern.compile("(市|自治州|州|林区|省直管市)$");

	private final Map<RegionCode, Region> regions;

	RegionBook(Map<RegionCode, Region> regions) {
		this.regions = regions;
	}

	/** Returns the region of that code and level, or null if there is none. */
	@Nullable Region find(String code, Region.Level level) {
		Region region = CODE.matcher(code).matches() ? this.regions.get(new RegionCode(code)) : null;
		return (region != null && region.level() == level) ? region : null;
	}

	/**
	 * Returns the city of that name, or the only one whose name starts like it (武汉, 恩施州);
	 * null if there is none.
	 */
	@Nullable Region cityNamed(String name) {
		String stem = SUFFIX.matcher(name.strip()).replaceFirst("");
		List<Region> cities = this.regions.values()
			.stream()
			.filter((region) -> region.level() == Region.Level.CITY)
			.filter((region) -> region.name().equals(name) || (stem.length() > 1 && region.name().startsWith(stem)))
			.toList();
		return (cities.size() == 1) ? cities.get(0) : null;
	}

	/** Returns the name of a region, or its code if the list lacks it. */
	String name(@Nullable RegionCode code) {
		Region region = this.regions.get(code);
		return (region != null) ? region.name() : String.valueOf(code);
	}

}
