import { ArgsType, Field, ID } from '@nestjs/graphql';
import { PageArgs } from '#libs/platform';
import type { ProjectFilter } from './projects.service.js';

@ArgsType()
export class ProjectsArgs extends PageArgs implements ProjectFilter {
  @Field(() => String, {
    nullable: true,
    description: 'Words that must all be in its title or acronym; case and accents do not matter.',
  })
  search?: string | null;

  @Field(() => ID, { nullable: true, description: 'A theme that it is about; a theme stands for all below it too.' })
  theme?: string | null;

  @Field(() => String, { nullable: true, description: 'Words of the name of the programme that paid for it.' })
  programme?: string | null;
}
