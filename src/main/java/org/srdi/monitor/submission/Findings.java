package org.srdi.monitor.submission;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.Answer;
import org.srdi.monitor.core.CellAddress;
import org.srdi.monitor.core.FieldCode;
import org.srdi.monitor.core.Figure;
import org.srdi.monitor.core.FigureKey;
import org.srdi.monitor.core.Proposal;
import org.srdi.monitor.core.Report;
import org.srdi.monitor.core.Texts;
import org.srdi.monitor.core.Violation;
import org.srdi.monitor.definition.Definitions;
import org.srdi.monitor.definition.RuleDefinition;
import org.srdi.monitor.submission.Finding.Demand;

/** Puts what was found wrong with reports into words, line by line. */
final class Findings {

	private static final int MOST_PROPOSED = 8;

	private final Definitions definitions;

	private final boolean english;

	private final Texts texts;

	private final ResourceBundle words;

	Findings(Definitions definitions, Locale locale) {
		this.definitions = definitions;
		this.english = "en".equals(locale.getLanguage());
		this.texts = Texts.of("submission", locale);
		this.words = Texts.bundle("submission", locale);
	}

	/**
	 * Returns what is to be repaired, then what is to be explained, then what has been
	 * answered. Warnings that the form itself explains are left out.
	 */
	List<Finding> of(Judged judged) {
		Map<String, Proposal> open = new LinkedHashMap<>();
		judged.proposals().forEach((proposal) -> open.putIfAbsent(proposal.problem(), proposal));
		List<Finding> findings = new ArrayList<>();
		for (Violation violation : judged.violations().all()) {
			if (violation.isError() || violation.isOpenWarning()) {
				String key = judged.report().problem(violation.rule(), violation.cell());
				findings.add(finding(judged.report(), violation, key, open.remove(key)));
			}
		}
		open.values()
			.stream()
			.filter((proposal) -> !judged.report().confirms(proposal.problem()))
			.forEach((proposal) -> findings.add(finding(judged.report(), proposal)));
		findings.sort(Comparator.comparing((finding) -> finding.demand() == Demand.EXPLAIN));
		return Stream.concat(findings.stream(), answered(judged.report(), findings)).toList();
	}

	private Finding finding(Report report, Violation violation, String key, @Nullable Proposal proposal) {
		boolean confirmable = proposal != null && !proposal.repair().isEmpty();
		Demand demand = confirmable ? Demand.CONFIRM : violation.isError() ? Demand.REPAIR : Demand.EXPLAIN;
		String message = this.english ? violation.messageEn() : violation.message();
		String more = (proposal != null && !message.contains(message(proposal))) ? "\n" + message(proposal) : "";
		return finding(report, key, violation.cell(), violation.rule(), message + more, demand, proposal,
				!violation.isError() || isUnitSlip(violation));
	}

	/** Who has really grown tenfold may say so. */
	private boolean isUnitSlip(Violation violation) {
		return this.definitions.rules()
			.stream()
			.anyMatch((rule) -> rule.code().equals(violation.rule()) && rule.kind() == RuleDefinition.Kind.UNIT_SLIP);
	}

	private String message(Proposal proposal) {
		return this.english ? proposal.messageEn() : proposal.message();
	}

	private Finding finding(Report report, Proposal proposal) {
		Demand demand = proposal.repair().isEmpty() ? Demand.EXPLAIN : Demand.CONFIRM;
		return finding(report, proposal.problem(), Subject.ofProblem(proposal.problem()).cell(report), proposal.rule(),
				message(proposal), demand, proposal, true);
	}

	private Finding finding(Report report, String key, @Nullable CellAddress cell, String rule, String message,
			Demand demand, @Nullable Proposal proposal, boolean explainable) {
		String[] shown = shown(report, key, cell);
		RuleDefinition definition = rule(rule, Subject.ofProblem(key).field());
		Map<FigureKey, String> amounts = (proposal != null) ? amounts(proposal) : Map.of();
		Answer answer = report.answers().get(key);
		return new Finding(key, enterprise(report), cell, shown[0], shown[1], titled(rule, definition), message, demand,
				repair(report, demand, definition, shown[1], amounts), proposed(report, amounts), explainable,
				explanation(answer), answer != null && answer.confirmed());
	}

	/** Returns what stands in the cell and what it shows. */
	private String[] shown(Report report, String key, @Nullable CellAddress cell) {
		Subject subject = Subject.ofProblem(key);
		if (subject.name().isEmpty()) {
			return (cell == null) ? new String[] { "", "" }
					: Subject.product(this.definitions.form(), report, cell, this.english)
						.findFirst()
						.orElse(new String[] { "", "" });
		}
		String read = subject.read(report);
		return new String[] { subject.label(this.definitions.form(), this.english),
				read.isEmpty() ? this.texts.get("problem.blank") : read };
	}

