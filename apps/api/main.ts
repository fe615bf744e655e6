import 'reflect-metadata';
import { migrations } from '#migrations';
import { createServer, listen, migrate, openDatabaseServer, PlatformModule, readConfig, runMain, stopOnSignal } from '#libs/platform';
import { ApiModule } from './api.module.js';

runMain(async () => {
  const config = readConfig();
  const server = await openDatabaseServer(config, 'attach');
  await migrate(server.url, migrations);
  const root = { module: ApiModule, imports: [PlatformModule.forRoot(config, server.url)] };
  const app = await createServer(root, config);
  const port = await listen(app, config);
  stopOnSignal({ stop: () => app.close() }, server);
  console.error(`api: GraphQL on ${config.publicUrl}/graphql (port ${port})`);
});
