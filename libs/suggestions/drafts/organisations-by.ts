import type { RequestContext } from '#libs/accounts';
import type { DirectoryLoaders, Organisation } from '#libs/directory';

/** Those of some organisations that the viewer may know of, in the order of their own ids. */
export async function organisationsBy(loaders: DirectoryLoaders, context: RequestContext, uuids: readonly string[]): Promise<Organisation[]> {
  const found = await Promise.all(uuids.map((uuid) => loaders.organisation(context, uuid)));
  return found.filter((organisation) => organisation !== null);
}
