import { Field, ID, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { Language } from '#libs/platform';
import { AccountsService } from './accounts.service.js';
import { CurrentViewer } from './request-context.js';
import type { Viewer } from './viewer.js';

@ObjectType({ description: 'You, as the installation knows you.' })
export class Me {
  @Field(() => ID, { description: 'Your own id.' })
  id: string;

  @Field({ description: 'Your name.' })
  name: string;

  @Field(() => Language, { description: 'The language in which you get mail.' })
  language: string;

  @Field({ description: 'The IANA time zone in which you read times.' })
  zone: string;

  @Field({ description: 'Whether you administer this installation.' })
  administrator: boolean;
}

@Resolver()
export class AccountsResolver {
  constructor(private readonly accounts: AccountsService) {}

  @Query(() => Me, { nullable: true, description: 'Who you are; nothing for a visitor.' })
  async me(@CurrentViewer() viewer: Viewer): Promise<Me | null> {
    const person = await this.accounts.person(viewer);
    if (person === null) return null;
    const { id, name, language, zone } = person;
    return { id, name, language, zone, administrator: viewer.administrator };
  }
}
