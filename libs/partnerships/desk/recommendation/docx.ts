import { Document, HeadingLevel, Packer, Paragraph, Table as WordTable, TableCell, TableRow, TextRun, WidthType, type IRunOptions } from 'docx';
import type { Fact, Sheet, Table } from './sheet.js';
import { withZipDates } from './zip-dates.js';

const CORE = 'docProps/core.xml';

/** A sheet as a DOCX; the same sheet gives the same bytes. */
export async function docxOf(sheet: Sheet): Promise<Buffer> {
  const document = new Document({
    title: sheet.title,
    creator: 'Verbond',
    styles: { default: { document: { run: { language: { value: sheet.language } } } } },
    sections: [{
      children: [
        new Paragraph({ text: sheet.title, heading: HeadingLevel.TITLE }),
        ...sheet.facts.map(factOf),
        ...(sheet.sections.length === 0 ? [new Paragraph(sheet.nothing)] : []),
        ...sheet.sections.flatMap(({ title, facts, tables }) => [
          new Paragraph({ text: title, heading: HeadingLevel.HEADING_1 }),
          ...facts.map(factOf),
          ...tables.flatMap(tableOf),
        ]),
      ],
    }],
  });
  return withZipDates(await Packer.toBuffer(document, undefined, [{ path: CORE, data: coreOf(sheet) }]), sheet.madeAt);
}

function run(text: string, bold = false): TextRun {
  const options: IRunOptions = { text, bold };
  return new TextRun(options);
}

const factOf = ({ label, value }: Fact): Paragraph => new Paragraph({ children: [run(`${label} `, true), run(value)] });

function tableOf({ title, head, rows }: Table): (Paragraph | WordTable)[] {
  const cell = (text: string, bold: boolean): TableCell => new TableCell({ children: [new Paragraph({ children: [run(text, bold)] })] });
  return [
    new Paragraph({ text: title, heading: HeadingLevel.HEADING_2 }),
    new WordTable({
      width: { size: 100, type: WidthType.PERCENTAGE },
      rows: [
        new TableRow({ tableHeader: true, children: head.map((text) => cell(text, true)) }),
        ...rows.map((row) => new TableRow({ children: row.map((text) => cell(text, false)) })),
      ],
    }),
  ];
}

/** The properties with the time of the sheet: the library would write that of the machine. */
function coreOf({ title, madeAt }: Sheet): string {
  const at = `xsi:type="dcterms:W3CDTF">${madeAt.toISOString()}`;
  const escaped = title.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<?xml version="1.0" encoding="UTF-8"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<dc:title>${escaped}</dc:title><dc:creator>Verbond</dc:creator>
<dcterms:created ${at}</dcterms:created><dcterms:modified ${at}</dcterms:modified></cp:coreProperties>`;
}
