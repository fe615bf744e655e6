import 'reflect-metadata';
import { migrations } from '#migrations';
import { createServer, listen, migrate, openDatabaseServer, PlatformModule, readConfig, runMain, stopOnSignal } from '#libs/platform';
import { WorkerModule } from './worker.module.js';

runMain(async () => {
  const config = readConfig();
  const server = await openDatabaseServer(config, 'attach');
  await migrate(server.url, migrations);
  const root = { module: WorkerModule, imports: [PlatformModule.forRoot(config, server.url)] };
  const app = await createServer(root, config);
  const port = await listen(app, config);
  stopOnSignal({ stop: () => app.close() }, server);
  console.error(`worker: health on port ${port}`);
});
