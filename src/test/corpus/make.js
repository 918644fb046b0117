// Workbooks by ExcelJS and SheetJS. Usage: node make.js <manifest to write>
'use strict';
const fs = require('fs');
const path = require('path');
const ExcelJS = require('exceljs');
const SheetJS = require('xlsx');

const FILES = path.join(__dirname, '..', 'resources', 'corpus');
const NOTE = '示例数据，非真实经营数据';
const EXCELJS = 'ExcelJS';
const SHEETJS = 'SheetJS';
const cases = [];

function base() {
  const lines = fs.readFileSync(path.join(__dirname, 'base-grid.csv'), 'utf8').trim().split('\n');
  return lines.map((line) => {
    const row = line.split(',');
    const figures = row[2] && row[2] !== '计量单位';
    return row.map((cell, i) => (cell === '' ? null : figures && i > 2 ? Number(cell) : cell));
  });
}

// The base report with one cell changed: the row by its code, the column by its number from 0.
function changed(code, column, value) {
  const grid = base();
  grid.find((row) => row[1] === code)[column] = value;
  return grid;
}

function remember(name, producer, what, { verdict = 'READ', reason = '', differs = '', tolerances = '' } = {}) {
  cases.push([name, producer, verdict, reason, differs, tolerances, what]);
}

function fill(sheet, grid) {
  grid.forEach((row, r) => row.forEach((value, c) => {
    if (value !== null) {
      sheet.getCell(r + 1, c + 1).value = value;
    }
  }));
}

async function exceljs(name, grid, what, expected, edit) {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('月报');
  fill(sheet, grid);
  if (edit) {
    edit(sheet, book);
  }
  await book.xlsx.writeFile(path.join(FILES, name));
  remember(name, EXCELJS, what, expected);
}

function sheetjs(name, grid, what, expected, options = {}, edit) {
  const book = SheetJS.utils.book_new();
  const sheet = SheetJS.utils.aoa_to_sheet(grid);
  SheetJS.utils.book_append_sheet(book, sheet, '月报');
  if (edit) {
    edit(sheet, book);
  }
  SheetJS.writeFile(book, path.join(FILES, name), { bookType: 'xlsx', compression: true, ...options });
  remember(name, SHEETJS, what, expected);
}

async function byExcelJS() {
  await exceljs('exceljs-plain.xlsx', base(), 'as ExcelJS writes it');
  await exceljs('exceljs-rich-text.xlsx', changed('remark', 3, { richText: [{ text: '订单', font: { bold: true } }, { text: '增加' }] }), 'rich text by ExcelJS');
  await exceljs('exceljs-formula-with-result.xlsx', changed('operating_revenue', 3, { formula: '1000+198.76', result: 1198.76 }), 'a formula with the result its writer gave', { tolerances: 'FORMULA_VALUE' });
  await exceljs('exceljs-date.xlsx', changed('period', 3, new Date(Date.UTC(2026, 9, 31))), 'the period as a date', { tolerances: 'DATE_NUMBER' });
  await exceljs('exceljs-hyperlink.xlsx', changed('enterprise_name', 3, { text: '示例企业(武汉)001', hyperlink: 'http://example.invalid/' }), 'a text with a hyperlink');
  await exceljs('exceljs-hidden-sheet.xlsx', base(), 'a very hidden sheet with other figures behind the report', { tolerances: 'HIDDEN_SHEET' }, (sheet, book) => {
    fill(book.addWorksheet('旧月报', { state: 'veryHidden' }), changed('operating_revenue', 3, 9999.99));
  });
  await exceljs('exceljs-merged-heading.xlsx', base(), 'merged title, section titles and entries', {}, (sheet) => {
    ['A1:G1', 'A2:G2', 'A3:G3', 'D4:G4', 'D5:G5', 'D6:G6', 'A12:G12'].forEach((range) => sheet.mergeCells(range));
  });
  await exceljs('exceljs-validations-comments.xlsx', base(), 'data validation, comments, conditional formats', {}, (sheet) => {
    sheet.getCell('D9').dataValidation = { type: 'list', formulae: ['"正常,停产"'] };
    sheet.getCell('D19').note = '9999.99';
    sheet.addConditionalFormatting({ ref: 'D19:G23', rules: [{ type: 'cellIs', operator: 'lessThan', priority: 1, formulae: [0], style: { font: { bold: true } } }] });
  });
  const stream = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: path.join(FILES, 'exceljs-streamed.xlsx') });
  const sheet = stream.addWorksheet('月报');
  base().forEach((row) => sheet.addRow(row).commit());
  await stream.commit();
  remember('exceljs-streamed.xlsx', EXCELJS, 'written row by row, sizes behind the data');
}

