package org.srdi.monitor.core;

/**
 * A rung of the cultivation ladder (梯度). The rank serves display and "this tier or
 * higher"; it does not say which title another presupposes.
 */
public enum Tier {

	/** 优质种子企业. */
	SEED_SME(10),
	/** 科技型中小企业. */
	TECH_SME(20),
	/** 高新技术企业. */
	HIGH_TECH(25),
	/** 创新型中小企业. */
	INNOVATIVE_SME(30),
	/** 市级专精特新中小企业. */
	MUNICIPAL_SRDI(40),
	/** 省级专精特新中小企业. */
	PROVINCIAL_SRDI(50),
	/** 国家级专精特新“小巨人”企业. */
	NATIONAL_LITTLE_GIANT(60),
	/** 国家级重点“小巨人”企业. */
	NATIONAL_KEY_LITTLE_GIANT(65),
	/** 省级制造业单项冠军企业. */
	PROVINCIAL_CHAMPION(70),
	/** 国家级制造业单项冠军企业. */
	NATIONAL_CHAMPION(80),
	/** 省级产业链领航企业. */
	PROVINCIAL_CHAIN_LEADER(85);

	private final int rank;

	Tier(int rank) {
		this.rank = rank;
	}

	/** Returns the place on the ladder; higher is higher. */
	public int rank() {
		return this.rank;
	}

	/** Returns whether this tier is the other or above it. */
	public boolean isAtLeast(Tier other) {
		return this.rank >= other.rank;
	}

}
