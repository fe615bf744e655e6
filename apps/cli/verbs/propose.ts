import { COMMAND_LINE } from '#libs/accounts';
import { Failure } from '#libs/platform';
import { MIXES } from '#libs/matching';
import { ProposalSearches, type ProposalAsk, type ProposalEvent, type ProposedConsortium } from '#libs/suggestions';
import { withFeatures } from '../installation.js';
import { mixOf } from '../mix.js';
import { answer, numberOf, required, say, UsageError, type Options, type Verb } from '../verb.js';

export const propose: Verb = {
  name: 'propose',
  summary: 'Proposes complete consortia that keep the rules of a call, the best that there are.',
  usage: '--call CALL --lead ORGANISATION [--size 6..10] [--count 3] [--pin ORGANISATION …] [--exclude ORGANISATION …]',
  options: {
    call: { value: 'CALL', meaning: 'the call, by id or code, such as 2SEAS-SO13', required: true },
    lead: { value: 'ORGANISATION', meaning: 'who leads, such as stad-mechelen', required: true },
    size: { value: 'MIN..MAX', meaning: 'members, the lead included (6..10)' },
    count: { value: 'N', meaning: 'so many different consortia, from 1 to 5 (1)' },
    pin: { value: 'ORGANISATION', meaning: 'a co-applicant that has a seat in any case', many: true },
    exclude: { value: 'ORGANISATION', meaning: 'one that has none', many: true },
    theme: { value: 'THEME', meaning: 'one that must be covered, beside those of the call', many: true },
    mix: { value: 'MIX', meaning: `newcomers: ${MIXES.join(', ')} (${MIXES[0]}: none need be; one; a third)` },
    seed: { value: 'S', meaning: 'of the solver (1)' },
    nodes: { value: 'N', meaning: 'limit of the solver’s branching, in place of ten seconds a consortium' },
  },
  exits: { 0: 'proposed', 1: 'refused or impossible, with the reason', 2: 'wrong usage' },
  run: (options) =>
    withFeatures(async (app) => {
      const ask = askOf(options);
      try {
        const searches = app.get(ProposalSearches);
        const question = await searches.read(COMMAND_LINE, ask);
        const started = performance.now();
        const proposals = new Map<number, ProposedConsortium>();
        let last: ProposalEvent | undefined;
        for await (const event of searches.search(question, new AbortController().signal)) {
          last = event;
          if (event.kind === 'proposed') proposals.set(event.nth, event.consortium);
          if (!options.json) sayHowFar(event);
        }
        const seconds = Math.round(performance.now() - started) / 1000;
        const found = [...proposals.values()].filter(({ bound }) => bound !== null);
        const conflict = last?.kind === 'end' ? last.conflict : undefined;
        const why = conflict && { conflict: conflict.between, relaxation: conflict.relaxation };
        answer(options, { proposals: found.map(shortForm), seconds, ...why }, () => [
          ...found.flatMap(linesOf),
          ...(why ? [`No consortium keeps all of: ${why.conflict.join(', ')}.`, `Give up: ${why.relaxation.join(', ')}.`] : []),
        ]);
        return found.length > 0 ? 0 : 1;
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
        say(error.message);
        return 1;
      }
    }),
};

function askOf(options: Options): ProposalAsk {
  const named = (option: string) => options.lists.get(option) ?? [];
  const nodes = options.values.has('nodes') ? numberOf(options, 'nodes', 1) : undefined;
  return {
    draft: {
      callId: required(options, 'call'),
      members: [{ organisationId: required(options, 'lead'), role: 'COORDINATOR' }, ...named('pin').map((organisationId) => ({ organisationId }))],
      project: { themes: named('theme') },
    },
    size: sizeOf(options),
    excluded: named('exclude'),
    apart: [],
    mix: mixOf(options, 'PROVEN'),
    count: numberOf(options, 'count', 1),
    wishes: [],
    seed: numberOf(options, 'seed', 1),
    ...(nodes !== undefined && { nodes }),
  };
}

function sizeOf(options: Options): ProposalAsk['size'] {
  const given = options.values.get('size') ?? '6..10';
  const [, min, max = min] = /^(\d{1,9})(?:\.\.(\d{1,9}))?$/.exec(given) ?? [];
  if (min === undefined) throw new UsageError(`--size "${given}" is no size: write 8 or 6..10.`);
  return { min: Number(min), max: Number(max) };
}

function sayHowFar(event: ProposalEvent): void {
  if (event.kind === 'end') return;
  if (event.kind === 'nothing yet') say(`${event.nth}. nothing at once, looking on`);
  else if (event.consortium.bound === null) say(`${event.nth}. ${event.consortium.value.toFixed(3)} at once, not proven`);
  else say(`${event.nth}. ${event.consortium.value.toFixed(3)}, ${certainty(event.consortium)}`);
}

function certainty({ proven, gap }: ProposedConsortium): string {
  return proven ? 'proven best' : `at most ${(100 * (gap ?? 1)).toFixed(1)} % below the best possible`;
}

function shortForm({ members, value, bound, gap, proven, rulesMet }: ProposedConsortium) {
  return { members: members.map(({ organisation: id, role, country }) => ({ id, role, country })), value, bound, gap, proven, rulesMet };
}

function linesOf(consortium: ProposedConsortium, at: number): string[] {
  const { members, value, rules } = consortium;
  const open = rules.filter(({ severity, verdict }) => severity === 'MANDATORY' && verdict === 'UNKNOWN');
  return [
    `${at + 1}. value ${value.toFixed(3)}, ${certainty(consortium)}`,
    ...members.map(({ organisation, role, country, newcomer, alternatives }) => {
      const others = alternatives.map((other) => other.organisation).join(', ');
      return `   ${organisation} (${country}) ${role}${newcomer ? ', newcomer' : ''}${others === '' ? '' : `; else ${others}`}`;
    }),
    ...open.map(({ rule, missing }) => `   open: ${rule}, ${[...new Set(missing.map(({ fact, supplier }) => `${fact} (${supplier.who})`))].join(', ')}`),
  ];
}
