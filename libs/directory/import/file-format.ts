import type { FileImport } from './file-import.js';

/** One thing that kept a row out; line 0 stands for the file as a whole. */
export interface Reject {
  readonly file: string;
  readonly line: number;
  readonly field: string;
  readonly reason: string;
}

/** What became of the rows of one file: rows = created + updated + unchanged + rejected. */
export interface FileReport {
  readonly file: string;
  readonly rows: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: number;
}

/** Work that depends on what is imported, by the name of its queue. */
export type Dependent = 'matching' | 'reminders';

/** A kind of file that can be imported, recognised by its name. */
export interface FileFormat {
  /** File name without `.gz`. */
  readonly name: string;
  /** Files of a lower order are imported first: others refer to them. */
  readonly order: number;
  /** Who is told when a file of this kind changed something. */
  readonly affects: readonly Dependent[];
  /** Reads, checks, stages and merges the whole file inside its transaction. */
  read(file: FileImport): Promise<void>;
}

/** The file cannot be read at all, or not to its end; nothing of it is imported. */
export class UnreadableFile extends Error {}
