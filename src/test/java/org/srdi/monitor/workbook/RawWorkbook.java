package org.srdi.monitor.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** An .xlsx file made of XML that no library writes. */
final class RawWorkbook {

	private static final String RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

	private final Map<String, String> parts = new LinkedHashMap<>();

	RawWorkbook() {
		part("_rels/.rels", relations("officeDocument", "xl/workbook.xml"));
		part("xl/workbook.xml", workbook("<workbookPr/>"));
		part("xl/_rels/workbook.xml.rels", relations("worksheet", "worksheets/sheet1.xml", "styles", "styles.xml",
				"sharedStrings", "/xl/sharedStrings.xml"));
		part("xl/styles.xml",
				"""
						<styleSheet><numFmts><numFmt numFmtId="200" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts>
						<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
						<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="200"/><xf numFmtId="31"/><xf numFmtId="20"/></cellXfs>
						</styleSheet>""");
		part("xl/sharedStrings.xml",
				"""
						<sst><si><t>营业收入</t></si><si><r><t>示例</t></r><r><t xml:space="preserve"> 企业 </t></r><rPh sb="0" eb="1"><t>shili</t></rPh></si>
						<si><t>一行_x000D_二行 &amp; &lt;三&gt;</t></si></sst>""");
		rows("");
	}

	static String workbook(String properties) {
		return "<workbook xmlns:r='x'>" + properties
				+ "<sheets><sheet name='月报' sheetId='7' r:id='r0'/></sheets></workbook>";
	}

	static String relations(String... kindsAndTargets) {
		StringBuilder xml = new StringBuilder("<Relationships>");
		for (int i = 0; i < kindsAndTargets.length; i += 2) {
			xml.append("<Relationship Id='r%d' Type='%s' Target='%s'/>".formatted(i / 2, RELATION + kindsAndTargets[i],
					kindsAndTargets[i + 1]));
		}
		return xml.append("</Relationships>").toString();
	}

	RawWorkbook part(String name, String xml) {
		this.parts.put(name, xml);
		return this;
	}

	RawWorkbook without(String name) {
		this.parts.remove(name);
		return this;
	}

	RawWorkbook rows(String rows) {
		return part("xl/worksheets/sheet1.xml",
				"<worksheet><cols><col min='1' max='1'/></cols><sheetData>" + rows + "</sheetData><f/></worksheet>");
	}

	Path save(Path file) throws IOException {
		try (OutputStream out = Files.newOutputStream(file); ZipOutputStream zip = new ZipOutputStream(out)) {
			for (Map.Entry<String, String> part : this.parts.entrySet()) {
				zip.putNextEntry(new ZipEntry(part.getKey()));
				zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
			}
		}
		return file;
	}

}
