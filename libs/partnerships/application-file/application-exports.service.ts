import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { belongsTo, type Viewer } from '#libs/accounts';
import { Forbidden } from '#libs/platform';
import { ConsortiaService } from '../consortia/consortia.service.js';
import { APPLICATION_FORM, type Application, type ApplicationPartner, type ApplicationProject } from './application.js';
import { APPLICATION_FORMS, type ApplicationFormat } from './application-formats.js';

export interface WrittenApplication {
  readonly fileName: string;
  readonly mediaType: string;
  readonly content: Buffer;
}

interface Row {
  readonly call: string;
  readonly consortium: string;
  readonly project: ApplicationProject;
  readonly partners: ApplicationPartner[];
  /** Their own ids. */
  readonly members: readonly string[];
}

/** Those who are in it: whoever accepted or confirmed. */
const IS_IN = `m.consortium_id = c.id AND m.state IN ('ACCEPTED', 'CONFIRMED') AND NOT m.standby`;

/** The lead first. The contact is who gave the consent of a confirmed member. */
const PARTNERS = `
  ARRAY(SELECT jsonb_build_object('id', o.code, 'pic', coalesce(o.pic, ''), 'name', o.name,
      'role', CASE WHEN o.id = c.lead_id THEN 'COORDINATOR' ELSE m.role END, 'country', o.country, 'nuts', coalesce(o.nuts, ''),
      'city', coalesce(o.city, ''), 'contactName', coalesce(p.name, ''), 'contactEmail', coalesce(p.email, ''))
    FROM memberships m JOIN organisations o ON o.id = m.organisation_id LEFT JOIN people p ON p.id = m.consent_by AND m.state = 'CONFIRMED'
    WHERE ${IS_IN} ORDER BY o.id <> c.lead_id, m.begun_at, m.id)`;

const SELECT_APPLICATION = `
  SELECT k.code AS call, c.name AS consortium, ${PARTNERS} AS partners,
    ARRAY(SELECT m.organisation_id FROM memberships m WHERE ${IS_IN}) AS members, jsonb_strip_nulls(jsonb_build_object(
    'title', i.title, 'summary', nullif(i.summary, ''), 'themes', (SELECT jsonb_agg(theme_id ORDER BY theme_id) FROM idea_themes WHERE idea_id = i.id),
    'objectives', nullif(i.objectives, '{}'), 'challenges', nullif(i.challenges, '{}'), 'actionTypes', nullif(i.action_types, '{}'),
    'targetGroups', nullif(i.target_groups, '{}'), 'activityCountries', nullif(i.activity_countries, '{}'),
    'totalBudgetEur', i.total_budget_eur, 'grantEur', i.grant_eur, 'months', i.months, 'startsOn', i.starts_on, 'endsOn', i.ends_on,
    'disseminationPlan', nullif(i.dissemination_plan, ''), 'jointPreparatoryPhase', nullif(i.joint_preparatory_phase, ''))) AS project
  FROM consortia c JOIN calls k ON k.id = c.call_id JOIN ideas i ON i.id = c.idea_id WHERE c.id = $1`;

/** A formed consortium in one file, as an application form asks for it. */
@Injectable()
export class ApplicationExports {
  constructor(
    private readonly database: DataSource,
    private readonly consortia: ConsortiaService,
  ) {}

  /**
   * For those who work for a member, as it names contacts.
   * @throws Unauthenticated, NotFound, Forbidden
   */
  async write(viewer: Viewer, consortiumId: string, format: ApplicationFormat): Promise<WrittenApplication> {
    await this.consortia.consortium(viewer, consortiumId);
    const [{ members, ...about }] = await this.database.query<[Row]>(SELECT_APPLICATION, [consortiumId]);
    if (!viewer.administrator && !members.some((member) => belongsTo(viewer, member))) throw new Forbidden('The application is for those who work for its members.');
    const application: Application = { form: APPLICATION_FORM, ...about };
    const { mediaType, extension, write } = APPLICATION_FORMS[format];
    return { fileName: `application-${consortiumId}.${extension}`, mediaType, content: await write(application) };
  }
}
