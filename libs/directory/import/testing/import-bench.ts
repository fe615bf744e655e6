import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { DataSource } from 'typeorm';
import { connect, copyOfTemplate } from '#libs/platform';
import { directoryFormats, importFiles, type ImportOptions, type ImportReport } from '../index.js';

export type Files = Readonly<Record<string, string | Buffer>>;

/** A database of its own and a folder, for tests that import files made on the spot. */
export class ImportBench {
  readonly folder = fs.mkdtempSync(path.join(os.tmpdir(), 'verbond-import-'));

  private constructor(
    readonly dataSource: DataSource,
    private readonly database: { drop(): Promise<void> },
  ) {}

  static async open(): Promise<ImportBench> {
    const database = await copyOfTemplate();
    return new ImportBench(await connect(database.url, []), database);
  }

  async close(): Promise<void> {
    await this.dataSource.destroy();
    await this.database.drop();
    fs.rmSync(this.folder, { recursive: true });
  }

  async clear(): Promise<void> {
    await this.rows('TRUNCATE attributions, themes, territories, labour_market_regions, outbox CASCADE');
  }

  /** Imports these files, and no others, from one folder. */
  load(files: Files, options: ImportOptions = {}): Promise<ImportReport> {
    for (const name of fs.readdirSync(this.folder)) fs.rmSync(path.join(this.folder, name), { recursive: true });
    for (const [name, content] of Object.entries(files)) {
      fs.mkdirSync(path.dirname(path.join(this.folder, name)), { recursive: true });
      fs.writeFileSync(path.join(this.folder, name), content);
    }
    return importFiles(this.dataSource, [this.folder], directoryFormats, options);
  }

  rows<T = unknown>(sql: string): Promise<T[]> {
    return this.dataSource.query<T[]>(sql);
  }
}

/** 'themes.csv:3 parent: there is no theme x' */
export function rejectsOf({ rejects }: ImportReport): string[] {
  return rejects.map(({ file, line, field, reason }) => `${path.basename(file)}:${line} ${field}: ${reason}`);
}

/** Of each file: rows, created, updated, unchanged, rejected. */
export function countsOf({ files }: ImportReport): number[][] {
  return files.map(({ rows, created, updated, unchanged, rejected }) => [rows, created, updated, unchanged, rejected]);
}

export const THEMES = [
  'id,parent,en,nl,fr,de',
  'skills,,Skills,Vaardigheden,Compétences,Fähigkeiten',
  'health,,Health,Gezondheid,Santé,Gesundheit',
].join('\n');

export const PROJECT = '{"id":"p1","title":"One","topics":["Education"],"start":"2020"}\n';

/** organisations.csv with rows of the columns id, name, country, pic, designation, themes_offered, themes_sought. */
export function organisationsCsv(...rows: readonly string[]): string {
  return ['id,name,country,pic,designation,themes_offered,themes_sought', ...rows].join('\n');
}

export function jsonLines(...values: readonly object[]): string {
  return values.map((value) => `${JSON.stringify(value)}\n`).join('');
}
