import type { CallView } from '../call-view.js';
import type { MatchIndex } from '../match-index.js';
import { CONSORTIA, EVIDENCE } from '../model.js';
import { addRow, columnsOf, rowLength } from '../sparse.js';
import { strongestProjects } from './project-evidence.js';
import type { SignalReader } from './signal-reader.js';

/**
 * consortia_i = .75 tie_i + .25 lineage_i
 *
 * tie_i = sqrt(raw_i / max_j raw_j),  raw_i = sum over past consortia q of i of overlap_iq^2 * worth_q
 * overlap_iq = sum of vouch_j over members j of q other than i
 *
 * Relative to the asker's own strongest tie, so that a body of a hundred projects and one of two are served alike.
 */
export const consortia: SignalReader = (view) => {
  const { index } = view;
  const worth = worthOf(view);
  const { lineage, lineageOf } = lineageIn(view);

  return (asker) => {
    const vouch = vouchFor(index, asker);
    const overlap = new Float64Array(index.projects.length);
    vouch.forEach((weight, member) => {
      if (weight > 0) addRow(overlap, index.projectsOf, member, weight);
    });
    const raw = rawTies(index, vouch, overlap, worth);
    raw[asker] = 0;
    const strongest = raw.reduce((best, value) => Math.max(best, value), 0);

    const tie = (value: number) => (strongest === 0 ? 0 : Math.sqrt(value / strongest));
    const values = raw.map((value, i) => CONSORTIA.tie * tie(value) + CONSORTIA.lineage * (lineage[i] ?? 0));

    const evidence = (organisation: number) =>
      strongestProjects(
        index,
        organisation,
        (project) => {
          const share = shareOf(overlap[project] ?? 0, vouch[organisation] ?? 0, worth[project] ?? 0);
          return CONSORTIA.tie * tie(share) + CONSORTIA.lineage * lineageOf(project);
        },
        (project) => witnesses(index, vouch, project, organisation),
      );
    return { values, evidence };
  };
};

/** share_iq = overlap_iq^2 * worth_q; the candidate's own voice is taken out of the overlap. */
function shareOf(overlap: number, own: number, worth: number): number {
  const others = overlap - own;
  return others * others * worth;
}

/** raw_i = sum_q share_iq */
function rawTies({ members }: MatchIndex, vouch: Float64Array, overlap: Float64Array, worth: Float64Array) {
  const raw = new Float64Array(vouch.length);
  overlap.forEach((sum, project) => {
    if (sum === 0) return;
    const end = members.start[project + 1] ?? 0;
    for (let cell = members.start[project] ?? 0; cell < end; cell++) {
      const member = members.column[cell] ?? 0;
      raw[member] = (raw[member] ?? 0) + shareOf(sum, vouch[member] ?? 0, worth[project] ?? 0);
    }
  });
  return raw;
}

/** worth_q = (.3 + topic_q) / sqrt(size_q): a small consortium on the call's themes says most. */
function worthOf({ index, topic }: CallView): Float64Array {
  return topic.map((value, project) => (CONSORTIA.offTopic + value) / Math.sqrt(index.projects[project]?.size ?? 1));
}

/**
 * vouch_a = 1 / sqrt(n_a) for the asker a, vouch_j = .1 / sqrt(n_a n_j) for its former partners j, 0 for others
 *
 * n: the number of past consortia. A member of few consortia says more about each of them, and a body with thousands
 * of former partners is not drowned by them.
 */
function vouchFor(index: MatchIndex, asker: number): Float64Array {
  const own = 1 / Math.sqrt(rowLength(index.projectsOf, asker));
  const together = new Float64Array(index.organisations.length);
  for (const project of columnsOf(index.projectsOf, asker)) addRow(together, index.members, project, 1);
  return together.map((count, member) => {
    if (count === 0) return 0;
    return member === asker ? own : (CONSORTIA.formerPartner * own) / Math.sqrt(rowLength(index.projectsOf, member));
  });
}

/** lineage_q = 1 in the predecessor call, .5 in the same programme, else 0; lineage_i = the best of i's projects. */
function lineageIn({ index, call }: CallView) {
  const lineageOf = (project: number): number => {
    const facts = index.projects[project];
    if (call.predecessor !== undefined && facts?.call === call.predecessor) return 1;
    return call.programme !== undefined && facts?.programme === call.programme ? CONSORTIA.sameProgramme : 0;
  };
  const lineage = new Float64Array(index.organisations.length);
  index.projects.forEach((_, project) => {
    const value = lineageOf(project);
    if (value === 0) return;
    for (const member of columnsOf(index.members, project)) lineage[member] = Math.max(lineage[member] ?? 0, value);
  });
  return { lineage, lineageOf };
}

/** Who of the project, the candidate apart, ties it to the asker: strongest first, equals by id. */
function witnesses(index: MatchIndex, vouch: Float64Array, project: number, candidate: number): string[] {
  return [...columnsOf(index.members, project)]
    .filter((member) => member !== candidate && (vouch[member] ?? 0) > 0)
    .sort((a, b) => (vouch[b] ?? 0) - (vouch[a] ?? 0))
    .slice(0, EVIDENCE.members)
    .map((member) => index.organisations[member] ?? '');
}
