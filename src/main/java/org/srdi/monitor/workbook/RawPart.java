package org.srdi.monitor.workbook;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.zip.ZipEntry;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/**
 * A part of a workbook as the zip holds it.
 *
 * @param name its name in the zip
 * @param deflated its compressed bytes
 * @param size how many bytes it unpacks to
 * @param crc the CRC-32 of those
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares parts, and copies cost time
record RawPart(String name, byte[] deflated, long size, long crc) {

	/** Returns the head of the part in a zip; its time is the zip's business. */
	ZipArchiveEntry entry() {
		ZipArchiveEntry entry = new ZipArchiveEntry(this.name);
		entry.setMethod(ZipEntry.DEFLATED);
		entry.setSize(this.size);
		entry.setCompressedSize(this.deflated.length);
		entry.setCrc(this.crc);
		return entry;
	}

	InputStream content() {
		return new ByteArrayInputStream(this.deflated);
	}

}
