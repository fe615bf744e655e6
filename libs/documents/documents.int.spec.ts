import { afterAll, describe, expect, it } from '@jest/globals';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { DataSource } from 'typeorm';
import { ANONYMOUS, COMMAND_LINE, type Viewer } from '#libs/accounts';
import { Clock, copyOfTemplate, InvalidInput, NotFound, PlatformModule, readConfig, Unauthenticated } from '#libs/platform';
import { DocumentsHttpModule } from './documents.module.js';
import { DocumentsService } from './documents.service.js';
import { NOT_TAKEN, SAMPLES } from './testing/samples.js';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'verbond-documents-'));
const copy = await copyOfTemplate();
const built = await Test.createTestingModule({
  imports: [PlatformModule.forRoot(readConfig({ VERBOND_DATA: folder }), copy.url), DocumentsHttpModule],
}).compile();
const app = built.createNestApplication<NestFastifyApplication>(new FastifyAdapter(), { logger: ['error'] });
await app.init();
const database = app.get(DataSource);
const documents = app.get(DocumentsService);
const clock = app.get(Clock);
await clock.set(new Date('2023-09-04T07:00:00Z'));
afterAll(async () => {
  await app.close();
  await copy.drop();
  fs.rmSync(folder, { recursive: true });
});

await database.query(`INSERT INTO attributions VALUES ('S', 'S')`);
const organisation = async (code: string): Promise<string> => {
  const [{ id }] = await database.query<[{ id: string }]>(
    `INSERT INTO organisations (code, name, country, source) VALUES ($1, $1, 'BE', 'S') RETURNING id`,
    [code],
  );
  await database.query('INSERT INTO organisation_codes (code, organisation_id) VALUES ($1, $2)', [code, id]);
  return id;
};
const memberOf = async (code: string): Promise<Viewer> => {
  const [{ id }] = await database.query<[{ id: string }]>(`INSERT INTO people (name, email) VALUES ($1, $2) RETURNING id`, [code, `${code}@mail.test`]);
  return { personId: id, administrator: false, mandates: [{ organisationId: await organisation(code), role: 'MEMBER' }] };
};
const owner = await memberOf('owner');
const other = await memberOf('other');

const local = (url: string): string => new URL(url).pathname + new URL(url).search;
const put = (url: string, payload: Buffer, type = 'application/octet-stream') =>
  app.inject({ method: 'PUT', url: local(url), payload, headers: { 'content-type': type } });
const create = () => documents.create(owner, { owner: 'owner', title: 'Gids «één»', kind: 'GUIDE', language: 'nl' });
async function uploaded(bytes: Buffer = SAMPLES.PDF): Promise<string> {
  const { url, document } = await create();
  expect((await put(url, bytes)).statusCode).toBe(200);
  return document.id;
}

