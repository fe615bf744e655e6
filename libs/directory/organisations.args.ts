import { ArgsType, Field, ID } from '@nestjs/graphql';
import { PageArgs } from '#libs/platform';
import { OrganisationType } from './organisation-type.js';
import type { OrganisationFilter } from './organisations.service.js';

@ArgsType()
export class OrganisationsArgs extends PageArgs implements OrganisationFilter {
  @Field(() => String, {
    nullable: true,
    description: 'Words that must all be in one of its names, of any language or time; case and accents do not matter.',
  })
  search?: string | null;

  @Field(() => ID, { nullable: true, description: 'A theme that it offers, seeks or has worked on; a theme stands for all below it too.' })
  theme?: string | null;

  @Field(() => String, { nullable: true, description: 'The country it sits in (ISO 3166).' })
  country?: string | null;

  @Field(() => String, { nullable: true, description: 'The region it sits in: the beginning of a NUTS code, such as BE2.' })
  region?: string | null;

  @Field(() => OrganisationType, { nullable: true, description: 'What kind of organisation it is.' })
  type?: OrganisationType | null;
}
