import { MIXES, type Mix } from '#libs/matching';
import { UsageError, type Options } from './verb.js';

/** How many newcomers are to be shown, by the option --mix. */
export function mixOf({ values }: Options, usual: Mix): Mix {
  const given = values.get('mix') ?? usual;
  const mix = MIXES.find((known) => known === given);
  if (mix === undefined) throw new UsageError(`--mix ${given} is not known: ${MIXES.join(', ')}.`);
  return mix;
}
