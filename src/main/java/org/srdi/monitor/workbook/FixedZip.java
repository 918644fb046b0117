package org.srdi.monitor.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.time.ZoneId;

import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/**
 * A zip whose entries all bear the same time, whatever the clock and the zone, so that
 * the same content gives the same bytes.
 */
final class FixedZip extends ZipArchiveOutputStream {

	/** Local, because the times in a zip have no zone. */
	private static final LocalDateTime TIME = LocalDateTime.of(2000, 1, 1, 0, 0);

	FixedZip(OutputStream out) {
		super(out);
		setUseZip64(Zip64Mode.AsNeeded);
	}

	@Override
	public void putArchiveEntry(ZipArchiveEntry entry) throws IOException {
		super.putArchiveEntry(timed(entry));
	}

	/** Adds a part that is compressed already. */
	void add(RawPart part) throws IOException {
		addRawArchiveEntry(timed(part.entry()), part.content());
	}

	private static ZipArchiveEntry timed(ZipArchiveEntry entry) {
		entry.setTime(TIME.atZone(ZoneId.systemDefault()).toInstant().toEpochMilli());
		return entry;
	}

}
