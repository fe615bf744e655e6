import { LARGEST_CAPACITY } from '../limits.js';
import { nutsLiesIn } from './country.js';
import { parseDesignations, type Designation } from './designation.js';
import type { FileFormat } from './file-format.js';
import { namesOf, normalisedName } from './names.js';
import { nutsVersion } from './nuts.js';
import { mergeOrganisations, ORGANISATION_COLUMNS } from './organisation-merge.js';
import { csvRows, jsonRows } from './records.js';
import { LONGEST_NAME, type Row } from './row.js';
import { sourceOf, VERBOND } from './sources.js';

export const organisationsCsv: FileFormat = {
  name: 'organisations.csv',
  order: 40,
  affects: ['matching'],
  async read(file) {
    const centres = new Set<string>();
    await file.stage(ORGANISATION_COLUMNS, csvRows(file.source, ['id', 'name', 'country']), (row) => {
      const code = row.code('id');
      const name = row.required('name', LONGEST_NAME);
      const country = row.country('country');
      return {
        ...whoAndWhere(row, code, name, country),
        states: file.isFirstMention(code),
        names: namesOf(name),
        type: row.text('type', LONGEST_NAME),
        source: VERBOND,
        fixture: true,
        designations: designations(row, country, centres),
        interests: [...interests(row, 'themes_offered', 'OFFERS'), ...interests(row, 'themes_sought', 'SEEKS')],
      };
    });
    await mergeOrganisations(file);
  },
};

export const organisationsJsonl: FileFormat = {
  name: 'organisations.jsonl',
  order: 41,
  affects: ['matching'],
  async read(file) {
    await file.stage(ORGANISATION_COLUMNS, jsonRows(file.source), (row) => {
      const code = row.code('id');
      // CORDIS leaves most names out; anybody else must give one.
      const name = code.startsWith('pic-') ? row.text('name', LONGEST_NAME) : row.required('name', LONGEST_NAME);
      return {
        ...whoAndWhere(row, code, name, row.country('country')),
        states: file.isFirstMention(code),
        names: name === null ? [] : [name],
        ...(row.oneOf('type', KINDS) ?? {}),
        source: sourceOf(row, code),
        fixture: false,
      };
    });
    await mergeOrganisations(file);
  },
};

/** A type of ours, a legal nature, or both, from the words of keep.eu and CORDIS. */
const KINDS: ReadonlyMap<string, { readonly type?: string; readonly legal_nature?: string }> = new Map([
  ['PUBLIC', { legal_nature: 'PUBLIC' }],
  ['PRIVATE', { legal_nature: 'PRIVATE' }],
  ['HES', { type: 'UNIVERSITY' }],
  ['REC', { type: 'RESEARCH_CENTRE' }],
  ['PUB', { legal_nature: 'PUBLIC' }],
  ['PRC', { type: 'COMPANY', legal_nature: 'PRIVATE' }],
  ['OTH', {}],
]);

function whoAndWhere(row: Row, code: string, name: string | null, country: string): object {
  const nuts = nutsCode(row, country);
  return {
    code,
    name,
    normalised_name: name === null ? null : normalisedName(name),
    acronym: row.text('acronym', LONGEST_NAME),
    pic: pic(row, code),
    country,
    nuts,
    nuts_version: nuts === null ? null : nutsVersion(nuts),
    city: row.text('city', LONGEST_NAME),
    website: row.webAddress('website'),
    capacity: row.wholeNumber('capacity', LARGEST_CAPACITY),
  };
}

/** Nine digits, given as such or in an id such as pic-999839335. */
function pic(row: Row, code: string): string | null {
  const given = row.text('pic') ?? (code.startsWith('pic-') ? code.slice('pic-'.length) : null);
  return given === null || /^\d{9}$/.test(given) ? given : row.refuse('pic', `${given} is not a PIC of nine digits`);
}

function nutsCode(row: Row, country: string): string | null {
  const code = row.text('nuts');
  if (code === null) return null;
  if (!/^[A-Z]{2}[A-Z0-9]{0,3}$/.test(code)) return row.refuse('nuts', `${code} is not a NUTS code`);
  return country === '' || nutsLiesIn(code, country) ? code : row.refuse('nuts', `${code} does not lie in ${country}`);
}

function designations(row: Row, country: string, centres: Set<string>): readonly Designation[] {
  const text = row.text('designation', LONGEST_NAME);
  const read = parseDesignations(text ?? '', country);
  if (read === undefined) row.refuse('designation', `${text ?? ''} does not begin with a kind such as NCC or MANAGING_AUTHORITY`);
  for (const { kind, scope } of read ?? []) {
    if (kind !== 'CENTRE_MUNICIPALITY') continue;
    if (centres.has(scope)) row.refuse('designation', `${scope} already has a centre municipality in this file`);
    centres.add(scope);
  }
  return read ?? [];
}

const USUAL_STRENGTH = '2';

/** Theme ids with spaces between them; `theme:3` says how strong the interest is, from 1 to 3. */
function interests(row: Row, field: string, direction: 'OFFERS' | 'SEEKS'): object[] {
  return row.texts(field).map((text) => {
    const [theme, strength = USUAL_STRENGTH] = text.split(':');
    if (!/^[123]$/.test(strength)) row.refuse(field, `the strength ${strength} of ${theme ?? ''} is not 1, 2 or 3`);
    return { theme, direction, strength };
  });
}
