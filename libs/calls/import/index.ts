import type { FileFormat } from '#libs/directory';
import { callsJson } from './calls-json.js';
import { callsJsonl } from './calls-jsonl.js';

/** The kinds of files that this room imports. */
export const callFormats: readonly FileFormat[] = [callsJson, callsJsonl];
