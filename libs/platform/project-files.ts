import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

function findRoot(): string {
  let folder = path.dirname(fileURLToPath(import.meta.url));
  while (!fs.existsSync(path.join(folder, 'nest-cli.json'))) folder = path.dirname(folder);
  return folder;
}

/** The checkout's top folder: the same from the sources (tests) and from `dist` (processes). */
export const projectRoot = findRoot();

/** Absolute path of a file that ships with the project and is read at run time (bundled data, templates). */
export const projectFile = (relative: string): string => path.join(projectRoot, relative);
