package org.srdi.monitor.core;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What an enterprise answers to a problem of an earlier version of its report.
 *
 * @param problem the key of the problem, see {@link Report#problem(String, CellAddress)}
 * @param explanation why the figure is right as it is; null if nothing was written
 * @param confirmed whether the proposed repair is confirmed
 */
public record Answer(String problem, @Nullable Entry explanation, boolean confirmed) {

	private static final int SHORTEST = 4;

	private static final Pattern NOISE = Pattern.compile("[\\s\\p{IsPunctuation}]+");

	/** Answers that explain nothing: verified, true, as above. */
	private static final Set<String> EMPTY_WORDS = Set.of("核实无误", "已核实", "经核实无误", "情况属实", "数据属实", "数据无误", "数据真实", "无误",
			"属实", "同上", "正常", "没有问题", "verified", "correct", "none", "asabove");

	/**
	 * Returns whether there is an explanation that says something: 核实无误 alone does not.
	 */
	public boolean explains() {
		if (this.explanation == null) {
			return false;
		}
		String words = NOISE.matcher(this.explanation.text()).replaceAll("").toLowerCase(Locale.ROOT);
		return words.length() >= SHORTEST && !EMPTY_WORDS.contains(words);
	}

}
