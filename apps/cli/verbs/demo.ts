import { Refusal } from '#libs/platform';
import { openInstallation } from '../installation.js';
import { DEMO_PEOPLE, demoKey } from '../load-demo.js';
import { answer, UsageError, type Verb } from '../verb.js';

export const demo: Verb = {
  name: 'demo',
  summary: 'Loads the demo where it is not loaded yet, and shows the keys of its people.',
  usage: '[--key WHO]',
  options: { key: { value: 'WHO', meaning: `show one key alone: ${DEMO_PEOPLE.map(({ handle }) => handle).join(', ')}` } },
  exits: { 0: 'done', 1: 'this is no demo' },
  async run(options) {
    const { config, server } = await openInstallation('attach');
    await server.stop();
    if (config.mode !== 'demo') throw new Refusal('Demo people exist in the demo only: unset DATABASE_URL, or set VERBOND_MODE=demo.');
    const people = DEMO_PEOPLE.map(({ handle, name }) => ({ handle, name, key: demoKey(config, handle) }));
    const handle = options.values.get('key');
    const wanted = people.filter((person) => handle === undefined || person.handle === handle);
    if (wanted.length === 0) throw new UsageError(`The demo has nobody called "${handle ?? ''}".`);
    answer(options, { people: wanted }, () => wanted.map(({ key, name }) => (handle === undefined ? `${key}  ${name}` : key)));
    return 0;
  },
};
