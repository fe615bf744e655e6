import { missingWords } from '#libs/eligibility';
import type { Language } from '#libs/platform';
import { askInWords } from './demand-words.js';
import type { ProposalRun } from './proposal-runs.service.js';
import type { ConsortiumDemand, ConsortiumProposals, OpenStep, ProposalStateName, ProposedConsortiumType } from './proposal.types.js';
import type { ProposedConsortium } from './proposal.js';

/** A stored search as it is told. @param messages of the call's rules, in the reader's language */
export function proposalsView(run: ProposalRun, messages: ReadonlyMap<string, string>, language: Language): ConsortiumProposals {
  const { id, callUuid, organisationUuid, askedAt, ending, conflict } = run;
  const demand = (of: string): ConsortiumDemand => ({ id: of, message: messages.get(of) ?? askInWords(of, language) ?? of });
  return {
    id,
    callUuid,
    organisationUuid,
    askedAt,
    state: stateOf(run),
    proposals: run.proposals.map((each) => consortiumView(each, run, messages, language)),
    limited: ending === 'unknown',
    conflict: conflict && { between: conflict.between.map(demand), relaxation: conflict.relaxation.map(demand), members: conflict.members },
  };
}

function stateOf({ startedAt, cancelledAt, ending }: ProposalRun): ProposalStateName {
  if (ending === 'failed') return 'FAILED';
  if (ending !== null) return 'DONE';
  if (cancelledAt !== null) return 'CANCELLED';
  return startedAt === null ? 'WAITING' : 'SEARCHING';
}

function consortiumView(consortium: ProposedConsortium, { callUuid, organisationUuid }: ProposalRun, messages: ReadonlyMap<string, string>, language: Language): ProposedConsortiumType {
  const { members, rules, ...figures } = consortium;
  return {
    ...figures,
    members: members.map((member) => ({ ...member, callUuid, leadUuid: organisationUuid })),
    rules: rules.map(({ rule, severity, verdict }) => ({ rule, severity, verdict, message: messages.get(rule) ?? rule })),
    openSteps: openSteps(consortium, language),
    countries: [...new Set(members.map(({ country }) => country))].sort(),
    newcomers: members.filter(({ newcomer, role }) => newcomer && role !== 'COORDINATOR').length,
  };
}

function openSteps({ rules }: ProposedConsortium, language: Language): OpenStep[] {
  return rules
    .filter(({ severity, verdict }) => severity === 'MANDATORY' && verdict === 'UNKNOWN')
    .flatMap(({ rule, missing }) =>
      missing.map(({ fact, member = null, supplier }) => {
        const { designation = null, country = null } = supplier.who === 'DESIGNATED' ? supplier : {};
        return { rule, fact, text: missingWords(fact, language), member, supplier: supplier.who, designation, country };
      }),
    );
}
