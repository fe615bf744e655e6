import { createUnionType, Field, ID, ObjectType } from '@nestjs/graphql';
import { InvalidInput, NotFound, successOr, Unauthenticated } from '#libs/platform';

@ObjectType({ description: 'A search over calls that you keep: of each new call that it finds you are told once, by mail.' })
export class SavedSearch {
  @Field(() => ID, { description: 'Its id: give it to `endSearch`.' })
  id: string;

  @Field(() => ID, { nullable: true, description: 'The theme of the calls, or a wider one; null: any.' })
  themeId: string | null;

  @Field(() => ID, { nullable: true, description: 'The programme of the calls; null: any.' })
  programmeId: string | null;

  @Field(() => Date, { description: 'Since when you keep it.' })
  since: Date;

  @Field(() => Date, { nullable: true, description: 'When you ended it.' })
  endedAt: Date | null;

  @Field(() => [ID], { description: 'The calls that it finds now, the one that closes first before the others; without those that you dropped.' })
  callIds: string[];
}

export const SaveSearchResult = createUnionType({
  name: 'SaveSearchResult',
  description: 'The search that you keep now, or why not.',
  types: () => [SavedSearch, InvalidInput, NotFound, Unauthenticated] as const,
  resolveType: successOr(SavedSearch),
});

export const EndSearchResult = createUnionType({
  name: 'EndSearchResult',
  description: 'The search that you kept, or why nothing changed.',
  types: () => [SavedSearch, NotFound, Unauthenticated] as const,
  resolveType: successOr(SavedSearch),
});
