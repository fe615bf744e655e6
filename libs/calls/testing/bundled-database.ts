import path from 'node:path';
import { BUNDLED_DATA, directoryFormats, importFiles } from '#libs/directory';
import { connect, copyOfFilled, type DatabaseCopy } from '#libs/platform';
import { callFormats } from '../import/index.js';

/** The small part of the bundled data: the real calls, their organisations and themes. */
export const DOMAIN_DATA = path.join(BUNDLED_DATA, 'domain');

/** A test's own copy of a database with the data that ships with Verbond. @param data all of it, or a folder in it */
export function bundledDatabase(data: string): Promise<DatabaseCopy> {
  return copyOfFilled(`with_${path.basename(data)}`, async (url) => {
    const database = await connect(url, []);
    await importFiles(database, [data], [...directoryFormats, ...callFormats]);
    await database.destroy();
  });
}
