/** llama.cpp behind the wire: files, then lanes. */
import type { Fault } from '../../../base/fault.ts';
import { failed, ok } from '../../../base/result.ts';
import { serve } from '../../worker/serve.ts';
import { fetchModel } from './fetch-model.ts';
import { choosePlace } from './gpu.ts';
import { LaneError } from './lane-error.ts';
import { openSession } from './session.ts';

serve('wllama', async ({ spec, threads, slots, gpu }, { report, beat }) => {
  const files = await fetchModel(spec, report);
  if (!files.ok) return files;
  try {
    const { hardwareConcurrency: cores } = navigator;
    const { deviceMemory: memoryGib = null } = navigator as { readonly deviceMemory?: number };
    const machine = { cores, isolated: crossOriginIsolated, memoryGib };
    const place = await choosePlace(gpu, spec);
    const wish = { spec, files: files.value, threads, slots, place, machine, report, beat };
    return ok(await openSession(wish));
  } catch (error) {
    if (!(error instanceof LaneError)) throw error;
    return failed(loadFault(spec.id, error.message));
  }
});

/** llama.cpp says of an unknown architecture what it is; the rest means that the file is wrong. */
const loadFault = (model: string, reason: string): Fault =>
  /out of memory|cannot allocate|bad_alloc|memory access/i.test(reason)
    ? { kind: 'out-of-memory', reason }
    : /unknown (model )?architecture/i.test(reason)
      ? { kind: 'model-unsupported', model, reason }
      : { kind: 'model-corrupt', model, reason };
