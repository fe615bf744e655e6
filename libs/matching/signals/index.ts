import type { Signal } from '../model.js';
import { consortia } from './consortia.js';
import { addition, area, balance, near } from './geography.js';
import { kind, mention, town, type } from './names.js';
import { partners } from './partners.js';
import { activity, experience, programme, similar, subject, wording } from './past-signals.js';
import { country, density, pairs, region } from './places.js';
import { reciprocity } from './reciprocity.js';
import type { SignalReader } from './signal-reader.js';
import { themes } from './themes.js';
import { walk } from './walk.js';

/** One reader for every signal of the model: the compiler sees to it. */
export const READERS: Readonly<Record<Signal, SignalReader>> = {
  themes,
  reciprocity,
  consortia,
  partners,
  walk,
  similar,
  wording,
  programme,
  experience,
  subject,
  activity,
  country,
  density,
  region,
  pairs,
  near,
  addition,
  balance,
  area,
  kind,
  type,
  mention,
  town,
};
