import { randomUUID } from 'node:crypto';
import { Logger } from '@nestjs/common';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { Failure, FailureCode, InvalidInput, NotFound } from '../failure.js';

const log = new Logger('GraphQL');
const LONGEST_MESSAGE = 300;

/** PostgreSQL's connection troubles (class 08, 57P, 53300) and the sockets' own codes. */
const OUT_OF_REACH = /^(08|57P|53300|ECONN|ENOTFOUND|ETIMEDOUT|EPIPE)/;

/**
 * What a client may read of an error: expected failures and errors in the query itself; of a bug, an id to ask about.
 */
export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const cause = causeOf(error);
  const { path, locations } = formatted;
  const where = { ...(path && { path }), ...(locations && { locations }) };
  if (cause instanceof Failure) {
    const field = cause instanceof InvalidInput || cause instanceof NotFound ? { field: cause.field } : {};
    return { message: cause.message, ...where, extensions: { code: cause.code, ...field } };
  }
  if (cause instanceof GraphQLError) {
    const code = cause.extensions['code'] ?? formatted.extensions?.['code'];
    return { message: formatted.message.slice(0, LONGEST_MESSAGE), ...where, extensions: code === undefined ? {} : { code } };
  }
  if (isOutOfReach(cause)) {
    const message = 'The database is out of reach for a moment: try again.';
    return { message, ...where, extensions: { code: FailureCode.UNAVAILABLE } };
  }
  const id = randomUUID();
  log.error(`${id} ${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}`);
  return { message: `Something went wrong on our side. Ask about ${id}.`, ...where, extensions: { code: 'INTERNAL', id } };
}

/** What was thrown first: Apollo wraps what is wrong with a query, a variable, a resolver or the context. */
function causeOf(error: unknown): unknown {
  return error instanceof GraphQLError && error.originalError !== undefined ? causeOf(error.originalError) : error;
}

function isOutOfReach(cause: unknown): boolean {
  if (!(cause instanceof Error)) return false;
  const { code, driverError } = cause as Error & { code?: string; driverError?: { code?: string } };
  return OUT_OF_REACH.test(driverError?.code ?? code ?? '') || /Connection terminated|timeout exceeded when trying to connect/.test(cause.message);
}
