import type { Signal } from '../model.js';
import { consortia } from './consortia.js';
import { experience } from './experience.js';
import { geography } from './geography.js';
import { reciprocity } from './reciprocity.js';
import type { SignalReader } from './signal-reader.js';
import { themes } from './themes.js';

/** One reader for every weight of the model: the compiler sees to it. */
export const READERS: Readonly<Record<Signal, SignalReader>> = { themes, reciprocity, consortia, experience, geography };
