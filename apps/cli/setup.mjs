// Makes a fresh clone ready with nothing but Node and npm: installs the dependencies when the lock file is newer than
// what is installed, and compiles the sources that are newer than their output. All it says goes to standard error, so
// that a command's standard output stays the command's own.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Node ${process.version} is too old for Verbond: install Node 20.19 or newer.`);
  process.exit(1);
}
process.chdir(fileURLToPath(new URL('../../', import.meta.url)));
const say = process.argv.includes('--quiet') ? () => {} : (line) => console.error(line);

const modified = (file) => fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
const filesBelow = (dir) =>
  fs.readdirSync(dir, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(dir, entry.name);
    return entry.isDirectory() ? filesBelow(file) : [file];
  });

async function step(what, work) {
  const started = performance.now();
  await work();
  say(`set-up: ${what} in ${((performance.now() - started) / 1000).toFixed(1)} s`);
}

if (modified('package-lock.json') > modified('node_modules/.package-lock.json')) {
  // `npm install`, not `npm ci`: a registry may lack the optional binaries of other platforms, which `npm ci` refuses.
  await step('dependencies installed', () => {
    const arguments_ = ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'];
    execFileSync('npm', arguments_, { stdio: ['ignore', 2, 2] });
    const now = new Date();
    fs.utimesSync('node_modules/.package-lock.json', now, now);
  });
}

const outputOf = (source) => path.join('dist', source.replace(/\.ts$/, '.js'));
const sources = ['apps', 'libs', 'migrations', 'test/bench', 'test/chaos', 'test/support']
  .filter((folder) => fs.existsSync(folder)) // the image has no tests
  .flatMap(filesBelow)
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'));
const wanted = new Set(sources.map(outputOf));
if (fs.existsSync('dist')) {
  for (const file of filesBelow('dist')) if (file.endsWith('.js') && !wanted.has(file)) fs.rmSync(file);
}
const stale = sources.filter((source) => Math.max(modified(source), modified('.swcrc')) > modified(outputOf(source)));
if (stale.length > 0) {
  await step(`${stale.length} files compiled`, async () => {
    const { transformFile } = await import('@swc/core');
    await Promise.all(
      stale.map(async (source) => {
        const { code, map } = await transformFile(source, { sourceMaps: true });
        const output = outputOf(source);
        fs.mkdirSync(path.dirname(output), { recursive: true });
        // Written aside and renamed: two commands may compile at once.
        const aside = `${output}.${process.pid}`;
        fs.writeFileSync(`${output}.map`, map);
        fs.writeFileSync(aside, `${code}\n//# sourceMappingURL=${path.basename(output)}.map\n`);
        fs.renameSync(aside, output);
      }),
    );
  });
}
