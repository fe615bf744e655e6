import type { EntityManager } from 'typeorm';
import { isOfficerOf, type Viewer } from '#libs/accounts';
import { bodiesInCharge } from '#libs/calls';

/** The body of a call, its granting authority or one of its programme, in whose name the viewer is an officer. */
export async function bodyOf(manager: EntityManager, viewer: Viewer, callId: string): Promise<string | undefined> {
  const { call } = await bodiesInCharge(manager, callId);
  return call.find((body) => isOfficerOf(viewer, body));
}