	private static String enterprise(Report report) {
		return Stream.of(report.text("enterprise_name"), report.text("credit_code"))
			.filter(Objects::nonNull)
			.collect(Collectors.joining("\n"));
	}

	/** Several rules may share a code: the one that looks at the field is meant. */
	private @Nullable RuleDefinition rule(String code, @Nullable FieldCode field) {
		List<RuleDefinition> candidates = this.definitions.rules()
			.stream()
			.filter((rule) -> rule.code().equals(code))
			.toList();
		return candidates.stream()
			.filter((rule) -> field != null && (rule.plus().contains(field) || rule.fields().contains(field)
					|| rule.figures().stream().anyMatch((figure) -> figure.field().equals(field))))
			.findFirst()
			.orElse(candidates.isEmpty() ? null : candidates.get(0));
	}

	private String titled(String code, @Nullable RuleDefinition rule) {
		return (rule == null) ? code : code + " " + (this.english ? rule.titleEn() : rule.title());
	}

	private static Map<FigureKey, String> amounts(Proposal proposal) {
		Map<FigureKey, String> amounts = new LinkedHashMap<>();
		proposal.repair().forEach((key, amount) -> amounts.put(key, amount.toPlainString()));
		return amounts;
	}

	private static Map<CellAddress, String> proposed(Report report, Map<FigureKey, String> amounts) {
		Map<CellAddress, String> proposed = new LinkedHashMap<>();
		amounts.forEach((key, amount) -> {
			CellAddress cell = report.cell(key);
			if (cell != null) {
				proposed.put(cell, amount);
			}
		});
		return proposed;
	}

	private String repair(Report report, Demand demand, @Nullable RuleDefinition rule, String read,
			Map<FigureKey, String> amounts) {
		return switch (demand) {
			case CONFIRM -> this.texts.get("problem.repair.confirm", steps(report, amounts));
			case EXPLAIN -> this.texts.get("problem.repair.explain");
			case ANSWERED -> this.texts.get("problem.repair.answered");
			case REPAIR -> isBlank(read) ? this.texts.get("problem.repair.blank") : this.texts
				.get(read.equals(Figure.NOT_COMPUTED) ? "problem.repair.not-computed" : repairKey(rule));
		};
	}

	private boolean isBlank(String read) {
		return read.equals(this.texts.get("problem.blank"));
	}

	private String repairKey(@Nullable RuleDefinition rule) {
		String key = (rule == null) ? ""
				: "problem.repair." + rule.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
		return this.words.containsKey(key) ? key : "problem.repair.other";
	}

	private String steps(Report report, Map<FigureKey, String> amounts) {
		String steps = amounts.entrySet()
			.stream()
			.limit(MOST_PROPOSED)
			.map((one) -> step(report, one.getKey(), one.getValue()))
			.collect(Collectors.joining("\n"));
		return (amounts.size() <= MOST_PROPOSED) ? steps
				: steps + "\n" + this.texts.get("problem.repair.more", String.valueOf(amounts.size()));
	}

	private String step(Report report, FigureKey key, String amount) {
		Subject subject = new Subject(key.toString());
		CellAddress cell = report.cell(key);
		return ((cell != null) ? cell + " " : "") + subject.label(this.definitions.form(), this.english) + " "
				+ subject.read(report) + " → " + amount;
	}

	private static String explanation(@Nullable Answer answer) {
		return (answer != null && answer.explanation() != null) ? answer.explanation().text() : "";
	}

	/**
	 * Returns the answers that settle a problem: they stand in the list only, so that the
	 * next version would lack them.
	 */
	private Stream<Finding> answered(Report report, List<Finding> open) {
		Set<String> listed = open.stream().map(Finding::key).collect(Collectors.toCollection(HashSet::new));
		return report.answers()
			.values()
			.stream()
			.filter((answer) -> !listed.contains(answer.problem()) && (answer.explains() || answer.confirmed()))
			.map((answer) -> answered(report, answer));
	}

	private Finding answered(Report report, Answer answer) {
		Subject subject = Subject.ofProblem(answer.problem());
		String code = answer.problem().split("@", 2)[0];
		String[] shown = shown(report, answer.problem(), null);
		return new Finding(answer.problem(), enterprise(report), subject.cell(report), shown[0], shown[1],
				titled(code, rule(code, subject.field())), "", Demand.ANSWERED,
				this.texts.get("problem.repair.answered"), Map.of(), true, explanation(answer), answer.confirmed());
	}

}
