import { EventEmitter, on } from 'node:events';
import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { DATABASE_URL } from './database.js';

/** Channels between the processes of an installation; a payload is a short JSON text of ids and numbers. */
export type Channel = 'outbox' | 'matching_progress' | 'directory' | 'consortia' | 'desks';

const RECONNECT_MILLISECONDS = 1000;

/** PostgreSQL's LISTEN/NOTIFY: a hint that something changed. What is missed while disconnected stands in the tables. */
@Injectable()
export class Notifications implements OnApplicationShutdown {
  private readonly log = new Logger(Notifications.name);
  private readonly emitter = new EventEmitter().setMaxListeners(0);
  private readonly channels = new Set<Channel>();
  private client: Promise<pg.Client> | undefined;
  private closed = false;
  private reconnecting = false;

  constructor(@Inject(DATABASE_URL) private readonly databaseUrl: string) {}

  /** Calls back on every message, from once it resolves. */
  async listen(channel: Channel, callback: (payload: string) => void): Promise<void> {
    this.emitter.on(channel, callback);
    await this.open(channel);
  }

  /**
   * Messages as an endless sequence, for GraphQL subscriptions. An empty one says: look in the tables. It comes first, when
   * no message is missed any more, and again after the connection was lost.
   */
  async *messages(channel: Channel): AsyncGenerator<string> {
    const arriving = on(this.emitter, channel);
    await this.open(channel);
    yield '';
    for await (const [payload] of arriving as AsyncIterable<[string]>) yield payload;
  }

  async onApplicationShutdown(): Promise<void> {
    this.closed = true;
    await (await this.client?.catch(() => undefined))?.end().catch(() => undefined);
  }

  private async open(channel: Channel): Promise<void> {
    this.client ??= this.connect().catch((error: unknown) => {
      this.client = undefined; // the next to listen tries again
      throw error;
    });
    const client = await this.client;
    if (this.channels.has(channel)) return;
    this.channels.add(channel);
    await client.query(`LISTEN ${channel}`);
  }

  private async connect(): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: this.databaseUrl, keepAlive: true });
    client.on('notification', ({ channel, payload = '' }) => this.emitter.emit(channel, payload));
    client.once('error', () => { this.reconnect(); });
    client.on('error', () => undefined); // the end of a connection is told twice: why, and that
    await client.connect();
    for (const channel of this.channels) {
      await client.query(`LISTEN ${channel}`);
      this.emitter.emit(channel, '');
    }
    return client;
  }

  /** A connection that is lost says so more than once. */
  private reconnect(): void {
    if (this.closed || this.reconnecting) return;
    this.reconnecting = true;
    this.client = new Promise<void>((resolve) => setTimeout(resolve, RECONNECT_MILLISECONDS).unref()).then(() => {
      this.reconnecting = false;
      return this.connect();
    });
    this.client.catch((error: unknown) => {
      this.log.warn(`Notifications are off: ${error instanceof Error ? error.message : String(error)}`);
      this.reconnect();
    });
  }
}
