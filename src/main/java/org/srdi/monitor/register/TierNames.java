package org.srdi.monitor.register;

import java.text.Normalizer;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.Tier;

/**
 * The names of the tiers in the plans and measures (DOMAIN 3). A name two tiers go by,
 * such as 小巨人 without its level, is none.
 */
final class TierNames {

	private static final Pattern NOISE = Pattern.compile("[\\s\\p{Z}\\p{Punct}“”‘’「」（）]|企业$");

	private static final Map<Tier, List<String>> NAMES = names();

	private static final Map<String, Tier> TIERS = tiers();

	private TierNames() {
	}

	/** Returns the tier of that code or name, or null if there is none. */
	static @Nullable Tier find(String text) {
		return TIERS.get(key(text));
	}

	private static String key(String text) {
		String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toUpperCase(Locale.ROOT);
		return NOISE.matcher(plain).replaceAll("");
	}

	private static Map<String, Tier> tiers() {
		Map<String, Tier> tiers = new HashMap<>();
		for (Tier tier : Tier.values()) {
			tiers.put(key(tier.name()), tier);
			NAMES.getOrDefault(tier, List.of()).forEach((name) -> tiers.put(key(name), tier));
		}
		return tiers;
	}

	private static Map<Tier, List<String>> names() {
		Map<Tier, List<String>> names = new EnumMap<>(Tier.class);
		names.put(Tier.SEED_SME, List.of("优质种子企业", "种子企业"));
		names.put(Tier.TECH_SME, List.of("科技型中小企业"));
		names.put(Tier.HIGH_TECH, List.of("高新技术企业", "高企"));
		names.put(Tier.INNOVATIVE_SME, List.of("创新型中小企业", "创新型企业", "科技和创新型中小企业"));
		names.put(Tier.MUNICIPAL_SRDI, List.of("市级专精特新中小企业", "市级专精特新企业", "市级专精特新培育企业"));
		names.put(Tier.PROVINCIAL_SRDI, List.of("省级专精特新中小企业", "省级专精特新企业", "省级专精特新小巨人企业", "省级小巨人企业", "专精特新中小企业"));
		names.put(Tier.NATIONAL_LITTLE_GIANT, List.of("国家级专精特新小巨人企业", "国家级小巨人企业", "国家专精特新小巨人企业"));
		names.put(Tier.NATIONAL_KEY_LITTLE_GIANT, List.of("国家级专精特新重点小巨人企业", "国家级重点小巨人企业", "国家级重点专精特新小巨人企业", "重点小巨人企业"));
		names.put(Tier.PROVINCIAL_CHAMPION,
				List.of("省级制造业单项冠军企业", "省级制造业单项冠军产品", "省级制造业单项冠军产品企业", "省级制造业单项冠军", "省级单项冠军企业", "省级单项冠军产品"));
		names.put(Tier.NATIONAL_CHAMPION,
				List.of("国家级制造业单项冠军企业", "国家级制造业单项冠军产品", "国家级制造业单项冠军产品企业", "国家级制造业单项冠军", "国家级单项冠军企业", "国家级单项冠军产品"));
		names.put(Tier.PROVINCIAL_CHAIN_LEADER, List.of("省级产业链领航企业", "产业链领航企业", "领航企业"));
		return names;
	}

}
