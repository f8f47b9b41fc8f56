// Reads a TypeScript module by Vite, as it is. It stays open until `close`: what the module imports only
// when it is needed comes the same way.
import { createRunnableDevEnvironment, resolveConfig } from 'vite';

export async function load(file, root) {
  const config = await resolveConfig(
    {
      ...{ root, configFile: false, envDir: false, logLevel: 'warn' },
      environments: {
        command: {
          consumer: 'server',
          dev: { moduleRunnerTransform: true },
          resolve: { external: true, mainFields: [], conditions: ['node'] },
        },
      },
    },
    'serve',
  );
  const environment = createRunnableDevEnvironment('command', config, { hot: false });
  await environment.init();
  return { module: await environment.runner.import(file), close: () => environment.close() };
}
