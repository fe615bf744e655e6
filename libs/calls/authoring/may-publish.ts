import { Forbidden } from '#libs/platform';
import type { BodiesInCharge } from '../bodies-in-charge.js';
import type { Change } from './changes.js';

/** Who runs a track and where it applies is decided by those in charge of the call. */
const OF_THE_CALL = ['body', 'bodyRole', 'mayBeMember', 'territory'];

/** @throws Forbidden when a body that only runs tracks would change something else than these */
export function requireOwnPart({ call, tracks }: BodiesInCharge, bodyId: string, changes: readonly Change[]): void {
  if (call.includes(bodyId)) return;
  const own = Object.keys(tracks).filter((code) => tracks[code] === bodyId);
  const isOwn = (path: string) =>
    own.some((code) => {
      const place = `tracks.${code}.`;
      return path.startsWith(place) && !OF_THE_CALL.includes(path.slice(place.length).split('.')[0] ?? '');
    });
  const foreign = changes.find(({ path }) => !isOwn(path) && !path.startsWith('sources'));
  if (foreign === undefined) return;
  throw new Forbidden(`A body that runs a track changes that track alone; "${foreign.path}" is for those in charge of the call.`);
}
