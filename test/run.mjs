// `npm test`: types, lint, directions of imports and unused code, then every test; one closing line for all of it.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const bin = (...parts) => path.join('node_modules', ...parts);
const CHECKS = [
  { name: 'types', command: [bin('tsgo', 'bin', 'tsc'), '--noEmit', '-p', 'tsconfig.json'] },
  { name: 'directions of imports', command: [bin('dependency-cruiser', 'bin', 'dependency-cruise.mjs'), '--config', 'test/config/dependency-cruiser.cjs', 'apps', 'libs', 'migrations'] },
  { name: 'unused code', command: [bin('knip', 'bin', 'knip.js'), '--no-progress'] },
  { name: 'lint', command: [bin('eslint', 'bin', 'eslint.js'), '-c', 'test/config/eslint.config.mjs', 'apps', 'libs', 'migrations', 'test'] },
];

const run = (command, env = {}) =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, command, { stdio: 'inherit', env: { ...process.env, ...env } });
    child.once('exit', (code) => resolve(code === 0));
  });

const counts = { passed: 0, failed: 0, skipped: 0 };
const selected = process.argv.slice(2);
if (selected.length === 0) {
  for (const { name, command } of CHECKS) {
    const started = performance.now();
    const passed = await run(command);
    counts[passed ? 'passed' : 'failed'] += 1;
    console.log(`${passed ? 'PASS' : 'FAIL'} ${name} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
  }
}

const results = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'verbond-results-')), 'counts.json');
const jest = ['--experimental-vm-modules', '--no-warnings', bin('jest', 'bin', 'jest.js'), ...selected];
const reporters = ['--reporters=default', '--reporters=<rootDir>/test/support/count-reporter.mjs'];
const clean = await run([...jest, ...reporters], { VERBOND_TEST_COUNTS: results });
const tests = fs.existsSync(results) ? JSON.parse(fs.readFileSync(results, 'utf8')) : { passed: 0, failed: 1, skipped: 0 };
for (const outcome of Object.keys(counts)) counts[outcome] += tests[outcome];
if (!clean && counts.failed === 0) counts.failed = 1;

console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exit(counts.failed === 0 ? 0 : 1);
