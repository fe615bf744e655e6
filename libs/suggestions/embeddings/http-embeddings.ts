import { z } from 'zod';
import type { EmbeddingsConfig } from '#libs/platform';
import type { EmbeddingService } from './embedding-service.js';

const PATIENCE_MILLISECONDS = 30_000;

const ANSWER = z.object({ data: z.array(z.object({ index: z.int(), embedding: z.array(z.number()) })) });
type Answer = z.infer<typeof ANSWER>;

/** The widespread way to ask: POST {input: string[], model} -> {data: [{index, embedding: number[]}]}, in any order. */
export class HttpEmbeddings implements EmbeddingService {
  readonly model: string;

  constructor(
    private readonly settings: EmbeddingsConfig,
    private readonly patience = PATIENCE_MILLISECONDS,
  ) {
    this.model = settings.model;
  }

  async embed(texts: readonly string[]): Promise<number[][]> {
    const { success, data } = ANSWER.safeParse(await this.ask(texts));
    if (!success) throw new Error('The embedding service answered something else than {data: [{index, embedding}]}.');
    return vectorsIn(data, texts.length);
  }

  /** Neither texts nor key follow a redirection to somewhere else. */
  private async ask(texts: readonly string[]): Promise<unknown> {
    const { url, model, key } = this.settings;
    const headers = { 'content-type': 'application/json', ...(key !== undefined && { authorization: `Bearer ${key}` }) };
    const body = JSON.stringify({ input: texts, model });
    try {
      const response = await fetch(url, { method: 'POST', headers, body, redirect: 'error', signal: AbortSignal.timeout(this.patience) });
      if (response.ok) return await response.json();
      await response.body?.cancel();
      throw new Error(`status ${response.status}`);
    } catch (error) {
      throw new Error(`The embedding service gave no answer: ${reasonOf(error)}.`, { cause: error });
    }
  }
}

/** By index, each once, all of one dimension and with a direction. */
function vectorsIn({ data }: Answer, count: number): number[][] {
  const byIndex = new Map(data.map(({ index, embedding }) => [index, embedding]));
  const vectors = Array.from({ length: count }, (_, index) => byIndex.get(index)).filter((vector) => vector !== undefined);
  if (vectors.length !== count || data.length !== count) throw new Error(`The embedding service gave ${data.length} vectors for ${count} texts.`);
  if (new Set(vectors.map(({ length }) => length)).size > 1) throw new Error('The embedding service gave vectors of several dimensions.');
  if (!vectors.every(hasDirection)) throw new Error('The embedding service gave a vector without a direction.');
  return vectors;
}

/** Also in the four bytes a number in which it is kept. */
function hasDirection(vector: readonly number[]): boolean {
  const length = Float32Array.from(vector).reduce((sum, value) => sum + Math.abs(value), 0);
  return length > 0 && length < Infinity;
}

/** `fetch` says only that it failed; why stands in the cause. */
function reasonOf(error: unknown): string {
  const { message, cause } = error as Error & { cause?: NodeJS.ErrnoException };
  return cause?.code ?? cause?.message ?? message;
}
