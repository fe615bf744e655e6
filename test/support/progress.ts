import { createRequire } from 'node:module';
import { createClient } from 'graphql-ws';

export interface Progress {
  readonly done: number;
  readonly total: number;
}

const webSocketImpl: unknown = createRequire(import.meta.url)('ws'); // Node has none of its own before version 22

/**
 * Follows the computation of a call's suggestions over a web socket, as far as its end.
 * @returns every step that was told; the last has all done
 */
export async function followMatching(url: string, call: string, onStep: (step: Progress) => void = () => undefined): Promise<Progress[]> {
  const client = createClient({ url: `${url.replace('http', 'ws')}/graphql`, webSocketImpl, retryAttempts: 0 });
  const query = 'subscription ($call: ID!) { matchingProgress(callId: $call) { done total } }';
  const steps: Progress[] = [];
  try {
    for await (const { data } of client.iterate<{ matchingProgress: Progress }>({ query, variables: { call } })) {
      if (data == null) throw new Error('The subscription told an error.');
      const step = data.matchingProgress;
      steps.push(step);
      onStep(step);
      if (step.total > 0 && step.done === step.total) break;
    }
    return steps;
  } finally {
    await client.dispose();
  }
}
