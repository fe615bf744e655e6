import type { FileFormat } from './file-format.js';
import { normalisedName } from './names.js';
import { csvRows } from './records.js';
import { LONGEST_NAME, type Row } from './row.js';

export const nutsCsv: FileFormat = {
  name: 'nuts_2024.csv',
  order: 20,
  affects: [],
  async read(file) {
    const rows = csvRows(file.source, ['code', 'level', 'country', 'name', 'lon', 'lat']);
    const columns = 'code text, level smallint, country text, name text, longitude real, latitude real';
    await file.stage(columns, rows, (row) => ({
      code: row.code('code'),
      level: level(row),
      country: row.country('country'),
      name: row.required('name', LONGEST_NAME),
      longitude: degrees(row, 'lon', 180),
      latitude: degrees(row, 'lat', 90),
    }));
    await file.merge('code', `
      INSERT INTO territories (code, country, level, name, longitude, latitude)
      SELECT DISTINCT ON (code) code, country, level, name, longitude, latitude FROM staged ORDER BY code, line
      ON CONFLICT (code) DO UPDATE SET country = excluded.country, level = excluded.level, name = excluded.name,
        longitude = excluded.longitude, latitude = excluded.latitude
        WHERE (territories.*) IS DISTINCT FROM (excluded.*)
      RETURNING code, xmax = 0 AS created`);
  },
};

function level(row: Row): number | null {
  const text = row.required('level');
  return /^[0-3]$/.test(text) ? Number(text) : row.refuse('level', `${text} is not a NUTS level from 0 to 3`);
}

function degrees(row: Row, field: string, most: number): number | null {
  const value = Number(row.required(field) || Number.NaN);
  return Math.abs(value) <= most ? value : row.refuse(field, `must be a number from -${most} to ${most}`);
}

export const labourMarketRegionsCsv: FileFormat = {
  name: 'labour_market_regions_nl.csv',
  order: 45,
  affects: ['matching'],
  async read(file) {
    const rows = csvRows(file.source, ['region', 'centre_municipality', 'centre_basis']);
    await file.stage('name text, centre text, municipality text, basis text', rows, (row) => {
      const centre = row.required('centre_municipality', LONGEST_NAME);
      return {
        name: row.code('region'),
        centre,
        municipality: normalisedName(`Gemeente ${centre}`),
        basis: row.required('centre_basis'),
      };
    });
    await file.merge('name', `
      INSERT INTO labour_market_regions (name, country, centre_municipality, basis)
      SELECT DISTINCT ON (name) name, 'NL', centre, basis FROM staged ORDER BY name, line
      ON CONFLICT (name) DO UPDATE SET centre_municipality = excluded.centre_municipality, basis = excluded.basis
        WHERE (labour_market_regions.*) IS DISTINCT FROM (excluded.*)
      RETURNING name, xmax = 0 AS created`);
    // A centre that is only common knowledge is shown, but does not decide who may apply.
    await file.merge('name', `
      INSERT INTO designations (organisation_id, kind, scope, note)
      SELECT DISTINCT ON (name) o.id, 'CENTRE_MUNICIPALITY', s.name, s.basis
      FROM staged s JOIN organisations o ON o.normalised_name = s.municipality AND o.country = 'NL'
      WHERE s.basis LIKE 'found%' ORDER BY name, line
      ON CONFLICT DO NOTHING RETURNING scope AS name, false AS created`);
  },
};
