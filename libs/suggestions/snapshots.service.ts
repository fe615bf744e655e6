import { setTimeout } from 'node:timers/promises';
import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DATABASE_URL, Notifications } from '#libs/platform';
import { readStamp } from './directory-reader.js';
import { renewed, type Snapshot } from './snapshot.js';
import { takeSnapshot } from './take-snapshot.js';

const PATIENCE_MILLISECONDS = 10_000;

/**
 * The directory in this process's memory. A change of a profile is laid into it at once; after anything else, such as an
 * import, a thread of its own reads the directory anew, and the event loop only takes the result over, piece by piece.
 */
@Injectable()
export class SnapshotsService implements OnApplicationShutdown {
  private readonly log = new Logger(SnapshotsService.name);
  private latest: { readonly stamp: string; readonly snapshot: Promise<Snapshot> } | undefined;
  private ready: Snapshot | undefined;
  private listening: Promise<void> | undefined;
  private readonly closing = new AbortController();

  constructor(
    private readonly database: DataSource,
    @Inject(DATABASE_URL) private readonly databaseUrl: string,
    private readonly notifications: Notifications,
  ) {}

  /** The directory as it is now: one cheap query when nothing changed; callers that meet a change share one new snapshot. */
  async current(): Promise<Snapshot> {
    this.listening ??= this.listen();
    const stamp = await readStamp((sql) => this.database.query(sql));
    if (this.latest?.stamp === stamp) return this.latest.snapshot;
    const next = { stamp, snapshot: this.following(this.latest?.snapshot) };
    this.latest = next;
    next.snapshot.catch(() => {
      if (this.latest === next) this.latest = undefined;
    });
    return next.snapshot;
  }

  /** As {@link current}; but where reading the whole directory anew takes long, the last one answers, by its own stamp. */
  async soon(milliseconds = PATIENCE_MILLISECONDS): Promise<Snapshot> {
    const current = this.current();
    if (this.ready === undefined) return current;
    current.catch(() => undefined); // met by whoever asks next
    const cancel = new AbortController();
    const patience = setTimeout(milliseconds, this.ready, { signal: cancel.signal, ref: false });
    patience.catch(() => undefined);
    return Promise.race([current, patience]).finally(() => { cancel.abort(); });
  }

  onApplicationShutdown(): void {
    this.closing.abort();
  }

  private async following(previous: Promise<Snapshot> | undefined): Promise<Snapshot> {
    const known = (await previous?.catch(() => undefined)) ?? this.ready;
    this.ready = (known && (await this.renewed(known))) ?? (await takeSnapshot(this.databaseUrl, this.closing.signal));
    return this.ready;
  }

  private renewed(known: Snapshot): Promise<Snapshot | undefined> {
    return this.database.transaction('REPEATABLE READ', (manager) => renewed((sql, parameters) => manager.query(sql, parameters), known));
  }

  /** Who waits for the first question after a change waits longest: changes are met when they are told. */
  private listen(): Promise<void> {
    const meet = () => {
      this.current().catch((error: unknown) => {
        if (this.closing.signal.aborted) return;
        this.log.warn(`The directory could not be read: ${error instanceof Error ? error.message : String(error)}`);
      });
    };
    return this.notifications.listen('directory', meet).catch((error: unknown) => {
      this.listening = undefined;
      this.log.warn(`Changes of the directory are not heard: ${error instanceof Error ? error.message : String(error)}`);
    });
  }
}
