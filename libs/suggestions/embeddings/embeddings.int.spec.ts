import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { DOMAIN_DATA } from '#libs/calls';
import type { Part } from '#libs/matching';
import { MatchingProcessor } from '../matching.processor.js';
import { SnapshotsService } from '../snapshots.service.js';
import { SuggestionsService } from '../suggestions.service.js';
import { embeddingServer, vectorsBy, type EmbeddingServer } from '../testing/embedding-server.js';
import { suggestionsApp, type SuggestionsApp } from '../testing/suggestions-app.js';
import { EmbeddingsProcessor } from './embeddings.processor.js';

const CALL = '2SEAS-SO13';
/** Nothing in them is among our topics, and they share no word. */
const [DUTCH, ENGLISH] = ['Draaiorgels klinken weer op de kermis.', 'Merry-go-rounds: steam, pipes, bellows.'];
const ASKER = 'stad-mechelen';
const BUILDER = 'vives';

const isAboutOrgans = (text: string): boolean => text.includes(DUTCH) || text.includes(ENGLISH);
const vectorOf = (text: string): number[] => (isAboutOrgans(text) ? [1, 0.1, 0] : [0, 1, text.length / 1000]);

let server: EmbeddingServer;
let running: SuggestionsApp;
let off: SuggestionsApp;

/** A call in Dutch, and a project in English that the asker has no part in. */
async function appWith(settings: Record<string, string>): Promise<SuggestionsApp> {
  const made = await suggestionsApp(DOMAIN_DATA, settings);
  await made.database.query(`UPDATE calls SET titles = jsonb_build_object('nl', $2::text), summary = NULL WHERE code = $1`, [CALL, DUTCH]);
  await made.database.query(
    `WITH made AS (INSERT INTO projects (code, text, starts_on, source) SELECT 'organs', $1, '2020-01-01', source FROM attributions LIMIT 1 RETURNING id)
     INSERT INTO participations (project_id, organisation_id, role, position) SELECT made.id, o.id, 'PARTNER', 0 FROM made, organisations o WHERE o.code = $2`,
    [ENGLISH, BUILDER],
  );
  await note(made);
  return made;
}

const note = (app: SuggestionsApp) => app.database.query('SELECT note_directory_change()');
const embed = () => running.app.get(EmbeddingsProcessor).process();
const texts = () => server.asked.flatMap(({ body: { input } }) => input);
const matchingJob = (app: SuggestionsApp, name: string) =>
  app.app.get(MatchingProcessor).process({ name, data: {} } as Parameters<MatchingProcessor['process']>[0]);
const jobs = (app: SuggestionsApp, queue: string) => app.database.query<{ name: string }[]>('SELECT name FROM outbox WHERE queue = $1', [queue]);
const vectorsKept = (where = 'true') => running.database.query<{ model: string }[]>(`SELECT model FROM text_vectors WHERE ${where}`);
const stamp = async (app: SuggestionsApp) => (await app.app.get(SnapshotsService).current()).stamp;

/** The signals by which the builder's project is like the call. */
async function likeBy(app: SuggestionsApp): Promise<string[]> {
  await app.app.get(SnapshotsService).current();
  const [call, asker, builder] = [await app.idOf('calls', CALL), await app.idOf('organisations', ASKER), await app.idOf('organisations', BUILDER)];
  const explained = await app.app.get(SuggestionsService).explain(call, asker, [builder]);
  const parts = explained?.scores.get(builder)?.parts.filter(({ signal }) => ['similar', 'wording', 'meaning'].includes(signal)) ?? [];
  const namesIt = ({ evidence }: Part) => evidence.some((each) => each.kind === 'project' && each.id === 'organs');
  return parts.filter(namesIt).map(({ signal }) => signal);
}

beforeAll(async () => {
  server = await embeddingServer(vectorsBy(vectorOf));
  running = await appWith({ EMBEDDINGS_URL: server.url, EMBEDDINGS_MODEL: 'small', EMBEDDINGS_KEY: 'k-1' });
  off = await appWith({});
});
afterEach(async () => {
  server.forget();
  server.answer = vectorsBy(vectorOf);
  await running.database.query('DELETE FROM text_vectors');
  await running.database.query('DELETE FROM outbox');
  await note(running);
});
afterAll(async () => {
  await running.close();
  await off.close();
  await server.close();
});

describe('a call in Dutch', () => {
  it('finds the project whose vector is near, although no topic and no word is shared', async () => {
    expect(await likeBy(running)).toEqual([]);
    await embed();
    expect(await likeBy(running)).toEqual(['meaning']);
  });
});

