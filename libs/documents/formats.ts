import { fileTypeFromFile } from 'file-type';

/** What is taken, by the type that the bytes themselves show; macros make a type of their own, which is not here. */
const FORMATS = {
  'application/pdf': 'PDF',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'DOCX',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'XLSX',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'PPTX',
  'application/vnd.oasis.opendocument.spreadsheet': 'ODS',
} as const;
export type Format = (typeof FORMATS)[keyof typeof FORMATS];

/** The format of a file, found in its content; undefined for one that is not taken. */
export async function formatOf(path: string): Promise<Format | undefined> {
  const found = await fileTypeFromFile(path);
  return found === undefined ? undefined : (FORMATS as Readonly<Record<string, Format>>)[found.mime];
}

export function mediaTypeOf(format: Format): string {
  return Object.entries(FORMATS).find(([, known]) => known === format)?.[0] ?? 'application/octet-stream';
}
