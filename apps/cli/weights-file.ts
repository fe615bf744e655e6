import fs from 'node:fs';
import { checkWeights, type Weights } from '#libs/matching';
import { UsageError } from './verb.js';

/** @throws UsageError for a file that cannot be read or holds no weights of this model */
export function readWeights(file: string): Weights {
  try {
    return checkWeights(JSON.parse(fs.readFileSync(file, 'utf8')));
  } catch (error) {
    throw new UsageError(`--weights ${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

export function writeWeights(file: string, weights: Weights): void {
  fs.writeFileSync(file, `${JSON.stringify(weights, null, 1)}\n`);
}
