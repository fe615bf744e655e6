import fs from 'node:fs';
import { expect } from '@jest/globals';
import { projectFile } from '#libs/platform';

/**
 * Compares a text with the committed file of it; with UPDATE_SCHEMA set, writes the file first.
 * @param file relative to the top folder
 */
export function expectCommitted(text: string, file: string): void {
  const path = projectFile(file);
  if (process.env['UPDATE_SCHEMA'] !== undefined) fs.writeFileSync(path, text);
  const committed = fs.existsSync(path) ? fs.readFileSync(path, 'utf8') : '';
  if (committed !== text) console.error(`${file} is not what the code makes: if the change is meant, run \`npm run schema\` and commit it.`);
  expect(text).toBe(committed);
}
