import { createUnionType, Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ADJUSTMENTS, MIXES, SIGNAL_ORDER } from '#libs/matching';
import { ConnectionType, enumOf, Forbidden, InvalidInput, NotFound, successOr, Unauthenticated } from '#libs/platform';
import { NotEligible } from './not-eligible.js';
import { NothingKept } from './nothing-kept.js';

export const SignalName = Object.fromEntries([...SIGNAL_ORDER, ...ADJUSTMENTS].map((signal) => [signal.toUpperCase(), signal]));
registerEnumType(SignalName, { name: 'Signal', description: 'One kind of evidence, or an adjustment, that a score is made of.' });

export const PartnerMix = enumOf(MIXES);
registerEnumType(PartnerMix, {
  name: 'PartnerMix',
  description: 'How many newcomers are shown: organisations without a past project here.',
  valuesMap: {
    PROVEN: { description: 'As the scores have it.' },
    BALANCED: { description: 'At least one place in twelve is a newcomer’s.' },
    NEW_FACES: { description: 'At least every other place is a newcomer’s.' },
  },
});

export const EvidenceKind = { THEME: 'theme', PROJECT: 'project', PLACE: 'place', WORD: 'word', NOTE: 'note' };
registerEnumType(EvidenceKind, { name: 'EvidenceKind', description: 'What kind of thing a score rests on.' });

export const StandingVerdict = { MET: 'MET', NOT_MET: 'NOT_MET', UNKNOWN: 'UNKNOWN' };
registerEnumType(StandingVerdict, { name: 'StandingVerdict', description: 'UNKNOWN: data is missing that decides it.' });

@ObjectType({ description: 'One thing that a score rests on: a theme, a past project, a place or a word.' })
export class SuggestionEvidence {
  @Field(() => EvidenceKind, { description: 'What kind of thing it is.' })
  kind: string;

  @Field(() => ID, { description: 'The theme, the project, the country or region, the word, or what the note says.' })
  id: string;

  @Field({ description: 'What it says, in the language asked for.' })
  text: string;

  @Field(() => [ID], { description: 'Who else was in the past project, where you were in it too.' })
  with: readonly string[];
}

@ObjectType({ description: 'One share of a score: contribution = value × weight. The contributions add up to the score.' })
export class SuggestionPart {
  @Field(() => SignalName, { description: 'Which signal.' })
  signal: string;

  @Field(() => Float, { description: 'How strong it is: from 0 to 1; of congestion, how often the askers have doubled beyond what can be answered.' })
  value: number;

  @Field(() => Float, { description: 'How much the signal counts in this model.' })
  weight: number;

  @Field(() => Float, { description: 'Its share of the score.' })
  contribution: number;

  @Field(() => [SuggestionEvidence], { description: 'What it rests on.' })
  evidence: SuggestionEvidence[];
}

@ObjectType({ description: 'A suggested partner, with its score explained.' })
export class SuggestedPartner {
  @Field(() => Int, { description: 'Its place in the whole ranking, from 1.' })
  rank: number;

  /** The partner's own id, by which the field `organisation` is read. */
  uuid: string;

  @Field(() => Float, { description: 'From 0 to 1; the parts add up to it.' })
  score: number;

  @Field(() => Float, { description: 'The score for people, from 0 to 100: 100 × √score, the same in all calls.' })
  fit: number;

  @Field(() => Float, { nullable: true, description: 'How likely it is a member in the end, learned from past consortia for whoever is among the first twenty.' })
  probability: number | null;

  @Field(() => StandingVerdict, { nullable: true, description: 'Its tier: MET, it may join, goes before UNKNOWN, whatever the scores. Nobody who may not join is suggested.' })
  tier: string | null;

  @Field(() => Int, { nullable: true, description: 'For a draft: how many mandatory rules that it fails this partner closes; more go first within a tier.' })
  rulesClosed: number | null;

  @Field(() => [ID], { nullable: true, description: 'For a draft: these rules.' })
  closes: readonly string[] | null;

  @Field(() => [SuggestionPart], { description: 'What the score is made of; empty in an answer of another moment or of an earlier model.' })
  parts: SuggestionPart[];
}

@ObjectType({ description: 'What an answer was computed from: equal stamps mean equal answers.' })
export class SuggestionStamps {
  @Field({ description: 'Version of the data and its last day of evidence.' })
  data: string;

  @Field(() => Int, { description: 'Version of the call’s rules.' })
  ruleset: number;

  @Field({ description: 'Version of the scoring model.' })
  model: string;

  @Field(() => Int, { description: 'Version of the counts of who is sought after in the call.' })
  demand: number;
}

@ObjectType({ description: 'Whether you may take part, and why.' })
export class OwnStanding {
  @Field(() => StandingVerdict, { description: 'May you join a consortium in this call?' })
  mayJoin: string;

  @Field(() => StandingVerdict, { description: 'May you lead one?' })
  mayLead: string;

  @Field(() => [String], { description: 'What stands in the way, or what is not known yet.' })
  reasons: string[];
}

@ObjectType({ description: 'Suggested partners, best first.' })
export class SuggestedPartnerConnection extends ConnectionType('SuggestedPartner', () => SuggestedPartner) {
  /** The call's own id, by which the field `call` is read. */
  callUuid: string;

  @Field(() => Date, { nullable: true, description: 'Since when the call is closed; nothing while it is not.' })
  closedSince: Date | null;

  @Field(() => OwnStanding, { description: 'Whether you yourself may join or lead.' })
  standing: OwnStanding;

  @Field(() => SuggestionStamps, { description: 'What the answer was computed from.' })
  stamps: SuggestionStamps;

  @Field(() => Date, { description: 'Since when this answer stands: as `asOf` this moment gives it again.' })
  answeredAt: Date;
}

export const SuggestedPartnersResult = createUnionType({
  name: 'SuggestedPartnersResult',
  description: 'The suggested partners, or why there are none.',
  types: () => [SuggestedPartnerConnection, Unauthenticated, NotFound, Forbidden, InvalidInput, NotEligible, NothingKept] as const,
  resolveType: successOr(SuggestedPartnerConnection),
});

@ObjectType({ description: 'How far the computation of a call’s suggestions is, in organisations.' })
export class MatchingProgressType {
  @Field(() => Int, { description: 'Organisations done.' })
  done: number;

  @Field(() => Int, { description: 'Organisations in all.' })
  total: number;

  @Field({ description: 'Whether it was stopped before its end.' })
  cancelled: boolean;
}

export const CancelMatchingResult = createUnionType({
  name: 'CancelMatchingResult',
  description: 'How far it had come, or why it goes on.',
  types: () => [MatchingProgressType, Unauthenticated, Forbidden, NotFound] as const,
  resolveType: successOr(MatchingProgressType),
});
