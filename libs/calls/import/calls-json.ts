import { VERBOND, type FileFormat, type Row } from '#libs/directory';
import { CALL_COLUMNS, mergeCalls } from './call-merge.js';
import { CALL, NOT_FACTS, NOT_TRACK_FACTS } from './call-schema.js';
import { checked, entryRows, mentioned, parseDocument, valuesOf, without } from './json-document.js';
import { mergeProgrammes, PROGRAMME_COLUMNS } from './programme-merge.js';
import { NOT_PROGRAMME_FACTS, PROGRAMME } from './programme-schema.js';

/** One JSON document with programmes, calls, the country sets of their rules and the sources of their facts. */
export const callsJson: FileFormat = {
  name: 'calls.json',
  order: 70,
  affects: ['matching', 'reminders'],
  async read(file) {
    const lines: string[] = [];
    for await (const line of file.source.lines()) lines.push(line);
    const text = lines.join('\n');
    const document = parseDocument(text);
    const sources = (document['sources'] ?? {}) as Readonly<Record<string, unknown>>;
    const countrySets = (document['countrySets'] ?? {}) as CountrySets;

    await file.stage(PROGRAMME_COLUMNS, entryRows(document['programmes'], text), (row) => programmeOf(row, sources));
    await mergeProgrammes(file);

    const calls = entryRows(document['calls'], text);
    const predecessors = new Map(calls.map(({ values }) => [values['successor'], values['id']]));
    await file.stage(CALL_COLUMNS, calls, (row) => ({
      predecessor: predecessors.get(row.values['id']),
      ...callOf(row, sources, countrySets),
    }));
    await mergeCalls(file);
  },
};

type Sources = Readonly<Record<string, unknown>>;
type CountrySets = Readonly<Record<string, unknown>>;

/** Labels of objectives carry no language: it is the one that the programme's own name begins with. */
function programmeOf(row: Row, sources: Sources): object {
  const programme = checked(PROGRAMME, row);
  if (programme === undefined) return {};
  const [language = 'en'] = Object.keys(programme.name);
  return {
    code: programme.id,
    names: programme.name,
    funds: programme.fund,
    cci: programme.cci,
    period_start: programme.period?.[0],
    period_end: programme.period?.[1],
    budget_eur: programme.budgetEur,
    area: Object.values(programme.area?.prefixes ?? {}).flat(),
    facts: factsOf(row, NOT_PROGRAMME_FACTS, sources),
    bodies: programme.bodies,
    objectives: programme.objectives.map(({ code, parent, label }) => ({ code, parent, label: { [language]: label } })),
  };
}

/** The state that the file gives is not kept: it follows from the milestones and the clock. */
export function callOf(row: Row, sources: Sources, countrySets: CountrySets) {
  const call = checked(CALL, row);
  if (call === undefined) return undefined;
  const wanted = valuesOf('countryIn', call.rules);
  for (const name of wanted) {
    if (typeof name !== 'string' || (!/^[A-Z]{2}$/.test(name) && !(name in countrySets))) {
      row.refuse('rules', `there is no country set ${String(name)}`);
    }
  }
  const written = (row.values['tracks'] ?? []) as readonly Readonly<Record<string, unknown>>[];
  return {
    code: call.id,
    reference: call.reference,
    programme: call.programme,
    ...(call.predecessor === undefined ? {} : { predecessor: call.predecessor }),
    titles: call.title,
    summary: call.summary,
    website: call.website,
    funds: call.coFundedBy,
    objectives: call.objectives,
    granting_authority: call.grantingAuthority,
    action_type: call.actionType,
    budget_eur: call.budgetEur,
    grant_min_eur: call.grantEur?.[0],
    grant_max_eur: call.grantEur?.[1],
    max_rate: call.maxRate,
    months_max: call.maxMonths ?? [call.months ?? []].flat().at(-1),
    expected_types: call.expectedBeneficiaries ?? [],
    template: call.template,
    facts: factsOf(row, NOT_FACTS, sources),
    source: VERBOND,
    themes: call.themes,
    rules: call.rules,
    country_sets: mentioned(countrySets, wanted),
    tracks: call.tracks.map((track, i) => ({ ...track.row, facts: without(written[i] ?? {}, NOT_TRACK_FACTS) })),
    milestones: [...call.milestones, ...call.tracks.flatMap((track) => track.milestones)],
  };
}

/** Facts as they stand in the file, each with its sources, and those sources spelled out. */
function factsOf({ values }: Row, left: readonly string[], sources: Sources): object {
  return { ...without(values, left), sources: mentioned(sources, valuesOf('src', values)) };
}
