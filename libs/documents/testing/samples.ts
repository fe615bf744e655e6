/** A ZIP file with one entry that is stored as it is. */
export function zipOf(name: string, content: string): Buffer {
  const [path, bytes] = [Buffer.from(name), Buffer.from(content)];
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(10, 4);
  local.writeUInt32LE(bytes.length, 18);
  local.writeUInt32LE(bytes.length, 22);
  local.writeUInt16LE(path.length, 26);
  const directory = Buffer.alloc(46);
  directory.writeUInt32LE(0x02014b50, 0);
  directory.writeUInt32LE(bytes.length, 20);
  directory.writeUInt32LE(bytes.length, 24);
  directory.writeUInt16LE(path.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(directory.length + path.length, 12);
  end.writeUInt32LE(local.length + path.length + bytes.length, 16);
  return Buffer.concat([local, path, bytes, directory, path, end]);
}

const office = (main: string): Buffer =>
  zipOf('[Content_Types].xml', `<Types><Override PartName="/main.xml" ContentType="application/vnd.${main}.main+xml"/></Types>`);

export const SAMPLES = {
  PDF: Buffer.from('%PDF-1.4\n%%EOF\n'),
  DOCX: office('openxmlformats-officedocument.wordprocessingml.document'),
  XLSX: office('openxmlformats-officedocument.spreadsheetml.sheet'),
  PPTX: office('openxmlformats-officedocument.presentationml.presentation'),
  ODS: zipOf('mimetype', 'application/vnd.oasis.opendocument.spreadsheet'),
};

export const NOT_TAKEN = {
  nothing: Buffer.alloc(0),
  text: Buffer.from('Dear all'),
  'a page': Buffer.from('<html><script>alert(1)</script></html>'),
  'a program': Buffer.concat([Buffer.from('\u007fELF', 'latin1'), Buffer.alloc(64)]),
  'a Word file with macros': office('ms-word.document.macroEnabled'),
  'any ZIP': zipOf('a.txt', 'a'),
};
