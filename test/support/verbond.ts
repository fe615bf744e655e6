import { killProcesses, TestProcess, type Settings } from './processes.js';
import { removeFolders } from './data-folder.js';

/** A running server of Verbond. */
export interface Verbond {
  readonly url: string;
  /** Keys of the demo's people, by their handles. */
  readonly keys: ReadonlyMap<string, string>;
  readonly process: TestProcess;
}

/** `npm start`, from the moment it says that it is ready. */
export async function startVerbond(settings: Settings): Promise<Verbond> {
  const server = new TestProcess('cli/start.js', [], { PORT: '0', ...settings });
  await server.hasSaid(/Demo administrator\n/);
  const [, port = ''] = await server.hasSaid(/http:\/\/localhost:(\d+)\/graphql/);
  return { url: `http://127.0.0.1:${port}`, keys: keysIn(server.stdout), process: server };
}

/** One process of an installation in several: `api` or `worker`, on a database and demo that are there already. */
export async function startProcess(kind: 'api' | 'worker', settings: Settings): Promise<Omit<Verbond, 'keys'>> {
  const server = new TestProcess(`${kind}/main.js`, [], { PORT: '0', ...settings });
  const [, port = ''] = await server.hasSaid(/port (\d+)/);
  return { url: `http://127.0.0.1:${port}`, process: server };
}

/** `npm run verbond -- …` */
export function runCli(args: readonly string[], settings: Settings): Promise<TestProcess> {
  return new TestProcess('cli/main.js', args, settings).end();
}

/** Keys of the people of a demo, by their handles. */
export async function demoKeys(settings: Settings): Promise<ReadonlyMap<string, string>> {
  const { stdout } = await runCli(['demo', '--json'], settings);
  const { people } = JSON.parse(stdout) as { people: { handle: string; key: string }[] };
  return new Map(people.map(({ handle, key }) => [handle, key]));
}

/** The lines `verbond_… Demo member of Stad Mechelen`, by handle: 'stad-mechelen'. */
function keysIn(text: string): Map<string, string> {
  const lines = text.matchAll(/^ *(verbond_\S+) +Demo (?:.* of )?(.+)$/gm);
  return new Map([...lines].map(([, key = '', name = '']) => [name.toLowerCase().replaceAll(' ', '-'), key]));
}

/** To be called after all tests of a file: nothing stays behind. */
export async function cleanUp(): Promise<void> {
  await killProcesses();
  await removeFolders();
}
