import fs from 'node:fs';
import { expect, it } from '@jest/globals';
import asc from 'assemblyscript/asc';

const here = (file: string): URL => new URL(file, import.meta.url);

/** The kernel in base64, compiled from its source. */
async function compiled(): Promise<string> {
  const source = fs.readFileSync(here('kernel.as'), 'utf8');
  let binary = new Uint8Array(0);
  const options = ['--outFile', 'kernel.wasm', '-O3', '--runtime', 'stub', '--enable', 'simd', '--importMemory', '--noAssert'];
  const { error } = await asc.main(['kernel.ts', ...options], {
    readFile: (name) => (name === 'kernel.ts' ? source : null),
    writeFile: (_, contents) => {
      binary = Uint8Array.from(contents as Uint8Array);
    },
    listFiles: () => [],
  });
  if (error !== null) throw error;
  return Buffer.from(binary).toString('base64');
}

const asModule = (base64: string): string =>
  '/** `kernel.as` compiled, in base64; `npm run kernel` writes this file, and a test compiles afresh and compares. */\n' +
  `export const KERNEL_MODULE =\n${(base64.match(/.{1,100}/g) ?? []).map((line) => `  '${line}'`).join(' +\n')};\n`;

it('is what its source compiles to', async () => {
  const fresh = await compiled();
  if (process.env['UPDATE_KERNEL'] !== undefined) fs.writeFileSync(here('kernel-module.ts'), asModule(fresh));
  expect(fs.readFileSync(here('kernel-module.ts'), 'utf8')).toBe(asModule(fresh));
});
