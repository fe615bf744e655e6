import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { Viewer } from './viewer.js';

/** What every GraphQL resolver may read about the operation it serves. */
export interface RequestContext {
  readonly viewer: Viewer;
  /** Request-wide batching: a loader is made once for each key. */
  readonly loaders: Map<string, unknown>;
}

/** The viewer as a resolver's argument: `@CurrentViewer() viewer: Viewer`. */
export const CurrentViewer = createParamDecorator(
  (_: unknown, context: ExecutionContext): Viewer => GqlExecutionContext.create(context).getContext<RequestContext>().viewer,
);
