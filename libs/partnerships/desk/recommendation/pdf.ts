import { createRequire } from 'node:module';
import path from 'node:path';
import pdfMake, { type Content } from 'pdfmake';
import type { Fact, Sheet, Table } from './sheet.js';

/** A font with the letters of all European languages comes with the library; nothing else is read, and nothing fetched. */
const FONTS = path.join(path.dirname(createRequire(import.meta.url).resolve('pdfmake/package.json')), 'fonts', 'Roboto');
const font = (name: string): string => path.join(FONTS, `Roboto-${name}.ttf`);
pdfMake.setFonts({ Roboto: { normal: font('Regular'), bold: font('Medium'), italics: font('Italic'), bolditalics: font('MediumItalic') } });
pdfMake.setLocalAccessPolicy((file) => path.dirname(file) === FONTS);
pdfMake.setUrlAccessPolicy(() => false);

/** A sheet as a PDF; the same sheet gives the same bytes. */
export function pdfOf(sheet: Sheet): Promise<Buffer> {
  return pdfMake.createPdf({
    info: { title: sheet.title, creator: 'Verbond', producer: 'Verbond', creationDate: sheet.madeAt, modDate: sheet.madeAt },
    language: sheet.language,
    pageSize: 'A4',
    pageMargins: [50, 50, 50, 60],
    defaultStyle: { fontSize: 10, lineHeight: 1.2 },
    footer: (page, pages) => ({ text: sheet.pageOf(page, pages), alignment: 'center', margin: [0, 20, 0, 0], fontSize: 8 }),
    content: [
      { text: sheet.title, fontSize: 18, bold: true, margin: [0, 0, 0, 12] },
      ...sheet.facts.map(factOf),
      ...(sheet.sections.length === 0 ? [{ text: sheet.nothing, margin: [0, 12, 0, 0] as [number, number, number, number] }] : []),
      ...sheet.sections.flatMap(({ title, facts, tables }): Content[] => [
        { text: title, fontSize: 14, bold: true, margin: [0, 18, 0, 6], headlineLevel: 1 },
        ...facts.map(factOf),
        ...tables.flatMap(tableOf),
      ]),
    ],
  }).getBuffer();
}

const factOf = ({ label, value }: Fact): Content => ({ text: [{ text: `${label} `, bold: true }, value], margin: [0, 0, 0, 2] });

function tableOf({ title, head, rows }: Table): Content[] {
  const cells = [head.map((text) => ({ text, bold: true })), ...rows.map((row) => row.map((text) => ({ text })))];
  return [
    { text: title, bold: true, margin: [0, 8, 0, 3] },
    { table: { headerRows: 1, widths: head.map(() => '*'), body: cells }, layout: 'lightHorizontalLines', fontSize: 9 },
  ];
}