function bySheetJS() {
  const no = (reason = 'NOT_A_WORKBOOK') => ({ verdict: 'UNREADABLE', reason });
  const little = [[NOTE], ['营业收入', 1198.76]];
  sheetjs('sheetjs-plain.xlsx', base(), 'as SheetJS writes it');
  sheetjs('sheetjs-shared-strings.xlsx', base(), 'SheetJS with shared strings', {}, { bookSST: true });
  sheetjs('sheetjs-plain.xls', base(), 'BIFF8 as SheetJS writes it', {}, { bookType: 'biff8' });
  sheetjs('sheetjs-formula.xls', changed('operating_revenue', 3, { t: 'n', v: 1198.76, f: '1000+198.76' }), 'a formula in BIFF8 by SheetJS, which keeps its value only', {}, { bookType: 'biff8' });
  sheetjs('sheetjs-hidden-sheet.xls', base(), 'a hidden sheet before the report in BIFF8', { tolerances: 'HIDDEN_SHEET' }, { bookType: 'biff8' }, (sheet, book) => {
    SheetJS.utils.book_append_sheet(book, SheetJS.utils.aoa_to_sheet(changed('operating_revenue', 3, 9999.99)), '旧月报');
    book.SheetNames.reverse();
    book.Workbook = { Sheets: [{ name: '旧月报', Hidden: 1 }, { name: '月报', Hidden: 0 }] };
  });
  sheetjs('sheetjs-dates.xlsx', changed('period', 3, { t: 'n', v: 46296, z: 'yyyy"年"m"月"' }), 'the period as a date shown as 2026年10月', { tolerances: 'DATE_NUMBER' });
  sheetjs('sheetjs-text-number.xls', changed('operating_revenue', 3, '1,198.76'), 'a typed number with comma in BIFF8', { tolerances: 'THOUSANDS' }, { bookType: 'biff8' });
  sheetjs('sheetjs-plain.csv', base(), 'csv by SheetJS', {}, { bookType: 'csv' });
  sheetjs('sheetjs-utf-16.tsv', base(), 'text with tabs in UTF-16 by SheetJS', { tolerances: 'DELIMITER;ENCODING' }, { bookType: 'txt' });
  sheetjs('excel-5-named-xls.xls', little, 'a workbook of Excel 5', no(), { bookType: 'biff5' });
  sheetjs('excel-2-named-xls.xls', little, 'a sheet of Excel 2', no(), { bookType: 'biff2' });
  sheetjs('binary-workbook.xlsb', little, 'a binary workbook', no(), { bookType: 'xlsb' });
  sheetjs('binary-workbook-named-xlsx.xlsx', little, 'a binary workbook named .xlsx', no(), { bookType: 'xlsb' });
  sheetjs('xml-spreadsheet-2003.xls', little, 'XML of Excel 2003 named .xls', no(), { bookType: 'xlml' });
  sheetjs('html-table-named-xls.xls', little, 'a web page with the table named .xls', no(), { bookType: 'html' });
  sheetjs('flat-opendocument-named-xls.xls', little, 'flat OpenDocument XML named .xls', no(), { bookType: 'fods' });
  sheetjs('sylk-named-xls.xls', little, 'a symbolic link file (SYLK) named .xls', no('NOT_A_WORKBOOK'), { bookType: 'sylk' });
}

function csv(text) {
  return /[",\n]/.test(text) ? '"' + text.replace(/"/g, '""') + '"' : text;
}

byExcelJS().then(() => {
  bySheetJS();
  fs.writeFileSync(process.argv[2], cases.map((row) => row.map(csv).join(',') + '\n').join(''));
});
