package org.srdi.monitor.workbook;

/** What is peculiar about a file that can be read all the same. */
public enum Trait {

	/** Its name says another format than its content. */
	EXTENSION,
	/** Its text is not in UTF-8. */
	ENCODING,
	/** Its values are not separated by commas. */
	DELIMITER,
	/** It has macros, which are never run. */
	MACROS,
	/** It refers to other workbooks, which are not opened. */
	EXTERNAL_LINKS,
	/** It embeds other documents, which are not opened. */
	EMBEDDED_OBJECTS

}
