package org.srdi.monitor.workbook;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;

import org.jspecify.annotations.Nullable;

/**
 * Copies XML event by event, so that elements can be left out or changed on the way,
 * however large the whole is. Goes by local names.
 */
final class XmlCopy implements AutoCloseable {

	private static final XMLOutputFactory OUTPUT = XMLOutputFactory.newDefaultFactory();

	private final XMLStreamReader reader;

	private final XMLStreamWriter target;

	private XMLStreamWriter writer;

	private int event = XMLStreamConstants.START_DOCUMENT;

	XmlCopy(InputStream in, OutputStream out) throws XMLStreamException {
		XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
		factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		this.reader = factory.createXMLStreamReader(in);
		this.target = OUTPUT.createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
		this.writer = this.target;
		this.target.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
	}

	/** Moves on; false at the end. */
	boolean next() throws XMLStreamException {
		this.event = this.reader.next();
		return this.event != XMLStreamConstants.END_DOCUMENT;
	}

	boolean isStart() {
		return this.event == XMLStreamConstants.START_ELEMENT;
	}

	boolean isStart(String name) {
		return isStart() && this.reader.getLocalName().equals(name);
	}

	boolean isEnd(String name) {
		return this.event == XMLStreamConstants.END_ELEMENT && this.reader.getLocalName().equals(name);
	}

	/** Returns the name of the element that starts or ends here. */
	String name() {
		return this.reader.getLocalName();
	}

	/** Returns the value of an attribute by its local name; null if there is none. */
	@Nullable String attribute(String name) {
		for (int i = 0; i < this.reader.getAttributeCount(); i++) {
			if (this.reader.getAttributeLocalName(i).equals(name)) {
				return this.reader.getAttributeValue(i);
			}
		}
		return null;
	}

	String attribute(String name, String otherwise) {
		String value = attribute(name);
		return (value != null) ? value : otherwise;
	}

	/** Copies what is here. */
	void copy() throws XMLStreamException {
		switch (this.event) {
			case XMLStreamConstants.START_ELEMENT -> copyStart(Map.of());
			case XMLStreamConstants.END_ELEMENT -> this.writer.writeEndElement();
			case XMLStreamConstants.CHARACTERS, XMLStreamConstants.SPACE, XMLStreamConstants.CDATA ->
				this.writer.writeCharacters(this.reader.getText());
			case XMLStreamConstants.DTD -> throw new XMLStreamException("There is a document type declaration");
			default -> {
				// comments and instructions say nothing to spreadsheet programs
			}
		}
	}

	/**
	 * Copies the start of an element.
	 * @param changes the attributes to replace by their local names; an empty value takes
	 * the attribute away
	 */
	void copyStart(Map<String, String> changes) throws XMLStreamException {
		this.writer.writeStartElement(text(this.reader.getPrefix()), this.reader.getLocalName(),
				text(this.reader.getNamespaceURI()));
		for (int i = 0; i < this.reader.getNamespaceCount(); i++) {
			declare(text(this.reader.getNamespacePrefix(i)), text(this.reader.getNamespaceURI(i)));
		}
		for (int i = 0; i < this.reader.getAttributeCount(); i++) {
			String local = this.reader.getAttributeLocalName(i);
			String value = changes.getOrDefault(local, this.reader.getAttributeValue(i));
			if (!value.isEmpty() || !changes.containsKey(local)) {
				writeAttribute(i, local, value);
			}
		}
	}

	private void declare(String prefix, String namespace) throws XMLStreamException {
		if (prefix.isEmpty()) {
			this.writer.writeDefaultNamespace(namespace);
		}
		else {
			this.writer.writeNamespace(prefix, namespace);
		}
	}

	private void writeAttribute(int index, String local, String value) throws XMLStreamException {
		String prefix = text(this.reader.getAttributePrefix(index));
		if (prefix.isEmpty()) {
			this.writer.writeAttribute(local, value);
		}
		else {
			this.writer.writeAttribute(prefix, text(this.reader.getAttributeNamespace(index)), local, value);
		}
	}

	/** The writer of the JDK knows the empty prefix by identity only. */
	private static String text(@Nullable String text) {
		return (text == null || text.isEmpty()) ? "" : text;
	}

	/** Copies the element that starts here, with all that is in it. */
	void copyElement() throws XMLStreamException {
		copy();
		for (int depth = 1; depth > 0 && next();) {
			depth += depthChange();
			copy();
		}
	}

	/** Passes over the element that starts here, with all that is in it. */
	void skip() throws XMLStreamException {
		for (int depth = 1; depth > 0 && next();) {
			depth += depthChange();
		}
	}

	private int depthChange() {
		return switch (this.event) {
			case XMLStreamConstants.START_ELEMENT -> 1;
			case XMLStreamConstants.END_ELEMENT -> -1;
			default -> 0;
		};
	}

	/** Returns the text of the element that starts here and moves to its end. */
	String text() throws XMLStreamException {
		return this.reader.getElementText();
	}

	/** Writes the end of an element whose text was taken, with other text. */
	void endWith(String text) throws XMLStreamException {
		this.writer.writeCharacters(text);
		this.writer.writeEndElement();
	}

	/** Returns the element that starts here as XML and moves to its end. */
	String cut() throws XMLStreamException {
		StringWriter fragment = new StringWriter();
		this.writer = OUTPUT.createXMLStreamWriter(fragment);
		copyElement();
		this.writer.close();
		this.writer = this.target;
		return fragment.toString();
	}

	/** Completes what has been copied so far, so that it may be followed by raw XML. */
	void flush() throws XMLStreamException {
		this.target.writeCharacters("");
		this.target.flush();
	}

	/** Completes the copy; the streams stay open. */
	@Override
	public void close() throws XMLStreamException {
		this.target.flush();
		this.reader.close();
	}

}
