import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { MessageToCompose } from '#libs/mail';
import type { Localised } from '#libs/platform';
import { TOLD_SECTIONS } from './kinds.js';

export interface Announcement {
  readonly key: string;
  readonly title: Localised;
  readonly text?: Localised;
}

/** What a publication changed in a call, as far as its followers are told of it, as of now. */
export interface CallChange {
  readonly callCode: string;
  readonly titles: Localised;
  readonly website: string | null;
  /** What the officer who published it wrote of why. */
  readonly reason: string;
  /** Of {@link TOLD_SECTIONS}. */
  readonly sections: readonly string[];
  readonly announcements: readonly Announcement[];
  /** Null when the person does not follow the call any more. */
  readonly subscriptionId: string | null;
}

interface Row extends Pick<CallChange, 'callCode' | 'titles' | 'website' | 'reason'> {
  readonly paths: readonly string[];
  readonly announcements: readonly Announcement[] | null;
  readonly subscriptions: readonly Subscription[];
}

interface Subscription {
  readonly id: string;
  readonly track: string | null;
  readonly announcements: readonly Announcement[] | null;
}

const CHANGE = `
  SELECT c.code AS "callCode", c.titles, c.website, p.reason, c.facts -> 'announcements' AS announcements,
    ARRAY(SELECT path FROM jsonb_to_recordset(p.changes) AS x (path text)) AS paths,
    (SELECT coalesce(json_agg(json_build_object('id', s.id, 'track', t.code, 'announcements', t.facts -> 'announcements')
        ORDER BY s.made_at DESC, s.id), '[]')
      FROM subscriptions s LEFT JOIN tracks t ON t.id = s.track_id
      WHERE s.person_id = $1 AND s.call_id = c.id AND s.ended_at IS NULL) AS subscriptions
  FROM call_publications p JOIN calls c ON c.id = p.call_id WHERE p.call_id = $2 AND p.number = $3`;

/** Looks up what a notice of a changed call says at the moment of sending. */
@Injectable()
export class CallFactsReader {
  constructor(private readonly database: DataSource) {}

  async of({ personId, subjectId, revision }: MessageToCompose): Promise<CallChange | undefined> {
    const [row] = await this.database.query<Row[]>(CHANGE, [personId, subjectId, revision]);
    if (row === undefined) return undefined;
    const { paths, announcements, subscriptions, ...call } = row;
    const ofTracks = subscriptions.flatMap(({ track, announcements: own }) => (track === null ? [] : touched(own, paths, `tracks.${track}.announcements`)));
    const all = [...touched(announcements, paths, 'announcements'), ...ofTracks];
    const sections = TOLD_SECTIONS.filter((section) => paths.some((path) => path.split('.')[0] === section));
    const told = all.length > 0 ? new Set([...sections, 'announcements']) : new Set(sections);
    return { ...call, sections: [...told], announcements: all, subscriptionId: subscriptions[0]?.id ?? null };
  }
}

/** The announcements of a list that were written or changed; one that was taken away is no news. */
function touched(list: readonly Announcement[] | null, paths: readonly string[], place: string): Announcement[] {
  return (list ?? []).filter(({ key }) => paths.some((path) => path === place || path === `${place}.${key}` || path.startsWith(`${place}.${key}.`)));
}
