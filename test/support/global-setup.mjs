// One real PostgreSQL for the whole run, with one migrated template database; each test file takes its own copy.
export default async () => {
  if (process.env.VERBOND_TEST_DATABASE === 'none') return;
  const { startTestDatabase } = await import('../../dist/libs/platform/test-database.js');
  const { migrations } = await import('../../dist/migrations/index.js');
  const server = await startTestDatabase(migrations);
  process.env.TEST_DATABASE_URL = server.templateUrl;
  globalThis.__TEST_DATABASE__ = server;
};
