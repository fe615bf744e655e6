import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { projectFile } from '#libs/platform';

const here = (file: string): URL => new URL(file, import.meta.url);
const OPTIONS = ['-O3', '--runtime', 'stub', '--enable', 'simd', '--importMemory', '--noAssert'];

/** The kernel in base64, compiled from its source; by the compiler's command, whose types would change TypeScript's own. */
function compiled(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'verbond-kernel-'));
  const [source, binary] = [path.join(folder, 'kernel.ts'), path.join(folder, 'kernel.wasm')];
  fs.copyFileSync(here('kernel.as'), source);
  execFileSync(process.execPath, [projectFile('node_modules/assemblyscript/bin/asc.js'), source, '--outFile', binary, ...OPTIONS]);
  const base64 = fs.readFileSync(binary, 'base64');
  fs.rmSync(folder, { recursive: true });
  return base64;
}

const asModule = (base64: string): string =>
  '/** `kernel.as` compiled, in base64; `npm run kernel` writes this file, and a test compiles afresh and compares. */\n' +
  `export const KERNEL_MODULE =\n${(base64.match(/.{1,100}/g) ?? []).map((line) => `  '${line}'`).join(' +\n')};\n`;

it('is what its source compiles to', () => {
  const fresh = compiled();
  if (process.env['UPDATE_KERNEL'] !== undefined) fs.writeFileSync(here('kernel-module.ts'), asModule(fresh));
  expect(fs.readFileSync(here('kernel-module.ts'), 'utf8')).toBe(asModule(fresh));
});
