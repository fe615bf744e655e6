import type { FileFormat } from './file-format.js';
import type { FileImport } from './file-import.js';
import { memberCode, normalisedName } from './names.js';
import { mergeOrganisations, ORGANISATION_COLUMNS } from './organisation-merge.js';
import { csvRows } from './records.js';
import { LONGEST_NAME } from './row.js';
import { VERBOND } from './sources.js';

const COLUMNS = 'project text, member text, role text, note text, project_id uuid';

/** Roles by standing: of two roles of one organisation in one project the first stays. */
const ROLES = ['COORDINATOR', 'CO_APPLICANT', 'AFFILIATED', 'ASSOCIATED', 'OBSERVER', 'REPLACED'];

const ROLE_WORDS: ReadonlyMap<string, string> = new Map([
  ...ROLES.map((role) => [role, role] as const),
  ['PARTNER', 'CO_APPLICANT'],
  ['PARTICIPANT', 'CO_APPLICANT'],
  ['AFFILIATED_OR_NETWORK', 'AFFILIATED'],
  ['REPLACED_MEMBER', 'REPLACED'],
]);

export const participationsCsv: FileFormat = {
  name: 'participations.csv',
  order: 60,
  affects: ['matching'],
  async read(file) {
    const rows = csvRows(file.source, ['project', 'organisation', 'role']);
    await file.stage(`${COLUMNS}, organisation_id uuid`, rows, (row) => {
      row.required('role');
      return { project: row.code('project'), member: row.code('organisation'), role: row.oneOf('role', ROLE_WORDS) };
    });
    await mergeParticipations(file, 'organisation');
  },
};

export const consortiaCsv: FileFormat = {
  name: 'consortia.csv',
  order: 61,
  affects: ['matching'],
  async read(file) {
    const rows = csvRows(file.source, ['consortium', 'role', 'org_id', 'org_name', 'country']);
    await file.stage(`${COLUMNS}, ${ORGANISATION_COLUMNS}`, rows, (row) => {
      row.required('role');
      const known = row.text('org_id');
      const name = row.required('org_name', LONGEST_NAME);
      const country = row.country('country');
      const code = memberCode(name, country);
      return {
        project: row.code('consortium'),
        member: known ?? code,
        role: row.oneOf('role', ROLE_WORDS),
        note: row.text('note'),
        // A member that nobody else describes is an organisation of its own.
        ...(known === null ? { code, name, names: [name], normalised_name: normalisedName(name), country, source: VERBOND } : {}),
      };
    });
    await refuseUnknownProjects(file, 'consortium');
    await mergeOrganisations(file);
    await mergeParticipations(file, 'org_id');
  },
};

async function refuseUnknownProjects(file: FileImport, field: string): Promise<void> {
  await file.query('UPDATE staged s SET project_id = p.id FROM projects p WHERE p.code = s.project');
  await file.refuse(field, 's.project_id IS NULL', `'there is no project ' || s.project`);
}

async function mergeParticipations(file: FileImport, memberField: string): Promise<void> {
  await refuseUnknownProjects(file, memberField === 'organisation' ? 'project' : 'consortium');
  await file.query(`UPDATE staged s SET organisation_id = c.organisation_id FROM organisation_codes c
    WHERE s.organisation_id IS NULL AND c.code = s.member`);
  await file.refuse(memberField, 's.organisation_id IS NULL', `'there is no organisation ' || s.member`);
  const standing = `array_position(ARRAY['${ROLES.join(`', '`)}'], role)`;
  await file.merge('project_id, organisation_id', `
    INSERT INTO participations (project_id, organisation_id, role, note, position)
    SELECT project_id, organisation_id, role, note,
      coalesce(last, 0) + row_number() OVER (PARTITION BY project_id ORDER BY line)
    FROM (
      SELECT DISTINCT ON (project_id, organisation_id) * FROM staged ORDER BY project_id, organisation_id, ${standing}, line
    ) AS joined
    LEFT JOIN (SELECT project_id, max(position) AS last FROM participations GROUP BY project_id) AS known USING (project_id)
    ON CONFLICT (project_id, organisation_id) DO UPDATE
      SET role = excluded.role, note = coalesce(excluded.note, participations.note)
      WHERE (participations.role, participations.note)
        IS DISTINCT FROM (excluded.role, coalesce(excluded.note, participations.note))
    RETURNING project_id, organisation_id, xmax = 0 AS created`);
}
