package org.srdi.monitor.batch;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamWriter;

import org.srdi.monitor.core.Progress;
import org.srdi.monitor.submission.FoundFile;
import org.srdi.monitor.submission.IntakeFiles;
import org.srdi.monitor.submission.Submissions;
import org.srdi.monitor.submission.Upload;
import org.srdi.monitor.submission.Uploads;

/**
 * Stores what was found in files, and decides about it at once where nothing that still
 * waits can change the outcome: most reports are then done with before the next file is
 * read. The others wait until all files are.
 */
class IntakeWriter implements ItemStreamWriter<FoundFile> {

	private final Lanes lanes;

	private final Uploads uploads;

	private final IntakeFiles files;

	private final ReportChecks checks;

	private final Submissions submissions;

	private final Progress progress;

	/** The enterprises of which something waits to be checked. */
	private final Set<Long> behind = ConcurrentHashMap.newKeySet();

	IntakeWriter(Lanes lanes, Uploads uploads, IntakeFiles files, ReportChecks checks, Submissions submissions,
			Progress progress) {
		this.lanes = lanes;
		this.uploads = uploads;
		this.files = files;
		this.checks = checks;
		this.submissions = submissions;
		this.progress = progress;
	}

	@Override
	public void open(ExecutionContext context) {
		this.behind.addAll(this.submissions.behind());
	}

	@Override
	public void write(Chunk<? extends FoundFile> files) {
		List<FoundFile> found = List.copyOf(files.getItems());
		List<Upload> uploads = found.stream().flatMap((file) -> file.uploads().stream()).toList();
		this.lanes.each(uploads, (upload) -> upload.found().report().creditCode(), this::store);
		this.files.mark(found);
		this.progress.advance(found.stream().filter(FoundFile::last).count());
	}

	private void store(List<Upload> uploads) {
		this.checks.conclude(this.uploads.store(uploads, (fresh) -> this.checks.judgeSettled(fresh, this.behind)));
	}

}
