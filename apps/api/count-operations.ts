import type { ApolloServerPlugin } from '@apollo/server';
import type { Metrics } from '#libs/platform';

/** Counts every operation answered, well or with errors. */
export function countOperations(metrics: Metrics): ApolloServerPlugin {
  return {
    requestDidStart: () =>
      Promise.resolve({
        willSendResponse({ errors }) {
          metrics.operations.inc({ outcome: errors === undefined ? 'answered' : 'errors' });
          return Promise.resolve();
        },
      }),
  };
}
