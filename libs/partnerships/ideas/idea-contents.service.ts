import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CallsService } from '#libs/calls';
import { ThemesService } from '#libs/directory';
import { InvalidInput, NotFound } from '#libs/platform';
import { columnsOf, type IdeaColumns } from './idea-columns.js';
import { slotsOf, writeSlots, type GivenSlot, type Slot } from './slots.js';

/** What may be said of an idea. What is left out stays as it is; null takes back what was said. */
export interface IdeaContent extends IdeaColumns {
  /** Id or code. */
  readonly callId?: string | null;
  readonly themes?: readonly string[] | null;
  readonly slots?: readonly GivenSlot[] | null;
}

/** What is to be written, once it is known to make sense. */
export interface ReadContent {
  readonly columns: ReadonlyMap<string, unknown>;
  readonly themes: readonly string[] | undefined;
  readonly slots: readonly Slot[] | undefined;
}

const MOST_THEMES = 20;

/** Reads what is said of ideas. */
@Injectable()
export class IdeaContents {
  constructor(
    private readonly calls: CallsService,
    private readonly themes: ThemesService,
  ) {}

  /** @throws NotFound, InvalidInput naming the field at fault */
  async read({ callId, themes, slots, ...columns }: IdeaContent): Promise<ReadContent> {
    const read = columnsOf(columns);
    const wanted = slots === undefined ? undefined : slotsOf(slots ?? []);
    if ((themes?.length ?? 0) > MOST_THEMES) throw new InvalidInput('themes', `are ${themes?.length ?? 0}: at most ${MOST_THEMES}.`);
    await this.refuseUnknown([...(themes ?? []).entries()].map(([i, theme]) => [`themes[${i}]`, theme]));
    await this.refuseUnknown((wanted ?? []).flatMap(({ themeId }, i) => (themeId === null ? [] : [[`slots[${i}].themeId`, themeId] as const])));
    const call = callId === undefined ? [] : [['call_id', callId === null ? null : await this.callNamed(callId)] as const];
    return { columns: new Map([...read, ...call]), themes: themes === undefined ? undefined : [...new Set(themes ?? [])], slots: wanted };
  }

  private async callNamed(callId: string): Promise<string> {
    const id = await this.calls.resolveCallId(callId);
    if (id === undefined) throw new NotFound('callId', callId);
    return id;
  }

  private async refuseUnknown(themes: readonly (readonly [field: string, theme: string])[]): Promise<void> {
    if (themes.length === 0) return;
    const tree = await this.themes.tree();
    for (const [field, theme] of themes) {
      if (tree.get(theme) === undefined) throw new InvalidInput(field, `there is no theme "${theme.slice(0, 100)}".`);
    }
  }
}

/** Themes and slots, in place of those that there were. */
export async function writeParts(manager: EntityManager, id: string, { themes, slots }: ReadContent): Promise<void> {
  if (slots !== undefined) await writeSlots(manager, id, slots);
  if (themes === undefined) return;
  await manager.query('DELETE FROM idea_themes WHERE idea_id = $1', [id]);
  await manager.query('INSERT INTO idea_themes (idea_id, theme_id) SELECT $1, unnest($2::text[])', [id, themes]);
}
