import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { InvalidSettings, readConfig, SETTINGS, settingsTable } from './config.js';
import { projectFile } from './project-files.js';

const dataFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'verbond-config-'));
const read = (environment: Record<string, string>) => readConfig({ VERBOND_DATA: dataFolder, ...environment });

const WRONG_SECRETS = {
  VERBOND_SECRET: 'hunter2',
  DATABASE_URL: 'mysql://me:hunter2@db.example/x',
  EMBEDDINGS_KEY: 'hunter2 ',
  EMBEDDINGS_URL: 'https://me:hunter2@embeddings.example',
};

const PRODUCTION = {
  DATABASE_URL: 'postgres://u:p@db.example:5432/verbond',
  PUBLIC_URL: 'https://verbond.example/',
  SMTP_URL: 'smtp://mail.example:25',
  MAIL_FROM: 'Verbond <no-reply@verbond.example>',
  VERBOND_SECRET: 'x'.repeat(32),
};

describe('readConfig', () => {
  it('is a demo on the embedded database when nothing is set, with a secret that outlives a restart', () => {
    const config = read({});
    expect(config).toMatchObject({ mode: 'demo', port: 3000, publicUrl: 'http://localhost:3000', databaseUrl: undefined });
    expect(config.secret.length).toBeGreaterThanOrEqual(32);
    expect(read({}).secret).toBe(config.secret);
  });

  it('is production when DATABASE_URL is set, unless the mode says otherwise', () => {
    expect(read(PRODUCTION)).toMatchObject({ mode: 'production', publicUrl: 'https://verbond.example' });
    expect(read({ ...PRODUCTION, VERBOND_MODE: 'demo' }).mode).toBe('demo');
  });

  it.each([
    ['PORT', '65536'],
    ['PORT', '80a'],
    ['VERBOND_MODE', 'staging'],
    ['DATABASE_URL', 'mysql://db.example/x'],
    ['REDIS_URL', 'localhost:6379'],
    ['PUBLIC_URL', 'verbond.example'],
    ['SMTP_URL', 'http://mail.example'],
    ['MAIL_FROM', 'a@b.test, c@d.test'],
    ['MAIL_FROM', 'A <a@b.test>\r\nBcc: c@d.test'],
    ['MAIL_CONNECTIONS', '0'],
    ['MAIL_RATE', 'fast'],
    ['MAIL_IDEMPOTENCY_HEADER', 'X-Key: 1'],
    ['EMBEDDINGS_URL', 'embeddings.example/v1'],
    ['EMBEDDINGS_MODEL', 'm'.repeat(201)],
    ['DKIM_KEY', 'autumn'],
    ['DKIM_KEY', 'autumn:package.json'],
  ])('refuses %s=%s with the name, the value and what is allowed', (name, value) => {
    const { allowed } = SETTINGS.find((setting) => setting.name === name)!;
    expect(() => read({ ...PRODUCTION, [name]: value })).toThrow(`${name}=${value} cannot be used: allowed is ${allowed}.`);
  });

  it('never shows a secret or a password', () => {
    const wrong = () => read({ ...PRODUCTION, ...WRONG_SECRETS });
    expect(wrong).toThrow(InvalidSettings);
    expect(wrong).not.toThrow(/hunter2/);
  });

  it('has an embedding service only where one is named, with its model', () => {
    const [url, model, key] = ['https://embeddings.example/v1/embeddings', 'small', 'k-1'];
    expect(read({ EMBEDDINGS_MODEL: model, EMBEDDINGS_KEY: key }).embeddings).toBeUndefined();
    expect(read({ EMBEDDINGS_URL: url, EMBEDDINGS_MODEL: model }).embeddings).toEqual({ url, model, key: undefined });
    expect(read({ EMBEDDINGS_URL: url, EMBEDDINGS_MODEL: model, EMBEDDINGS_KEY: key }).embeddings).toEqual({ url, model, key });
    expect(() => read({ EMBEDDINGS_URL: url })).toThrow('EMBEDDINGS_MODEL is not set, and EMBEDDINGS_URL needs it.');
  });

  it.each(Object.keys(PRODUCTION))('does not start production without %s', (name) => {
    expect(() => read({ ...PRODUCTION, VERBOND_MODE: 'production', [name]: '' })).toThrow(`${name} is not set`);
  });

  it('refuses a data folder that cannot be written', () => {
    expect(() => readConfig({ VERBOND_DATA: '/dev/null/verbond' })).toThrow(/^VERBOND_DATA=\/dev\/null\/verbond cannot be used \(ENOTDIR\)/);
  });
});

it('README shows the settings as they are', () => {
  expect(fs.readFileSync(projectFile('README.md'), 'utf8')).toContain(settingsTable());
});
