import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Evidence } from '#libs/matching';
import { localised, type Language, type Localised } from '#libs/platform';
import { idOf, type Names } from './reasons.js';

/** Looks up the names behind evidence: four queries, however much of it. */
@Injectable()
export class NamesService {
  constructor(private readonly database: DataSource) {}

  async of(evidence: readonly Evidence[], language: Language): Promise<Names> {
    const themes = await this.lookUp<Localised>('SELECT id AS key, labels AS value FROM themes WHERE id = ANY($1)', idsOf(evidence, 'theme'));
    const projects = await this.lookUp<string>(PROJECT_NAMES, idsOf(evidence, 'project'));
    const organisations = await this.lookUp<string>(
      'SELECT code AS key, name AS value FROM organisations WHERE code = ANY($1)',
      evidence.flatMap((item) => (item.kind === 'project' ? item.with : [])),
    );
    const regions = await this.lookUp<string>('SELECT code AS key, name AS value FROM territories WHERE code = ANY($1)', idsOf(evidence, 'place'));
    return {
      theme: (id) => localised(themes.get(id), language) ?? id,
      project: (code) => projects.get(code) ?? code,
      organisation: (code) => organisations.get(code) ?? code,
      region: (code) => regions.get(code) ?? code,
    };
  }

  private async lookUp<T>(sql: string, keys: readonly string[]): Promise<Map<string, T>> {
    if (keys.length === 0) return new Map();
    const rows = await this.database.query<{ key: string; value: T }[]>(sql, [[...new Set(keys)]]);
    return new Map(rows.map(({ key, value }) => [key, value]));
  }
}

/** A project as people call it: its acronym, else its title, and its years. */
const PROJECT_NAMES = `
  SELECT code AS key, coalesce(acronym, title, code) ||
    coalesce(' (' || concat_ws('–', extract(year FROM starts_on), nullif(extract(year FROM ends_on), extract(year FROM starts_on))) || ')', '') AS value
  FROM projects WHERE code = ANY($1)`;

function idsOf(evidence: readonly Evidence[], kind: Evidence['kind']): string[] {
  return evidence.flatMap((item) => (item.kind === kind ? [idOf(item)] : []));
}
