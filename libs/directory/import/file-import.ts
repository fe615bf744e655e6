import type { QueryRunner } from 'typeorm';
import { enqueue } from '#libs/platform';
import type { Dependent, FileReport, Reject } from './file-format.js';
import type { Problem, Row } from './row.js';
import type { SourceFile } from './source-file.js';

const BATCH_ROWS = 4000;
const BATCH_CHARACTERS = 8_000_000;

/** The job that each queue gets when an import changed what its work depends on. */
const JOBS: Readonly<Record<Dependent, string>> = { matching: 'data-changed', reminders: 'plan' };

/**
 * One file on its way into the database, inside one transaction: rows are staged in batches in the temporary table
 * `staged`, checked there, and merged by set-based statements. Which lines created or updated something is kept in the
 * temporary table `touched`.
 */
export class FileImport {
  readonly rejects: Reject[] = [];
  private rows = 0;
  private rejected = 0;

  private constructor(
    readonly source: SourceFile,
    private readonly runner: QueryRunner,
    private readonly mentioned: Set<string>,
    private readonly onProgress: () => void,
  ) {}

  /**
   * @param runner with an open transaction
   * @param mentioned the codes met so far in this run, over all its files
   */
  static async begin(
    source: SourceFile,
    runner: QueryRunner,
    mentioned: Set<string>,
    onProgress: () => void,
  ): Promise<FileImport> {
    await runner.query('CREATE TEMP TABLE touched (line integer, created boolean) ON COMMIT DROP');
    return new FileImport(source, runner, mentioned, onProgress);
  }

  /** Of files that contradict each other about one code the first is believed, or every run would change it to and fro. */
  isFirstMention(code: string): boolean {
    const isFirst = !this.mentioned.has(code);
    this.mentioned.add(code);
    return isFirst;
  }

  query<T>(sql: string, parameters: readonly unknown[] = []): Promise<T[]> {
    return this.runner.manager.query<T[]>(sql, [...parameters]);
  }

  /** One row with all that is wrong with it. */
  reject(line: number, problems: readonly Problem[]): void {
    this.rejected += 1;
    for (const { field, reason } of problems) this.rejects.push({ file: this.source.path, line, field, reason });
  }

  /**
   * Fills the temporary table `staged` anew with what `read` makes of each row; rows with problems are rejected.
   * @param columns the SQL columns of the staged rows beside `line`; those that `read` does not give are NULL
   */
  async stage(columns: string, rows: AsyncIterable<Row> | Iterable<Row>, read: (row: Row) => object): Promise<void> {
    await this.query('DROP TABLE IF EXISTS pg_temp.staged');
    await this.query(`CREATE TEMP TABLE staged (line integer, ${columns}) ON COMMIT DROP`);
    let batch: string[] = [];
    let size = 0;
    for await (const row of rows) {
      this.rows += 1;
      const values = row.problems.length === 0 ? read(row) : {};
      if (row.problems.length > 0) {
        this.reject(row.line, row.problems);
        continue;
      }
      const staged = JSON.stringify({ line: row.line, ...values });
      size += staged.length;
      if (batch.push(staged) < BATCH_ROWS && size < BATCH_CHARACTERS) continue;
      await this.addToStaged(columns, batch);
      batch = [];
      size = 0;
    }
    await this.addToStaged(columns, batch);
    await this.query('ANALYZE staged');
  }

  private async addToStaged(columns: string, rows: readonly string[]): Promise<void> {
    await this.query(
      `INSERT INTO staged SELECT * FROM jsonb_to_recordset($1::jsonb) AS row (line integer, ${columns})`,
      [`[${rows.join(',')}]`],
    );
    this.onProgress();
  }

  /** Rejects staged rows. @param condition SQL on `s`, a staged row; @param reason an SQL text */
  async refuse(field: string, condition: string, reason: string): Promise<void> {
    const deleted = await this.query<{ line: number; reason: string }>(
      `WITH deleted AS (DELETE FROM staged s WHERE ${condition} RETURNING s.*) SELECT line, ${reason} AS reason FROM deleted s`,
    );
    for (const { line, reason: text } of deleted) this.reject(line, [{ field, reason: text }]);
  }

  /**
   * Runs one merging statement and notes the lines behind what it wrote, the first line for rows that are joined.
   * @param key columns of `staged` that the statement returns, beside `created`
   */
  async merge(key: string, statement: string): Promise<void> {
    await this.query(
      `WITH done AS (${statement})
       INSERT INTO touched SELECT min(line), bool_or(created) FROM done JOIN staged USING (${key}) GROUP BY ${key}`,
    );
  }

  /** The rows staged so far name their sources; an unknown one is shown under its own name until its text is imported. */
  async ensureSources(): Promise<void> {
    await this.query(
      `INSERT INTO attributions (source, text)
       SELECT DISTINCT source, source FROM staged WHERE source IS NOT NULL ON CONFLICT DO NOTHING`,
    );
  }

  /** Counts what happened and, when something changed, tells those who depend on it; nothing may be written after. */
  async finish(affects: readonly Dependent[]): Promise<FileReport> {
    const [count] = await this.query<{ created: number; updated: number }>(
      `SELECT count(*) FILTER (WHERE created) AS created, count(*) FILTER (WHERE NOT created) AS updated
       FROM (SELECT bool_or(created) AS created FROM touched GROUP BY line) AS lines`,
    );
    const { created, updated } = count ?? { created: 0, updated: 0 };
    const { rows, rejected } = this;
    if (created + updated > 0) await this.announce(affects);
    const unchanged = rows - rejected - created - updated;
    return { file: this.source.path, rows, created, updated, unchanged, rejected };
  }

  /** The version grows last: whoever sees the new one early finds the rows committed a moment later. */
  private async announce(affects: readonly Dependent[]): Promise<void> {
    for (const queue of affects) await enqueue(this.runner.manager, queue, JOBS[queue]);
    if (affects.includes('matching')) await this.query(`SELECT note_directory_change()`);
  }
}
