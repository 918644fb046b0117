package org.srdi.monitor.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.jspecify.annotations.Nullable;

import org.srdi.monitor.workbook.UnreadableFileException.Reason;

/**
 * Pulls elements from a part of a workbook. Knows local names only, so that the strict
 * and the transitional flavour read alike; follows no reference out of the part.
 */
final class Xml implements AutoCloseable {

	/** A cell takes 32,767 characters. */
	private static final int LONGEST_TEXT = 1 << 17;

	private final Path file;

	private final InputStream in;

	private final XMLStreamReader reader;

	private int event = XMLStreamConstants.START_DOCUMENT;

	Xml(XMLInputFactory factory, InputStream in, Path file) {
		this.file = file;
		this.in = in;
		try {
			this.reader = factory.createXMLStreamReader(in);
		}
		catch (XMLStreamException ex) {
			throw damaged(ex);
		}
	}

	/** Makes a factory of readers that ignore document types and external entities. */
	static XMLInputFactory factory() {
		XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
		factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		factory.setProperty(XMLInputFactory.IS_COALESCING, false);
		return factory;
	}

	/** Moves to the next start or end of an element; false at the end of the part. */
	boolean next() {
		do {
			if (pull() == XMLStreamConstants.END_DOCUMENT) {
				return false;
			}
		}
		while (this.event != XMLStreamConstants.START_ELEMENT && this.event != XMLStreamConstants.END_ELEMENT);
		return true;
	}

	private int pull() {
		try {
			this.event = this.reader.hasNext() ? this.reader.next() : XMLStreamConstants.END_DOCUMENT;
			return this.event;
		}
		catch (UnreadableFileException ex) {
			throw ex;
		}
		catch (XMLStreamException | RuntimeException ex) {
			throw damaged(ex); // the reader of the JDK throws whatever it likes
		}
	}

	boolean isStart(String name) {
		return this.event == XMLStreamConstants.START_ELEMENT && this.reader.getLocalName().equals(name);
	}

	boolean isEnd(String name) {
		return this.event == XMLStreamConstants.END_ELEMENT && this.reader.getLocalName().equals(name);
	}

	@Nullable String attribute(String name) {
		return this.reader.getAttributeValue(null, name);
	}

	String attribute(String name, String otherwise) {
		String value = attribute(name);
		return (value != null) ? value : otherwise;
	}

	int number(String name, int otherwise) {
		String value = attribute(name);
		if (value == null) {
			return otherwise;
		}
		try {
			return Integer.parseInt(value);
		}
		catch (NumberFormatException ex) {
			throw damaged(ex);
		}
	}

	boolean truth(String name) {
		String value = attribute(name, "0");
		return value.equals("1") || value.equals("true");
	}

	/** Returns the text of the element whose start was reached, and moves to its end. */
	String text() {
		StringBuilder text = new StringBuilder();
		while (pull() != XMLStreamConstants.END_ELEMENT) {
			if (this.event == XMLStreamConstants.CHARACTERS || this.event == XMLStreamConstants.CDATA
					|| this.event == XMLStreamConstants.SPACE) {
				text.append(this.reader.getTextCharacters(), this.reader.getTextStart(), this.reader.getTextLength());
			}
			if (this.event == XMLStreamConstants.START_ELEMENT || this.event == XMLStreamConstants.END_DOCUMENT
					|| text.length() > LONGEST_TEXT) {
				throw damaged(null);
			}
		}
		return text.toString();
	}

	/**
	 * Returns the text of the rich text whose start was reached, without the readings
	 * above its characters, and moves to its end.
	 */
	String richText(String end) {
		StringBuilder text = new StringBuilder();
		boolean reading = false;
		while (next() && !isEnd(end)) {
			if (isStart("rPh") || isEnd("rPh")) {
				reading = isStart("rPh");
			}
			else if (isStart("t") && !reading) {
				text.append(text());
			}
		}
		return Content.unescaped(text.toString());
	}

	UnreadableFileException damaged(@Nullable Throwable cause) {
		return new UnreadableFileException(Reason.DAMAGED, this.file, cause);
	}

	@Override
	public void close() {
		try {
			this.reader.close(); // leaves the stream open
			this.in.close();
		}
		catch (XMLStreamException | IOException ex) {
			throw damaged(ex);
		}
	}

}
