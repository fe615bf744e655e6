import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { InvalidInput } from '#libs/platform';
import { ThemeTree, type ThemeNode } from './theme-tree.js';

/** What organisations offer and seek, and calls are about. Public. */
@Injectable()
export class ThemesService {
  constructor(private readonly database: DataSource) {}

  async tree(): Promise<ThemeTree> {
    return new ThemeTree(
      await this.database.query<ThemeNode[]>(
        'SELECT id, parent_id AS "parentId", labels, scope_notes AS "scopeNotes" FROM themes ORDER BY position, id',
      ),
    );
  }

  /**
   * The ids that a filter on this theme lets through.
   * @throws InvalidInput naming `theme`
   */
  async filteredBy(theme: string): Promise<string[]> {
    const tree = await this.tree();
    if (tree.get(theme) === undefined) throw new InvalidInput('theme', `there is no theme "${theme.slice(0, 100)}".`);
    return tree.withDescendants(theme);
  }
}
