import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { embeddingServer, vectorsBy, type EmbeddingServer } from '../testing/embedding-server.js';
import { HttpEmbeddings } from './http-embeddings.js';

const KEY = 'k-never-to-be-seen';
const one = { index: 0, embedding: [1, 0] };
const two = { index: 1, embedding: [0, 1] };

let server: EmbeddingServer;
beforeAll(async () => {
  server = await embeddingServer(vectorsBy(() => [1]));
});
afterAll(() => server.close());

const embed = (answer: EmbeddingServer['answer'], key: string | undefined = KEY, patience?: number): Promise<number[][]> => {
  server.answer = answer;
  return new HttpEmbeddings({ url: server.url, model: 'small', key }, patience).embed(['een', 'twee']);
};
const saying = (body: unknown): EmbeddingServer['answer'] => (_, response) => void response.end(JSON.stringify(body));

describe('a service over HTTP', () => {
  it('is asked for all texts at once, by model and key', async () => {
    expect(await embed(vectorsBy((text) => [text.length, 1]))).toEqual([[3, 1], [4, 1]]);
    const { headers, body } = server.asked.at(-1)!;
    expect(body).toEqual({ input: ['een', 'twee'], model: 'small' });
    expect(headers).toMatchObject({ 'content-type': 'application/json', authorization: `Bearer ${KEY}` });
  });

  it('gets no key where there is none', async () => {
    server.answer = saying({ data: [one, two] });
    await new HttpEmbeddings({ url: server.url, model: 'small', key: undefined }).embed(['een', 'twee']);
    expect(server.asked.at(-1)!.headers.authorization).toBeUndefined();
  });

  it('may answer in any order', async () => {
    expect(await embed(saying({ data: [two, one] }))).toEqual([[1, 0], [0, 1]]);
  });
});

describe('an answer that cannot be used', () => {
  it.each([
    ['of several dimensions', { data: [one, { index: 1, embedding: [1] }] }, 'gave vectors of several dimensions'],
    ['with too few vectors', { data: [one] }, 'gave 1 vectors for 2 texts'],
    ['with too many', { data: [one, two, { ...two, index: 2 }] }, 'gave 3 vectors for 2 texts'],
    ['with one twice', { data: [one, one] }, 'gave 2 vectors for 2 texts'],
    ['without direction', { data: [one, { index: 1, embedding: [0, 0] }] }, 'gave a vector without a direction'],
    ['with numbers too large to keep', { data: [one, { index: 1, embedding: [1e300, 0] }] }, 'gave a vector without a direction'],
    ['without numbers', { data: [{ index: 0, embedding: [] }, { index: 1, embedding: [] }] }, 'gave a vector without a direction'],
    ['of another shape', { vectors: [[1, 0], [0, 1]] }, 'answered something else than {data: [{index, embedding}]}'],
    ['with words for numbers', { data: [one, { index: 1, embedding: ['0', '1'] }] }, 'answered something else'],
  ])('%s is refused in words', async (_, body, message) => {
    await expect(embed(saying(body))).rejects.toThrow(`The embedding service ${message}`);
  });

  it.each<[string, EmbeddingServer['answer'], string]>([
    ['an error', (_, response) => void response.writeHead(500).end('our key is wrong'), 'status 500'],
    ['no JSON', (_, response) => void response.end('<html>'), 'is not valid JSON'],
    ['an answer cut off', (_, response) => void response.destroy(), 'UND_ERR_SOCKET'],
    ['another place to ask', (_, response) => void response.writeHead(307, { location: server.url }).end(), 'unexpected redirect'],
  ])('%s is refused in words, without the key', async (_, answer, message) => {
    const refused = embed(answer);
    await expect(refused).rejects.toThrow(message);
    await expect(refused).rejects.not.toThrow(KEY);
  });

  it('that does not come is not waited for', async () => {
    await expect(embed(() => undefined, KEY, 50)).rejects.toThrow('The embedding service gave no answer: The operation was aborted due to timeout.');
  });

  it('is none where nobody listens', async () => {
    const gone = await embeddingServer(vectorsBy(() => [1]));
    await gone.close();
    await expect(new HttpEmbeddings({ url: gone.url, model: 'small', key: KEY }).embed(['een'])).rejects.toThrow('ECONNREFUSED');
  });
});
