package org.srdi.bench;

import java.nio.file.Path;
import java.util.Iterator;

import org.srdi.monitor.core.Report;
import org.srdi.monitor.definition.DefinitionLoader;
import org.srdi.monitor.submission.ContentHash;
import org.srdi.monitor.submission.FoundReport;
import org.srdi.monitor.submission.ReportFile;

/** The product: hash of the bytes, cells, types, labels, reports. */
final class Ours implements Contender {

	private final ReportFile reader = new ReportFile(DefinitionLoader.loadUsual(null).form());

	@Override
	public String name() {
		return "srdi-monitor";
	}

	@Override
	public long read(Path file) {
		long figures = 0;
		try (ReportFile.Opened opened = this.reader.open(file, String.valueOf(file.getFileName()), ContentHash.of(file))) {
			Iterator<FoundReport> reports = opened.reports();
			while (reports.hasNext()) {
				Report report = reports.next().report();
				figures += report.figures().size() + report.entries().size();
			}
		}
		return figures;
	}

}
