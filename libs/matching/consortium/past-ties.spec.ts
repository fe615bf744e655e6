import { describe, expect, it } from '@jest/globals';
import { buildIndex, type MatchIndex } from '../match-index.js';
import { holdersOf } from './holders.js';
import { isNewcomer, pastTies } from './past-ties.js';
import { warmPaths } from './warm-paths.js';

const organisation = (id: string, nuts: string, offers: string[] = []) => ({
  id,
  country: nuts.slice(0, 2),
  nuts,
  offers: offers.map((theme) => ({ theme, strength: 1 })),
  seeks: [],
});
const project = (id: string, themes: string[], ...members: string[]) => ({
  id,
  themes,
  members: members.map((each) => ({ organisation: each, role: 'PARTNER' })),
});

/** gent – brugge (twice), brugge – lille; the newcomers atelier (in gent) and solo (alone in its region). */
const index: MatchIndex = buildIndex({
  themes: [{ id: 'work' }, { id: 'work.youth', parent: 'work' }, { id: 'food' }],
  organisations: [
    organisation('gent', 'BE234'),
    organisation('brugge', 'BE251'),
    organisation('lille', 'FRE11'),
    organisation('atelier', 'BE234', ['food']),
    organisation('solo', 'NL341'),
  ],
  projects: [
    project('one', ['work.youth'], 'gent', 'brugge'),
    project('two', [], 'gent', 'brugge'),
    project('three', [], 'brugge', 'lille'),
  ],
});
const at = (id: string): number => index.position.get(id) ?? -1;
const vouchers = (id: string) => Object.fromEntries<number>([...(pastTies(index)[at(id)] ?? [])].map(([other, tie]): [string, number] => [index.organisations[other] ?? '', tie]));

describe('pastTies', () => {
  it('are stronger the more projects two had together', () => {
    expect(vouchers('brugge')).toEqual({ gent: 0.75, lille: 0.5 });
  });

  it('let the experienced of a region vouch for others there, and newcomers for nobody', () => {
    expect(vouchers('atelier')).toEqual({ gent: 0.25 });
    expect(vouchers('gent')).toEqual({ brugge: 0.75 });
    expect(vouchers('solo')).toEqual({});
  });

  it('are for those who took part in a project', () => {
    expect(index.organisations.filter((_, each) => isNewcomer(index, each))).toEqual(['atelier', 'solo']);
  });
});

describe('holdersOf', () => {
  it('are who offers a theme, or one below it, or had a project on it', () => {
    const [work = [], food = []] = holdersOf(index, ['work', 'food']).map((set) => [...set].map((each) => index.organisations[each]));
    expect(work).toEqual(['brugge', 'gent']);
    expect(food).toEqual(['atelier']);
  });
});

describe('warmPaths', () => {
  it('lead over the fewest others, by the projects shared on the way', () => {
    expect(Object.fromEntries(warmPaths(index, 'gent', ['brugge', 'lille', 'solo']))).toEqual({
      brugge: [{ organisation: 'brugge', project: 'one' }],
      lille: [
        { organisation: 'brugge', project: 'one' },
        { organisation: 'lille', project: 'three' },
      ],
    });
  });
});
