import type { EntityManager } from 'typeorm';
import { isOfficerOf, type Viewer } from '#libs/accounts';

/** The bodies in charge of a call, by their own ids. */
export interface BodiesInCharge {
  /** The granting authority and the bodies of the programme. */
  readonly call: readonly string[];
  /** The body of each track, by the track's code. */
  readonly tracks: Readonly<Record<string, string>>;
}

/** @param callId the call's own id; what does not exist has nobody in charge */
export async function bodiesInCharge(manager: EntityManager, callId: string): Promise<BodiesInCharge> {
  const [bodies] = await manager.query<BodiesInCharge[]>(
    `SELECT array_remove(c.granting_authority_id || ARRAY(
         SELECT organisation_id FROM programme_bodies WHERE programme_id = c.programme_id), NULL) AS call,
       coalesce((SELECT jsonb_object_agg(code, body_id) FROM tracks WHERE call_id = c.id), '{}') AS tracks
     FROM calls c WHERE c.id = $1`,
    [callId],
  );
  return bodies ?? { call: [], tracks: {} };
}

/** Whether the viewer writes in a body's name; administrators do in any. */
export const writesFor = (viewer: Viewer, bodyId: string): boolean => viewer.administrator || isOfficerOf(viewer, bodyId);
