import { Field, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'Where data comes from. Show the text wherever you show the data.' })
export class Attribution {
  @Field({ description: 'A short name of the source.' })
  source: string;

  @Field({ description: 'The sentence to show.' })
  text: string;

  @Field(() => String, { nullable: true, description: 'Where the source can be read.' })
  url: string | null;
}

/** SQL: the attribution of a row, from the joined table `a`. */
export const ATTRIBUTION = `json_build_object('source', a.source, 'text', a.text, 'url', a.url)`;
