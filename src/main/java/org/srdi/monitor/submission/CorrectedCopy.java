package org.srdi.monitor.submission;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.srdi.monitor.core.Batches;
import org.srdi.monitor.core.CellAddress;
import org.srdi.monitor.core.Entry;
import org.srdi.monitor.core.Figure;
import org.srdi.monitor.core.Report;
import org.srdi.monitor.core.Texts;
import org.srdi.monitor.definition.Definitions;
import org.srdi.monitor.workbook.MarkedCopy;
import org.srdi.monitor.workbook.UnmarkableException;

/**
 * Gives an enterprise its own file back with the faults marked and a list of them. Where
 * the file is too heavy or too odd for that, a fresh form with what was read stands in.
 */
public final class CorrectedCopy {

	private static final Logger log = LoggerFactory.getLogger(CorrectedCopy.class);

	private static final int LONGEST_NAME = 80;

	/** Rows that a copy is given, so that it can be opened as a whole. */
	private static final int MOST_ROWS = 1_000;

	private final Texts texts;

	private final ProblemList list;

	private final Vocabulary vocabulary;

	private final FreshForm fresh;

	/** Writes copies in Chinese or English. */
	public CorrectedCopy(Definitions definitions, Locale locale) {
		this.texts = Texts.of("submission", locale);
		this.list = new ProblemList(definitions, locale);
		this.vocabulary = new Vocabulary(definitions.form());
		this.fresh = new FreshForm(definitions.form(), locale);
	}

	/**
	 * Writes the copy: all of a form workbook, of a consolidated one the headings and the
	 * rows of these reports. More rows than a copy takes make several copies.
	 * @param original the file as it was received
	 * @param fileName what it was called then
	 * @param reports those of its reports that were not accepted, at least one
	 * @param folder where the copy goes, made if need be
	 * @throws UncheckedIOException if it cannot be written
	 */
	public List<Written> write(Path original, String fileName, List<Judged> reports, Path folder) {
		try {
			Files.createDirectories(folder);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot make " + folder, ex);
		}
		List<Written> written = new ArrayList<>();
		for (List<Judged> some : Batches.of(reports, MOST_ROWS)) {
			String number = written.isEmpty() ? "" : "_" + (written.size() + 1);
			written.add(write(original, some, folder.resolve(name(fileName) + number)));
		}
		return written;
	}

	private Written write(Path original, List<Judged> reports, Path target) {
		try {
			return writeMarked(original, reports, target);
		}
		catch (UnmarkableException ex) {
			return writeFresh(reports, fresh(target));
		}
		catch (UncheckedIOException ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			// whatever a workbook holds that cannot be copied must not hold up the others
			log.warn("Cannot mark a copy of {}", original.getFileName(), ex);
			return writeFresh(reports, fresh(target));
		}
	}

	private static Path fresh(Path target) {
		return target.resolveSibling(target.getFileName() + ".xlsx");
	}

	private Written writeMarked(Path original, List<Judged> reports, Path named) {
		MarkedCopy copy = MarkedCopy.of(original);
		boolean several = reports.stream().anyMatch((judged) -> judged.position() > 0);
		if (several) {
			Set<Integer> rows = reports.stream().map((judged) -> judged.position() - 1).collect(Collectors.toSet());
			String sheet = sheet(reports.get(0).report());
			copy.keep(sheet, rows, (row) -> ConsolidatedHeader.of(sheet, null, row, this.vocabulary, null) != null);
		}
		boolean macros = copy.dropsMacros();
		Path target = named.resolveSibling(named.getFileName() + "." + copy.extension());
		write(copy, reports, several, instruction(copy.extension(), macros), target);
		return new Written(target, false, macros);
	}

	private void write(MarkedCopy copy, List<Judged> reports, boolean several, String instruction, Path target) {
		reports.forEach((judged) -> this.list.mark(copy, judged));
		copy.write(this.list.sheet(reports, several, instruction), target);
	}

	private String instruction(String extension, boolean macros) {
		String what = this.texts.get(extension.equals("csv") ? "copy.instruction.csv" : "copy.instruction");
		return macros ? what + this.texts.get("copy.macros") : what;
	}

	private static String sheet(Report report) {
		return Stream
			.concat(Stream.concat(report.entries().values().stream().map(Entry::cell),
					report.figures().values().stream().map(Figure::cell)), report.blanks().values().stream())
			.map(CellAddress::sheet)
			.findFirst()
			.orElse("");
	}

	private Written writeFresh(List<Judged> reports, Path target) {
		Path form = target.resolveSibling("." + target.getFileName() + ".form.part");
		try {
			boolean several = reports.stream().anyMatch((judged) -> judged.position() > 0);
			List<Judged> moved = this.fresh.write(form, reports, several);
			write(MarkedCopy.of(form), moved, several,
					this.texts.get("copy.fresh") + this.texts.get("copy.instruction"), target);
			return new Written(target, true, false);
		}
		finally {
			form.toFile().delete();
		}
	}

	/** Returns the name of the copy: nothing of the old one leads out of the folder. */
	private String name(String fileName) {
		String plain = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
		int dot = plain.lastIndexOf('.');
		String base = ((dot > 0) ? plain.substring(0, dot) : plain).replaceAll("[\\p{Cntrl}<>:\"|?*]", "_");
		return this.texts.get("copy.name", base.substring(0, Math.min(base.length(), LONGEST_NAME)));
	}

	/**
	 * A copy that was written.
	 *
	 * @param file where it is
	 * @param fresh whether it is a fresh form instead of a copy
	 * @param withoutMacros whether the original has macros, which the copy has not
	 */
	public record Written(Path file, boolean fresh, boolean withoutMacros) {

	}

}
