/** web-llm behind the wire: a device that fits, files, then sequences on the GPU. */
import { serve } from '../../worker/serve.ts';
import { findAdapter } from '../device.ts';
import { getFiles } from './files.ts';

serve('webllm', async ({ spec, slots, cacheTokens }, signs) => {
  const adapter = await findAdapter();
  if (!adapter.ok) return adapter;
  const files = await getFiles(spec, adapter.value, signs.report);
  if (!files.ok) return files;
  // Six megabytes of script: only for those who get this far.
  const { openSession } = await import('./session.ts');
  const wish = { spec, slots, cacheTokens };
  return openSession({ ...wish, files: files.value, adapter: adapter.value, ...signs });
});
