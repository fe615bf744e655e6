import { ConsoleLogger, type DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Config } from './config.js';
import { InvalidSettings } from './config.js';
import { Refusal } from './refusal.js';

const LARGEST_BODY = 1_048_576;
const STOPPING_SECONDS = 9;

/** What a process lets go of when it stops, in order. */
export interface Stoppable {
  stop(): Promise<void>;
}

/** Runs a process's main work; a reason that its user can act on is printed alone, and the exit code is 1. */
export function runMain(main: () => Promise<unknown>): void {
  main().catch((error: unknown) => {
    const expected = error instanceof Refusal || error instanceof InvalidSettings;
    console.error(expected ? error.message : error);
    process.exit(1);
  });
}

/** A Nest application on Fastify with the limits that every process of ours has. */
export async function createServer(module: DynamicModule, config: Config): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({ bodyLimit: LARGEST_BODY, forceCloseConnections: true, trustProxy: false });
  const logger = new ConsoleLogger({ json: config.mode === 'production', logLevels: ['error', 'warn', 'fatal'] });
  return NestFactory.create<NestFastifyApplication>(module, adapter, { logger, abortOnError: false });
}

/**
 * Listens, on all interfaces in production and on this machine alone in the demo.
 * @returns the port, which the system chose where the setting is 0
 * @throws Refusal when the port is taken
 */
export async function listen(app: NestFastifyApplication, config: Config): Promise<number> {
  await app.init();
  try {
    // Fastify's own: Nest's would print a taken port before it throws.
    await app.getHttpAdapter().getInstance().listen({ port: config.port, host: config.mode === 'production' ? '0.0.0.0' : '127.0.0.1' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new Refusal(`PORT=${config.port} is in use by another program: set PORT to a free one.`);
  }
  const address = app.getHttpServer().address();
  return typeof address === 'object' && address !== null ? address.port : config.port;
}

/** On SIGTERM or SIGINT stops everything in order and exits; what hangs is left behind after nine seconds. */
export function stopOnSignal(...parts: readonly Stoppable[]): void {
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(0), STOPPING_SECONDS * 1000).unref();
    parts
      .reduce((before, part) => before.then(() => part.stop()), Promise.resolve())
      .catch((error: unknown) => { console.error(error); })
      .finally(() => process.exit(0));
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}