describe('an upload', () => {
  it.each(Object.entries(SAMPLES))('takes a %s by its content, and gives the same bytes back', async (format, bytes) => {
    const document = await documents.document(owner, await uploaded(bytes));
    expect(document.versions).toMatchObject([{ version: 1, format, bytes: bytes.length }]);
    const answer = await app.inject(local(await documents.urlOf(document.versions[0]!)));
    expect(answer.rawPayload).toEqual(bytes);
    expect(answer.headers).toMatchObject({
      'content-disposition': `attachment; filename*=UTF-8''Gids%20%C2%AB%C3%A9%C3%A9n%C2%BB.${format.toLowerCase()}`,
      'x-content-type-options': 'nosniff',
    });
  });

  it.each(Object.entries(NOT_TAKEN))('refuses %s and keeps nothing of it', async (_, bytes) => {
    const { url, document } = await create();
    expect((await put(url, bytes)).statusCode).toBe(422);
    expect(await documents.document(owner, document.id)).toMatchObject({ versions: [] });
    expect(fs.readdirSync(path.join(folder, 'documents', 'arriving'))).toEqual([]);
  });

  it('takes 25 MB and not one byte more', async () => {
    const sized = (bytes: number) => Buffer.concat([SAMPLES.PDF, Buffer.alloc(bytes - SAMPLES.PDF.length)]);
    await uploaded(sized(25 * 1024 * 1024));
    expect((await put((await create()).url, sized(25 * 1024 * 1024 + 1))).statusCode).toBe(422);
  });

  it('goes through a link once, while it is young, and as bytes', async () => {
    const { url } = await create();
    expect((await put(url, SAMPLES.PDF, 'application/pdf')).statusCode).toBe(415);
    const results = await Promise.all([put(url, SAMPLES.PDF), put(url, SAMPLES.PDF)]);
    expect(results.map(({ statusCode }) => statusCode).sort()).toEqual([200, 404]);
    const old = await create();
    await database.query(`UPDATE document_uploads SET expires_at = '2023-09-04T06:00:00Z'`);
    expect((await put(old.url, SAMPLES.PDF)).statusCode).toBe(404);
  });

  it('becomes the next version; the same bytes are kept once', async () => {
    const id = await uploaded();
    await put((await documents.renew(owner, id)).url, SAMPLES.ODS);
    const [newest, first] = (await documents.document(owner, id)).versions;
    expect([newest?.format, first?.format]).toEqual(['ODS', 'PDF']);
    const again = await documents.document(owner, await uploaded());
    expect(again.versions[0]?.checksum).toBe(first?.checksum);
  });

  it.each([{ owner: 'gone' }, { owner: 'other' }, { title: ' ' }, { title: 'a\u202Eb' }, { language: 'xx' }])('is not begun with %j', async (change) => {
    const failure = 'owner' in change ? NotFound : InvalidInput;
    await expect(documents.create(owner, { owner: 'owner', title: 'T', kind: 'GUIDE', ...change })).rejects.toThrow(failure);
  });
});

describe('a document', () => {
  it('does not exist for others until it is public', async () => {
    const id = await uploaded();
    for (const viewer of [ANONYMOUS, other]) await expect(documents.document(viewer, id)).rejects.toThrow(NotFound);
    await expect(documents.renew(other, id)).rejects.toThrow(NotFound);
    await expect(documents.create(ANONYMOUS, { owner: 'owner', title: 'T', kind: 'GUIDE' })).rejects.toThrow(Unauthenticated);
    expect(await documents.document(COMMAND_LINE, id)).toMatchObject({ public: false });
    expect(await documents.publish(database.manager, other, [id])).toEqual([id]);
    expect(await documents.publish(database.manager, owner, [id])).toEqual([]);
    expect(await documents.document(ANONYMOUS, id)).toMatchObject({ public: true });
    await expect(documents.renew(other, id)).rejects.toThrow(NotFound);
  });

  it('is opened by a link that nobody changed, for ten minutes', async () => {
    const { versions } = await documents.document(owner, await uploaded());
    const url = local(await documents.urlOf(versions[0]!));
    const status = async (changed: string) => (await app.inject(changed)).statusCode;
    expect(await status(url)).toBe(200);
    expect(await status(url.replace(/expires=\d/, 'expires=9'))).toBe(404);
    expect(await status(url.replace(/signature=.*/, ''))).toBe(404);
    await clock.set(new Date('2023-09-04T07:20:00Z'));
    expect(await status(url)).toBe(404);
  });

  it('remembers who has read it, for whom, and shows that to its owner and to them', async () => {
    const id = await uploaded();
    await documents.publish(database.manager, owner, [id]);
    await expect(documents.confirmReading(other, id, 'owner')).rejects.toThrow(NotFound);
    const document = await documents.confirmReading(other, id, 'other');
    await documents.confirmReading(other, id, 'other');
    const reading = { version: 1, organisationId: 'other' };
    expect(await documents.readings(owner, document)).toMatchObject([reading]);
    expect(await documents.readings(other, document)).toMatchObject([reading]);
    expect(await documents.readings(ANONYMOUS, document)).toEqual([]);
  });
});
