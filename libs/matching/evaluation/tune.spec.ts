import { describe, expect, it } from '@jest/globals';
import { buildIndex } from '../match-index.js';
import { directory, organisation, project } from '../testing/small-world.js';
import type { Method } from './method.js';
import { trialOf, tuned } from './tune.js';

const ids = Array.from({ length: 12 }, (_, i) => `o${i}`);
const data = directory(
  ids.map((id) => organisation(id)),
  ids.map((_, i) => project(`p${i}`, [ids[i]!, ids[(i + 1) % 12]!, ids[(i + 2) % 12]!], { text: 'words' })),
);

describe('a trial', () => {
  const trial = trialOf(data, 'draft', 1);

  it('asks for what it took out of the history', () => {
    expect(trial.queries).toHaveLength(3);
    const asked = new Set(trial.queries.map(({ project: id }) => id));
    expect(trial.data.projects.filter(({ id }) => asked.has(id))).toEqual([]);
    expect(trial.data.projects).toHaveLength(9);
  });

  it('chooses the setting that finds most, and the first among equals', () => {
    const wanted = new Set(trial.queries.flatMap((query) => query.wanted.map(({ organisation: id }) => id)));
    const method: Method<string> = {
      settings: ['blind', 'seeing', 'seeing too'],
      prepare: (index, setting) => () =>
        Float64Array.from(index.organisations, (id) => (setting === 'blind' ? 0 : Number(wanted.has(id)) + setting.length / 100)),
    };
    const scores = tuned(method, trial, buildIndex(data), 1)({} as never);
    expect(Math.min(...scores)).toBe('seeing'.length / 100);
  });
});
