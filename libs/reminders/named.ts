import type { EntityManager } from 'typeorm';

/** Runs SQL whose parameters have names, such as `:now`. */
export function ask<T>(manager: EntityManager, sql: string, given: Readonly<Record<string, unknown>>): Promise<T[]> {
  const [query, parameters] = manager.dataSource.driver.escapeQueryWithParameters(sql, given);
  return manager.query<T[]>(query, parameters);
}
