package org.srdi.monitor.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

import javax.xml.stream.XMLStreamException;

/** The shared texts that kept cells use, numbered anew in the order of their use. */
final class UsedStrings {

	private final Map<Integer, Integer> numbers = new LinkedHashMap<>();

	/** Returns the new number of a text. */
	int use(int old) {
		return this.numbers.computeIfAbsent(old, (missing) -> this.numbers.size());
	}

	/** Copies the table of texts with the used ones only. */
	void copy(XmlCopy xml, OutputStream out, Budget budget) throws XMLStreamException, IOException {
		Map<Integer, String> texts = new TreeMap<>();
		int old = 0;
		while (xml.next()) {
			if (!xml.isStart("si")) {
				copyFrame(xml, out, texts);
				continue;
			}
			Integer number = this.numbers.get(old);
			old++;
			if (number == null) {
				xml.skip();
				continue;
			}
			String text = xml.cut();
			budget.bytes(text.length());
			texts.put(number, text);
		}
	}

	private static void copyFrame(XmlCopy xml, OutputStream out, Map<Integer, String> texts)
			throws XMLStreamException, IOException {
		if (xml.isStart("sst")) {
			xml.copyStart(Map.of("count", "", "uniqueCount", ""));
		}
		else if (xml.isEnd("sst")) {
			xml.flush();
			for (String text : texts.values()) {
				out.write(text.getBytes(StandardCharsets.UTF_8));
			}
			xml.copy();
		}
	}

}
