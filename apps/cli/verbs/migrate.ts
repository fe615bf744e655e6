import { migrations } from '#migrations';
import { migrate, openDatabaseServer, readConfig } from '#libs/platform';
import { answer, type Verb } from '../verb.js';

export const migrateVerb: Verb = {
  name: 'migrate',
  summary: 'Brings the database to the schema of this release.',
  usage: '',
  options: {},
  exits: { 0: 'the schema is current', 1: 'it could not be brought there' },
  async run(options) {
    const server = await openDatabaseServer(readConfig(), 'attach');
    try {
      const ran = await migrate(server.url, migrations);
      answer(options, { ran }, () => (ran.length === 0 ? ['The schema was current already.'] : ran));
      return 0;
    } finally {
      await server.stop();
    }
  },
};
