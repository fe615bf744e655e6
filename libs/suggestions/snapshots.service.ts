import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { currentStamp, takeSnapshot, type Snapshot } from './snapshot.js';

/** The directory in this process's memory, taken anew when its stamp has changed. */
@Injectable()
export class SnapshotsService {
  private latest: { readonly stamp: string; readonly snapshot: Promise<Snapshot> } | undefined;

  constructor(private readonly database: DataSource) {}

  /** One cheap query when nothing changed; callers that meet a change share one new snapshot. */
  async current(): Promise<Snapshot> {
    const stamp = await currentStamp(this.database);
    if (this.latest?.stamp === stamp) return this.latest.snapshot;
    const taken = { stamp, snapshot: takeSnapshot(this.database) };
    this.latest = taken;
    taken.snapshot.catch(() => {
      if (this.latest === taken) this.latest = undefined;
    });
    return taken.snapshot;
  }
}
