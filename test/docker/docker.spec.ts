import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { projectFile, projectRoot, readConfig, SETTINGS } from '#libs/platform';
import { readDockerfile } from './dockerfile.js';

interface Service {
  readonly image: string;
  readonly build?: object;
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly healthcheck?: { readonly disable?: boolean; readonly test?: readonly string[] };
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly restart?: string;
  readonly stop_grace_period?: string;
  readonly read_only?: boolean;
}

const image = readDockerfile(fs.readFileSync(projectFile('docker/Dockerfile'), 'utf8'));
const compose = parse(fs.readFileSync(projectFile('docker/compose.yaml'), 'utf8'), { merge: true }) as {
  readonly services: Readonly<Record<string, Service>>;
};
const services = Object.entries(compose.services);
const ours = services.filter(([, { build }]) => build !== undefined);
const lasting = ours.filter(([name]) => name !== 'migrate');
const SECRETS = { POSTGRES_PASSWORD: 'd0'.repeat(12), VERBOND_SECRET: 'f'.repeat(32) };

/** What compose makes of `${NAME:?message}` and `${NAME:-default}`. */
function interpolated(text: string, given: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\$\{(\w+):([?-])([^}]*)\}/g, (_, name: string, kind: string, words: string) => {
    const value = given[name];
    if (value === undefined && kind === '?') throw new Error(`${name}: ${words}`);
    return value ?? words;
  });
}

const environmentOf = ({ environment = {} }: Service, given: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, interpolated(value, given)]));

/** Runs a command of a container here, with these settings alone. */
async function run(command: readonly string[], environment: Record<string, string>): Promise<{ code: number; said: string }> {
  const [program, ...rest] = command;
  expect(program).toBe('node');
  const child = spawn(process.execPath, rest, { cwd: projectRoot, env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number];
  return { code, said };
}

describe('Dockerfile', () => {
  const last = image.stages.at(-1)!;

  it('starts from tagged images, and every stage from one that is there', () => {
    for (const [i, { from }] of image.stages.entries()) {
      const known = image.stages.slice(0, i).some(({ name }) => name === from);
      expect(known || /:(?!latest$)[\w.-]+$/.test(from)).toBe(true);
    }
  });

  it('runs as an account that is not root', () => {
    expect(last.all('USER').at(-1)).toMatch(/^(?!root$|0$)\w+$/);
  });

  it('copies what is there', () => {
    const sources = image.stages.flatMap((stage) => stage.all('COPY')).filter((line) => !line.startsWith('--from='));
    const files = sources.flatMap((line) => line.split(' ').slice(0, -1));
    expect(files.filter((file) => !fs.existsSync(projectFile(file)))).toEqual([]);
    const stages = image.stages.map(({ name }) => name);
    for (const [, from] of image.text.matchAll(/COPY --from=(\w+)/g)) expect(stages).toContain(from);
  });

  it('serves by default, without a shell in between', async () => {
    const command = JSON.parse(last.all('CMD').at(-1)!) as string[];
    expect((await run(command, { VERBOND_MODE: 'production' })).said).toContain('DATABASE_URL is not set');
    expect(last.all('EXPOSE')).toEqual([SETTINGS.find(({ name }) => name === 'PORT')!.default]);
  });

  it('is healthy while its process answers, and only then', async () => {
    const check = JSON.parse(last.all('HEALTHCHECK').at(-1)!.replace(/^.*?CMD /, '')) as string[];
    const server = http.createServer((request, response) => response.writeHead(request.url === '/health/live' ? 200 : 404).end());
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const PORT = String((server.address() as AddressInfo).port);
    expect((await run(check, { PORT })).code).toBe(0);
    await once(server.close(), 'close');
    expect((await run(check, { PORT })).code).toBe(1);
  });
});

describe('compose.yaml', () => {
  it.each(services)('starts %s from a tag that stays what it is, again when it ends, and lets it stop in peace', (_, service) => {
    expect(service.image).toMatch(/:(?!latest$)v?\d[\w.-]*$/);
    expect(service.restart).toMatch(/^(unless-stopped|on-failure)$/);
    expect(service.healthcheck?.test?.[0] ?? (service.build && 'CMD')).toBe('CMD');
  });

  it('has two kinds of lasting processes and one that migrates', () => {
    expect(lasting.map(([name]) => name)).toEqual(['api', 'worker']);
    expect(ours).toHaveLength(3);
  });

  it.each(lasting)('gives %s its health, ten seconds to stop and a file system that it cannot write', (_, service) => {
    expect(service.healthcheck?.disable ?? false).toBe(false); // the image's own holds
    expect(service).toMatchObject({ stop_grace_period: '10s', read_only: true });
    expect(service.depends_on).toMatchObject({ migrate: { condition: 'service_completed_successfully' } });
  });

  it.each(ours)('starts %s with settings that exist and suffice for production', (_, service) => {
    const environment = environmentOf(service, SECRETS);
    const known = SETTINGS.map(({ name }) => name);
    expect(Object.keys(environment).filter((name) => !known.includes(name))).toEqual([]);
    const wanted = { mode: 'production', redisUrl: 'redis://redis:6379', smtpUrl: 'smtp://mail:1025?ignoreTLS=true' };
    expect(readConfig(environment)).toMatchObject(wanted);
    for (const target of ['DATABASE_URL', 'REDIS_URL', 'SMTP_URL']) {
      expect(Object.keys(compose.services)).toContain(new URL(environment[target]!).hostname);
    }
  });

  it.each(Object.keys(SECRETS))('does not start without %s', (missing) => {
    const given = Object.fromEntries(Object.entries(SECRETS).filter(([name]) => name !== missing));
    expect(() => ours.map(([, service]) => environmentOf(service, given))).toThrow(`${missing}: set it in docker/.env`);
  });

  it.each(ours)('gives %s a command that runs', async (name, { command = [] }) => {
    if (name === 'migrate') expect(await run([...command, '--help'], {})).toMatchObject({ code: 0 });
    else expect((await run(command, { VERBOND_MODE: 'production' })).said).toContain('DATABASE_URL is not set');
  });

  it('lets Redis forget no job', () => {
    const said = compose.services['redis']!.command!.join(' ');
    expect(said).toContain('--appendonly yes');
    expect(said).toContain('--maxmemory-policy noeviction');
  });
});
