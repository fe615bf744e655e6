import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { Localised } from '#libs/platform';
import type { ThemeNode } from './theme-tree.js';

@ObjectType({ description: 'A subject that organisations offer and seek, and that calls are about. Themes form a tree.' })
export class Theme implements ThemeNode {
  @Field(() => ID, { description: 'The code of the theme, such as inclusion.active.' })
  id: string;

  parentId: string | null;
  labels: Localised;
  scopeNotes: Localised;
}
