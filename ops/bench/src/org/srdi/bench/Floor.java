package org.srdi.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * What nobody can do without: unpacks the sheets and the texts and walks over their tags.
 */
final class Floor implements Contender {

	@Override
	public String name() {
		return "inflate + tokenise";
	}

	@Override
	public long read(Path file) throws IOException {
		long cells = 0;
		byte[] buffer = new byte[1 << 16];
		try (ZipFile zip = new ZipFile(file.toFile())) {
			for (ZipEntry entry : Collections.list(zip.entries())) {
				String name = entry.getName();
				if (name.startsWith("xl/worksheets/sheet") || name.equals("xl/sharedStrings.xml")) {
					try (InputStream in = zip.getInputStream(entry)) {
						cells += tokens(in, buffer);
					}
				}
			}
		}
		return cells;
	}

	/** Returns how many values begin: {@code <v>} and {@code <t>}. */
	private static long tokens(InputStream in, byte[] buffer) throws IOException {
		long values = 0;
		boolean inside = false;
		int letters = 0;
		int first = 0;
		for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
			for (int i = 0; i < count; i++) {
				byte letter = buffer[i];
				if (letter == '<') {
					inside = true;
					letters = 0;
				}
				else if (inside && letter == '>') {
					values += (letters == 1 && (first == 'v' || first == 't')) ? 1 : 0;
					inside = false;
				}
				else if (inside) {
					first = (letters == 0) ? letter : first;
					letters++;
				}
			}
		}
		return values;
	}

}
