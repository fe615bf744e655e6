import type { Signal } from '../model.js';
import { consortia } from './consortia.js';
import { addition, area, balance, near } from './geography.js';
import { company, echo, kind, mention, town } from './names.js';
import { close, links, partners } from './partners.js';
import { activity, experience, focus, meaning, programme, similar, subject, wording } from './past-signals.js';
import { countries, country, density, pairs, region } from './place-signals.js';
import { reciprocity } from './reciprocity.js';
import type { SignalReader } from './signal-reader.js';
import { themes } from './themes.js';
import { type, types } from './types.js';
import { kin, walk } from './walk.js';

/** One reader for every signal of the model: the compiler sees to it. */
export const READERS: Readonly<Record<Signal, SignalReader>> = {
  themes,
  reciprocity,
  consortia,
  partners,
  close,
  links,
  walk,
  kin,
  similar,
  wording,
  meaning,
  programme,
  experience,
  subject,
  focus,
  activity,
  country,
  density,
  region,
  pairs,
  countries,
  near,
  addition,
  balance,
  area,
  kind,
  company,
  type,
  types,
  mention,
  echo,
  town,
};
