import type { Method } from '../method.js';
import { bm25 } from './bm25.js';
import { ease } from './ease.js';
import { geography } from './geography.js';
import { itemKnn } from './item-knn.js';
import { overlap } from './overlap.js';
import { popularity } from './popularity.js';
import { ppr } from './ppr.js';
import { random } from './random.js';
import { rp3beta } from './rp3beta.js';
import { rrf } from './rrf.js';
import { textKnn } from './text-knn.js';
import { topicPopularity } from './topic-popularity.js';

/** The known methods that anyone can compare the model with, by their names on the command line. */
export const METHODS: Readonly<Record<string, Method>> = {
  random,
  popularity,
  'topic-popularity': topicPopularity,
  geography,
  bm25,
  'text-knn': textKnn,
  'item-knn': itemKnn,
  rp3beta,
  ease,
  ppr,
  rrf,
  overlap,
};
