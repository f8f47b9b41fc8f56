/** Set-up of the end-to-end tests: builds the page where it is stale, and serves it. */
import type { TestProject } from 'vitest/node';
import { ensureBuilt } from '../../bin/build.ts';
import { serve } from '../../bin/serve.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the built page, with a slash at its end. */
    appUrl: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const served = await serve({ folder: await ensureBuilt() });
  project.provide('appUrl', served.url);
  return () => served.close();
}
