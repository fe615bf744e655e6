import fs from 'node:fs';
import { expect } from '@jest/globals';
import { projectFile } from '#libs/platform';

const HOW = 'If this change is meant, run "npm run schema" and commit the file.';

/**
 * Compares what the code makes with the committed file of it; with UPDATE_SCHEMA set, writes the file first.
 * @param file relative to the top folder
 */
export function expectCommitted(made: string, file: string): void {
  const path = projectFile(file);
  if (process.env['UPDATE_SCHEMA'] !== undefined) fs.writeFileSync(path, made);
  const committed = fs.existsSync(path) ? fs.readFileSync(path, 'utf8') : '';
  // In the comparison itself, so that Jest shows it beside the difference.
  expect(made === committed ? made : `${HOW}\n${made}`).toBe(committed);
}
