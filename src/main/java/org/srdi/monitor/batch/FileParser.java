package org.srdi.monitor.batch;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.srdi.monitor.core.Texts;
import org.srdi.monitor.submission.Archive;
import org.srdi.monitor.submission.FoundFile;
import org.srdi.monitor.submission.FoundReport;
import org.srdi.monitor.submission.IntakeFiles;
import org.srdi.monitor.submission.ReportContent;
import org.srdi.monitor.submission.ReportFile;
import org.srdi.monitor.submission.Upload;
import org.srdi.monitor.workbook.UnreadableFileException;

/**
 * Reads archived files; whatever is wrong with one becomes a reason, not an exception.
 */
class FileParser {

	private static final Logger log = LoggerFactory.getLogger(FileParser.class);

	private final Archive archive;

	private final ReportFile reports;

	private final ReportContent content = new ReportContent();

	FileParser(Archive archive, ReportFile reports) {
		this.archive = archive;
		this.reports = reports;
	}

	ReportFile.Opened open(IntakeFiles.Waiting file) {
		return this.reports.open(this.archive.find(file.sha256()), file.fileName(), file.sha256());
	}

	FoundFile parse(IntakeFiles.Waiting file) {
		try {
			Path archived = this.archive.find(file.sha256());
			return found(file, this.reports.read(archived, file.fileName(), file.sha256()), true);
		}
		catch (RuntimeException ex) {
			return unreadable(file, ex);
		}
	}

	/**
	 * Returns what was found in a file, ready to be stored.
	 * @param last whether the file is read to its end
	 */
	FoundFile found(IntakeFiles.Waiting file, List<FoundReport> reports, boolean last) {
		return new FoundFile(file, reports.stream().map((report) -> upload(file, report)).toList(), last, null);
	}

	private Upload upload(IntakeFiles.Waiting file, FoundReport found) {
		return new Upload(file, found, this.content.write(found.report(), found.tolerances()));
	}

	/**
	 * Returns a file as one that cannot be read.
	 * @throws RuntimeException the cause, if it is not in the file
	 */
	FoundFile unreadable(IntakeFiles.Waiting file, RuntimeException cause) {
		if (Mishaps.isDiskFull(cause)) {
			throw cause;
		}
		return new FoundFile(file, List.of(), true, reason(file, cause));
	}

	private static String reason(IntakeFiles.Waiting file, RuntimeException cause) {
		if (cause instanceof UnreadableFileException unreadable) {
			return unreadable.messageFor(Locale.CHINA);
		}
		if (cause instanceof ReportFile.NoReportException none) {
			return none.messageFor(Locale.CHINA);
		}
		// not its name, which an enterprise chose
		log.atWarn()
			.addKeyValue("file", file.id())
			.setCause(cause)
			.log("A file cannot be read; the archive has it as {}", file.sha256());
		return Texts.of("batch", Locale.CHINA).get("unreadable.surprise");
	}

}
