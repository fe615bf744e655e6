import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { enqueue } from '#libs/platform';
import { EMBEDDING_SERVICE, type EmbeddingService } from './embedding-service.js';
import { TEXTS } from './texts.js';

/** Texts in one request, and requests at a time. */
const BATCH = 32;
const AT_A_TIME = 4;

const MISSING = `
  SELECT text FROM (${TEXTS}) texts WHERE NOT EXISTS (SELECT FROM text_vectors v WHERE v.key = text_key($1, text))
  ORDER BY text_key($1, text) LIMIT ${BATCH * AT_A_TIME}`;

interface Embedded {
  readonly text: string;
  readonly vector: readonly number[];
}

/** Vectors of the texts of projects and calls, told by the operator's own service, if there is one, and kept. */
@Injectable()
export class EmbeddingsService {
  constructor(
    private readonly database: DataSource,
    @Inject(EMBEDDING_SERVICE) private readonly service: EmbeddingService | undefined,
  ) {}

  get isOn(): boolean {
    return this.service !== undefined;
  }

  /** Has the service asked about new texts, in the background. */
  async wakeUp(): Promise<void> {
    if (this.isOn) await this.database.transaction((manager) => enqueue(manager, 'embeddings', 'embed'));
  }

  /**
   * Asks about all texts that have no vector yet, and shows what was told: also when it fails half-way.
   * @throws what the service throws; what was told before is kept
   */
  async embedMissing(): Promise<void> {
    if (this.service === undefined) return;
    try {
      while (await this.embedSome(this.service));
    } finally {
      await this.show(this.service.model);
    }
  }

  /** Lets go of vectors of texts that are gone, and of all where there is no service any more. */
  async prune(): Promise<void> {
    if (this.service === undefined) return this.forgetAll();
    await this.database.query(
      `DELETE FROM text_vectors WHERE (model = $1 OR NOT shown) AND key NOT IN (SELECT text_key($1, text) FROM (${TEXTS}) texts)`,
      [this.service.model],
    );
  }

  private forgetAll(): Promise<void> {
    return this.database.transaction(async (manager) => {
      const [, gone] = await manager.query<[unknown[], number]>('DELETE FROM text_vectors');
      if (gone > 0) await noteChange(manager);
    });
  }

  /** One worker at a time asks, so that no text is paid for twice. @returns false when there is nothing to do */
  private async embedSome(service: EmbeddingService): Promise<boolean> {
    const outcomes = await this.database.transaction(async (manager) => {
      if (!(await isAlone(manager))) return [];
      const texts = (await manager.query<{ text: string }[]>(MISSING, [service.model])).map(({ text }) => text);
      const asked = await Promise.allSettled(batchesOf(texts).map((batch) => embedded(service, batch)));
      await store(manager, service.model, asked.flatMap((outcome) => (outcome.status === 'fulfilled' ? outcome.value : [])));
      return asked;
    });
    const failed = outcomes.find((outcome) => outcome.status === 'rejected');
    if (failed !== undefined) throw failed.reason;
    return outcomes.length > 0;
  }

  /** Everything new at once, so that the directory is read anew once; vectors of another model make room. */
  private show(model: string): Promise<void> {
    return this.database.transaction(async (manager) => {
      const [, added] = await manager.query<[unknown[], number]>('UPDATE text_vectors SET shown = true WHERE model = $1 AND NOT shown', [model]);
      if (added === 0) return;
      await manager.query('DELETE FROM text_vectors WHERE model <> $1', [model]);
      await noteChange(manager);
    });
  }
}

async function noteChange(manager: EntityManager): Promise<void> {
  await manager.query('SELECT note_directory_change()');
  await enqueue(manager, 'matching', 'refresh');
}

async function isAlone(manager: EntityManager): Promise<boolean> {
  const [row] = await manager.query<{ alone: boolean }[]>(`SELECT pg_try_advisory_xact_lock(hashtext('verbond embeddings')) AS alone`);
  return row?.alone === true;
}

function batchesOf(texts: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(texts.length / BATCH) }, (_, i) => texts.slice(i * BATCH, (i + 1) * BATCH));
}

async function embedded(service: EmbeddingService, texts: readonly string[]): Promise<Embedded[]> {
  const vectors = await service.embed(texts);
  return texts.map((text, i) => ({ text, vector: vectors[i] ?? [] }));
}

/** @throws Error when a model changes its dimension: such vectors do not compare */
async function store(manager: EntityManager, model: string, told: readonly Embedded[]): Promise<void> {
  const [known] = await manager.query<{ dimension: number }[]>('SELECT cardinality(vector) AS dimension FROM text_vectors WHERE model = $1 LIMIT 1', [model]);
  const dimension = known?.dimension ?? told[0]?.vector.length;
  const other = told.find(({ vector }) => vector.length !== dimension);
  if (other !== undefined) throw new Error(`The model ${model} gave ${other.vector.length} dimensions where it gave ${dimension}: a changed model needs another name.`);
  await manager.query(
    `INSERT INTO text_vectors (key, model, vector)
     SELECT text_key($1, text), $1, vector FROM jsonb_to_recordset($2) AS told (text text, vector real[]) ON CONFLICT DO NOTHING`,
    [model, JSON.stringify(told)],
  );
}
