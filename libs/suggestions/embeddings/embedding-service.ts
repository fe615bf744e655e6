/** Nest's injection token of the {@link EmbeddingService}; undefined where the operator has none. */
export const EMBEDDING_SERVICE = Symbol('EmbeddingService');

/** A service of the operator's own that tells what texts are about, as vectors. */
export interface EmbeddingService {
  /** Vectors of one model compare with each other, and with no others. */
  readonly model: string;
  /**
   * One vector a text, in their order: finite numbers, as many for each, not all 0.
   * @throws Error when it does not answer so in time
   */
  embed(texts: readonly string[]): Promise<number[][]>;
}