describe('a service', () => {
  it('is asked once for each text of projects and calls, and for nothing else', async () => {
    await embed();
    const asked = texts();
    const own = await running.database.query<{ text: string | null }[]>(
      `SELECT concat_ws(E'\\n', title, text) AS text FROM projects UNION ALL
       SELECT (SELECT string_agg(value, E'\\n' ORDER BY key) FROM jsonb_each_text(titles)) || coalesce(E'\\n' || summary, '') FROM calls`,
    );
    expect(asked.toSorted()).toEqual([...new Set(own.flatMap(({ text }) => (text ? [text.slice(0, 8000)] : [])))].sort());
    await embed();
    expect(texts()).toHaveLength(asked.length);
  });

  it('has the directory read anew, once', async () => {
    const version = async () => Number((await stamp(running)).split('@')[0]);
    const before = await version();
    await embed();
    expect(await version()).toBe(before + 1);
    expect(await jobs(running, 'matching')).toEqual([{ name: 'refresh' }]);
    await embed();
    expect(await version()).toBe(before + 1);
  });

  it('is asked after a change of the data, by a queue of its own', async () => {
    await matchingJob(running, 'data-changed');
    expect(await jobs(running, 'embeddings')).toEqual([{ name: 'embed' }]);
    expect(server.asked).toEqual([]);
  });

  it('that fails is asked again for what is missing; suggestions go on without', async () => {
    server.answer = (_, response) => void response.writeHead(500).end();
    await expect(embed()).rejects.toThrow('status 500');
    expect(await vectorsKept()).toEqual([]);
    expect(await likeBy(running)).toEqual([]);
    server.answer = vectorsBy(vectorOf);
    await embed();
    expect(await likeBy(running)).toEqual(['meaning']);
  });

  it('that fails for some texts has told the others', async () => {
    server.answer = (request, response) => {
      if (request.body.input.some(isAboutOrgans)) response.writeHead(400).end();
      else vectorsBy(vectorOf)(request, response);
    };
    await running.database.query(
      `INSERT INTO projects (code, text, source) SELECT 'filling-' || n, 'Text ' || n, (SELECT min(source) FROM attributions) FROM generate_series(1, 200) AS n`,
    );
    await expect(embed()).rejects.toThrow('status 400');
    expect((await vectorsKept('shown')).length).toBeGreaterThan(0);
    await running.database.query(`DELETE FROM projects WHERE code LIKE 'filling-%'`);
  });

  it('is not asked by two workers at once', async () => {
    await Promise.all([embed(), embed()]);
    await embed();
    expect(new Set(texts()).size).toBe(texts().length);
  });

  it('whose model gives other dimensions is told to name it', async () => {
    await embed();
    await running.database.query('DELETE FROM text_vectors WHERE key IN (SELECT key FROM text_vectors LIMIT 1)');
    server.answer = vectorsBy(() => [1, 0]);
    await expect(embed()).rejects.toThrow('The model small gave 2 dimensions where it gave 3: a changed model needs another name.');
  });
});

describe('vectors', () => {
  it('of an earlier model serve until those of the present one are there', async () => {
    await embed();
    await running.database.query(`UPDATE text_vectors SET model = 'former', key = sha256(key)`);
    server.answer = (_, response) => void response.writeHead(503).end();
    await expect(embed()).rejects.toThrow('status 503');
    expect(new Set((await vectorsKept('shown')).map(({ model }) => model))).toEqual(new Set(['former']));
    server.answer = vectorsBy(vectorOf);
    await embed();
    expect(new Set((await vectorsKept()).map(({ model }) => model))).toEqual(new Set(['small']));
  });

  it('of texts that are gone are let go of', async () => {
    await embed();
    const before = (await vectorsKept()).length;
    await running.database.query(`UPDATE projects SET text = 'Something else.' WHERE code = 'organs'`);
    await matchingJob(running, 'prune');
    expect(await vectorsKept()).toHaveLength(before - 1);
    await running.database.query(`UPDATE projects SET text = $1 WHERE code = 'organs'`, [ENGLISH]);
  });
});

describe('without a service', () => {
  it('nobody is asked anything', async () => {
    expect(off.app.get(EmbeddingsProcessor).isOn).toBe(false);
    await matchingJob(off, 'data-changed');
    await off.app.get(EmbeddingsProcessor).process();
    expect(await jobs(off, 'embeddings')).toEqual([]);
    expect(server.asked).toEqual([]);
  });

  it('vectors of a former one are let go of, and the directory is read anew', async () => {
    await off.database.query(`INSERT INTO text_vectors (key, model, vector, shown) SELECT text_key('small', text), 'small', '{1, 0}', true FROM (VALUES ($1), ($2)) AS told (text)`, [DUTCH, ENGLISH]);
    await note(off);
    expect(await likeBy(off)).toEqual(['meaning']);
    await matchingJob(off, 'prune');
    expect(await likeBy(off)).toEqual([]);
    const before = await stamp(off);
    await matchingJob(off, 'prune');
    expect(await stamp(off)).toBe(before);
  });
});
