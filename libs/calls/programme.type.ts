import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Localised } from '#libs/platform';

@ObjectType({ description: 'An organisation that runs a part of a programme.' })
export class ProgrammeBody {
  organisationUuid: string;

  @Field({ description: 'What it does there, such as MANAGING_AUTHORITY.' })
  role: string;
}

@ObjectType({ description: 'What a programme wants to reach. Objectives form a tree.' })
export class Objective {
  @Field({ description: 'Its number or short name within the programme, such as 1.3.' })
  code: string;

  @Field(() => String, { nullable: true, description: 'The code of the objective above; nothing at the top.' })
  parent: string | null;

  label: Localised;
}

@ObjectType({ description: 'A funding programme, current or closed.' })
export class Programme {
  /** The row's own id, by which other tables name it. */
  uuid: string;

  @Field(() => ID, { description: 'The code by which we print the programme.' })
  id: string;

  names: Localised;

  @Field(() => [String], { description: 'The funds that pay for it, such as ESF+ or ERDF.' })
  funds: string[];

  @Field(() => String, { nullable: true, description: 'Its number with the Commission (CCI).' })
  cci: string | null;

  @Field(() => Int, { nullable: true, description: 'Its first year.' })
  periodStart: number | null;

  @Field(() => Int, { nullable: true, description: 'Its last year.' })
  periodEnd: number | null;

  @Field(() => Float, { nullable: true, description: 'Its whole budget, in euros; its calls share it.' })
  budgetEur: number | null;

  @Field(() => Float, { description: 'What its calls share of that, as far as their budgets are known, in euros.' })
  callsBudgetEur: number;

  @Field(() => [ProgrammeBody], { description: 'The organisations that run it.' })
  bodies: ProgrammeBody[];

  @Field(() => [Objective], { description: 'What it wants to reach.' })
  objectives: Objective[];

  @Field(() => [String], { description: 'Its area, as the beginnings of NUTS codes; empty when none is stated.' })
  area: string[];
}
