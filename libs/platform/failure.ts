import { Field, Int, InterfaceType, ObjectType, registerEnumType } from '@nestjs/graphql';

/** Every code that a client may meet, in a union member or in `extensions.code`. Stable: codes are added, never changed. */
export enum FailureCode {
  NOT_FOUND = 'NOT_FOUND',
  FORBIDDEN = 'FORBIDDEN',
  UNAUTHENTICATED = 'UNAUTHENTICATED',
  BAD_USER_INPUT = 'BAD_USER_INPUT',
  CONFLICT = 'CONFLICT',
  NOT_ELIGIBLE = 'NOT_ELIGIBLE',
  NOT_KEPT = 'NOT_KEPT',
  NOT_READY = 'NOT_READY',
  DEADLINE_PASSED = 'DEADLINE_PASSED',
  UNAVAILABLE = 'UNAVAILABLE',
}
registerEnumType(FailureCode, { name: 'FailureCode', description: 'Why something could not be done. The codes are stable.' });

/** An expected refusal: nothing was changed. Thrown by services, returned as a union member by resolvers. */
@InterfaceType({ description: 'An expected refusal: nothing was changed.', resolveType: (value: FailureView) => value.__typename })
export abstract class Failure extends Error {
  @Field(() => FailureCode, { description: 'A stable code for programs.' })
  readonly code: FailureCode;

  @Field({ description: 'A sentence for people, in English.' })
  declare readonly message: string;

  protected constructor(code: FailureCode, message: string) {
    super(message);
    this.name = new.target.name;
    this.code = code;
  }
}

@ObjectType({ implements: () => Failure, description: 'There is no such thing, or you may not know of it.' })
export class NotFound extends Failure {
  @Field({ description: 'The argument that names it.' })
  readonly field: string;

  constructor(field: string, value: string) {
    super(FailureCode.NOT_FOUND, `Nothing was found for ${field} "${value.slice(0, 100)}".`);
    this.field = field;
  }
}

@ObjectType({ implements: () => Failure, description: 'You may see this but not do that.' })
export class Forbidden extends Failure {
  constructor(message: string) {
    super(FailureCode.FORBIDDEN, message);
  }
}

@ObjectType({ implements: () => Failure, description: 'Sign in first: send an API key as "Authorization: Bearer …".' })
export class Unauthenticated extends Failure {
  constructor() {
    super(FailureCode.UNAUTHENTICATED, 'This needs a valid API key: send it as "Authorization: Bearer …".');
  }
}

@ObjectType({ implements: () => Failure, description: 'A value that cannot be used.' })
export class InvalidInput extends Failure {
  @Field({ description: 'The argument or field at fault.' })
  readonly field: string;

  constructor(field: string, reason: string) {
    super(FailureCode.BAD_USER_INPUT, `${field}: ${reason}`);
    this.field = field;
  }
}

/** How a thing stands that an event did not fit. */
export interface Standing {
  readonly state: string;
  readonly possible: readonly string[];
  /** Where a change was made for an earlier one. */
  readonly version?: number;
}

@ObjectType({ implements: () => Failure, description: 'Somebody else was first, it is there already, or it is too late or too early for this.' })
export class Conflict extends Failure {
  @Field(() => String, { nullable: true, description: 'The state that it is in now, where it has states.' })
  readonly presentState?: string;

  @Field(() => [String], { nullable: true, description: 'What can be done from that state.' })
  readonly possibleEvents?: string[];

  @Field(() => Int, { nullable: true, description: 'The version that it has now, where the change was made for another.' })
  readonly presentVersion?: number;

  constructor(message: string, standing?: Standing) {
    super(FailureCode.CONFLICT, message);
    if (standing === undefined) return;
    [this.presentState, this.possibleEvents] = [standing.state, [...standing.possible]];
    if (standing.version !== undefined) this.presentVersion = standing.version;
  }
}

/** A refusal as a union member. It is a plain object: GraphQL takes an Error that a resolver returns for a failed field. */
export interface FailureView {
  readonly __typename: string;
  readonly code: FailureCode;
  readonly message: string;
}

/** Turns an expected refusal into the union member that tells of it; anything else stays an error. */
export async function failureOr<T>(work: Promise<T>): Promise<T | FailureView> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Failure) return Object.assign({}, error, { __typename: error.name, message: error.message });
    throw error;
  }
}

/** How a union of one success and several failures tells its members apart. */
export const successOr =
  (success: abstract new () => object) =>
  (value: object): string =>
    '__typename' in value ? String(value.__typename) : success.name;
