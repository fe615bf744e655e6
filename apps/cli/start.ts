import 'reflect-metadata';
import type { DynamicModule } from '@nestjs/common';
import { ApiModule } from '#apps/api/api.module';
import { WorkerModule } from '#apps/worker/worker.module';
import { createServer, listen, PlatformModule, runMain, stopOnSignal } from '#libs/platform';
import { openInstallation } from './installation.js';
import { DEMO_PEOPLE, demoKey } from './load-demo.js';

/** `npm start`: the api and a worker in one process, on the embedded database unless the settings name another. */
runMain(async () => {
  const { config, server } = await openInstallation('refuse');
  const root: DynamicModule = {
    module: WorkerModule,
    imports: [PlatformModule.forRoot(config, server.url), ApiModule],
  };
  const app = await createServer(root, config);
  const port = await listen(app, config);
  stopOnSignal({ stop: () => app.close() }, server);

  const local = `http://localhost:${port}`;
  console.log(`Verbond is ready (${config.mode}).
  GraphQL   ${local}/graphql
  GraphiQL  ${local}/graphiql`);
  if (config.mode === 'demo') {
    const keys = DEMO_PEOPLE.map(({ handle, name }) => `  ${demoKey(config, handle)}  ${name}`);
    console.log(`  Mail      ${local}/mail\n\nKeys of the demo (send one as "Authorization: Bearer …"):\n${keys.join('\n')}`);
  }
});
