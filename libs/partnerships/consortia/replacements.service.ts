import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { COMMAND_LINE, type Viewer } from '#libs/accounts';
import { InvalidInput } from '#libs/platform';
import { ProposalsService, SuggestionsService, type ConsortiumDraft } from '#libs/suggestions';
import type { GivenRole } from '../members/membership-record.js';
import { Memberships } from '../members/memberships.service.js';
import { asItsLead } from '../members/who-may.js';
import { ConsortiaService } from './consortia.service.js';
import { ConsortiumDrafts } from './consortium-drafts.service.js';

/** Who could take the place of a member, best first. */
export interface FoundReplacements {
  /** Own ids. */
  readonly uuids: readonly string[];
  /** Whether all mandatory rules are known to be kept with any one of them. */
  readonly keepsRules: boolean;
}

interface Leaver {
  readonly country: string;
  /** What it offers. */
  readonly themes: string[];
  /** Codes of those who were in it and went, or would not come. */
  readonly gone: string[];
}

/** Of a member that leaves: what is to be made up for, and who need not be asked. */
const LEAVER = `
  SELECT o.country, ARRAY(SELECT theme_id FROM interests WHERE organisation_id = o.id AND direction = 'OFFERS' AND call_id IS NULL ORDER BY theme_id) AS themes,
    ARRAY(SELECT g.code FROM memberships n JOIN organisations g ON g.id = n.organisation_id
      WHERE n.consortium_id = m.consortium_id AND g.public AND (n.id = m.id OR n.state IN ('DECLINED', 'LEFT', 'REMOVED', 'REPLACED'))
      GROUP BY g.code ORDER BY g.code LIMIT 200) AS gone
  FROM memberships m JOIN organisations o ON o.id = m.organisation_id WHERE m.id = $1`;

/** Who of the country of the leaver is left in its role. */
const STAYING = 'SELECT count(*)::int AS count FROM organisations WHERE id = ANY($1::uuid[]) AND country = $2';
const IDS = 'SELECT id FROM organisations JOIN unnest($1::text[]) WITH ORDINALITY AS given (code, place) USING (code) ORDER BY place';
const COMPATRIOTS_FIRST = 'SELECT id FROM organisations WHERE id = ANY($1::uuid[]) ORDER BY country <> $2, array_position($1::uuid[], id)';
const MOST = 20;

/** Suggests who could come for a member that left or is about to. */
@Injectable()
export class Replacements {
  constructor(
    private readonly database: DataSource,
    private readonly consortia: ConsortiaService,
    private readonly memberships: Memberships,
    private readonly drafts: ConsortiumDrafts,
    private readonly proposals: ProposalsService,
    private readonly suggestions: SuggestionsService,
  ) {}

  /**
   * For the lead: organisations of the leaver's country, then others, that suit those who stay on the leaver's themes and keep all
   * rules with them; where nobody is found who does, those who close most rules.
   * @throws Unauthenticated, NotFound, Forbidden, InvalidInput, and where rules refuse somebody in it NotEligible or CannotLead
   */
  async of(viewer: Viewer, memberId: string, first: number): Promise<FoundReplacements> {
    if (!Number.isInteger(first) || first < 1 || first > MOST) throw new InvalidInput('first', `must be from 1 to ${MOST}.`);
    const membership = await this.memberships.membership(viewer, memberId);
    asItsLead(viewer, membership);
    const consortium = await this.consortia.consortium(viewer, membership.consortiumId);
    const [leaver] = await this.database.query<[Leaver]>(LEAVER, [memberId]);
    const draft = withThemes(without(await this.drafts.draftOf(consortium), membership.organisationId), leaver.themes);
    const found = await this.seat(draft, leaver, membership.role, first);
    if (found.length > 0) return { uuids: await this.idsOf(found), keepsRules: true };
    const { nodes } = await this.suggestions.suggestedPartners(COMMAND_LINE, consortium.callId, consortium.leadId, { first: MOST }, { draft });
    const others = nodes.filter(({ organisation }) => !leaver.gone.includes(organisation)).map(({ id }) => id);
    const sorted = await this.database.query<{ id: string }[]>(COMPATRIOTS_FIRST, [others, leaver.country]);
    return { uuids: sorted.slice(0, first).map(({ id }) => id), keepsRules: false };
  }

  /** Of the leaver's country, or if nobody there fits, of any. */
  private async seat(draft: ConsortiumDraft, { country, gone }: Leaver, role: GivenRole, first: number): Promise<string[]> {
    const alike = draft.members.filter((member) => member.role === role).map(({ organisationId }) => organisationId);
    const [{ count }] = await this.database.query<[{ count: number }]>(STAYING, [alike, country]);
    const ask = { draft, size: { min: 1, max: 1 }, excluded: gone, apart: [], mix: 'PROVEN', count: 1, mustCover: [], seed: 1 } as const;
    for (const wishes of [[{ least: count + 1, role, countries: [country] }], []]) {
      const found = await this.proposals.replacements(COMMAND_LINE, { ...ask, wishes }, first);
      if (found.length > 0) return found.map(({ organisation }) => organisation);
    }
    return [];
  }

  private async idsOf(codes: readonly string[]): Promise<string[]> {
    return (await this.database.query<{ id: string }[]>(IDS, [codes])).map(({ id }) => id);
  }
}

const without = (draft: ConsortiumDraft, organisationId: string): ConsortiumDraft =>
  ({ ...draft, members: draft.members.filter((member) => member.organisationId !== organisationId) });

const withThemes = (draft: ConsortiumDraft, themes: readonly string[]): ConsortiumDraft =>
  ({ ...draft, project: { ...draft.project, themes: [...new Set([...(draft.project?.themes ?? []), ...themes])] } });
