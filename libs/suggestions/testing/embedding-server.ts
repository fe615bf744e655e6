import { once } from 'node:events';
import http from 'node:http';
import { text } from 'node:stream/consumers';
import type { AddressInfo } from 'node:net';

export interface Request {
  readonly headers: http.IncomingHttpHeaders;
  readonly body: { readonly input: readonly string[]; readonly model: string };
}

export interface EmbeddingServer {
  readonly url: string;
  /** What it was asked, in order. */
  readonly asked: readonly Request[];
  forget(): void;
  /** Change it to have other answers. */
  answer: (request: Request, response: http.ServerResponse) => void;
  close(): Promise<void>;
}

/** A real server on this machine that answers as a test says. */
export async function embeddingServer(answer: EmbeddingServer['answer']): Promise<EmbeddingServer> {
  const asked: Request[] = [];
  const server = http.createServer((incoming, response) => {
    void text(incoming).then((body) => {
      const request = { headers: incoming.headers, body: JSON.parse(body) as Request['body'] };
      asked.push(request);
      running.answer(request, response);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const running: EmbeddingServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/embeddings`,
    asked,
    answer,
    forget() {
      asked.length = 0;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return running;
}

/** Answers in the widespread shape. */
export function vectorsBy(vectorOf: (text: string) => readonly number[]): EmbeddingServer['answer'] {
  return ({ body: { input } }, response) => {
    response.end(JSON.stringify({ object: 'list', data: input.map((each, index) => ({ object: 'embedding', index, embedding: vectorOf(each) })) }));
  };
}
