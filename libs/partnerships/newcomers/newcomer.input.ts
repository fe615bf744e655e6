import { Field, InputType } from '@nestjs/graphql';
import { OrganisationType } from '#libs/directory';
import { Language } from '#libs/platform';
import type { Newcomer } from './newcomer.js';

@InputType({ description: 'An organisation that is not here yet. Others see it once it was looked at.' })
export class NewOrganisationInput {
  @Field({ description: 'Its name.' })
  name: string;

  @Field({ description: 'Its country, as an ISO code.' })
  country: string;

  @Field(() => OrganisationType, { description: 'What it is.' })
  type: OrganisationType;

  @Field(() => String, { nullable: true, description: 'Its town.' })
  city?: string | null;

  @Field(() => String, { nullable: true, description: 'Its website.' })
  website?: string | null;
}

@InputType({ description: 'Who speaks for it.' })
export class NewPersonInput {
  @Field({ description: 'The name.' })
  name: string;

  @Field({ description: 'The mail address.' })
  email: string;

  @Field(() => Language, { defaultValue: Language.EN, description: 'The language of mails.' })
  language: Language;

  @Field({ defaultValue: 'Europe/Brussels', description: 'The zone in which times are read, such as Europe/Brussels.' })
  zone: string;
}

@InputType({ description: 'An organisation that is not here yet, with somebody who speaks for it.' })
export class NewcomerInput implements Newcomer {
  @Field(() => NewOrganisationInput, { description: 'The organisation.' })
  organisation: NewOrganisationInput;

  @Field(() => NewPersonInput, { description: 'Who speaks for it.' })
  person: NewPersonInput;
}
