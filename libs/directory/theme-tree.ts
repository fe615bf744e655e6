import type { Localised } from '#libs/platform';

export interface ThemeNode {
  readonly id: string;
  readonly parentId: string | null;
  readonly labels: Localised;
  readonly scopeNotes: Localised;
}

/** The forest of themes: small enough to be read whole. */
export class ThemeTree {
  private readonly nodes: ReadonlyMap<string, ThemeNode>;
  private readonly below = new Map<string | null, ThemeNode[]>();

  /** @param themes in the order in which siblings are shown; every parent is among them */
  constructor(themes: readonly ThemeNode[]) {
    this.nodes = new Map(themes.map((theme) => [theme.id, theme]));
    for (const theme of themes) {
      this.below.set(theme.parentId, [...(this.below.get(theme.parentId) ?? []), theme]);
    }
  }

  get(id: string): ThemeNode | undefined {
    return this.nodes.get(id);
  }

  /** @param id a theme, or `null` for the roots */
  children(id: string | null): readonly ThemeNode[] {
    return this.below.get(id) ?? [];
  }

  /** From the root to the theme itself. */
  path(id: string): readonly ThemeNode[] {
    const theme = this.get(id);
    if (theme === undefined) return [];
    return theme.parentId === null ? [theme] : [...this.path(theme.parentId), theme];
  }

  /** The ids of a theme and of all below it: who searches for a parent finds its children. */
  withDescendants(id: string): string[] {
    return [id, ...this.children(id).flatMap((child) => this.withDescendants(child.id))];
  }
}
