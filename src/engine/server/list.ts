import type { Fault } from '../../base/fault.ts';
import { ok } from '../../base/result.ts';
import type { Result } from '../../base/result.ts';
import { realClock } from './clock.ts';
import { endpoint } from './endpoint.ts';
import { lineTo } from './line.ts';
import { listModels } from './models.ts';

/** The names of the models of a server, in its order; null where the signal ended it. */
export async function listNames(
  base: string,
  key: string | null,
  signal: AbortSignal,
  clock = realClock,
): Promise<Result<readonly string[], Fault> | null> {
  const url = endpoint(base, 'models');
  const listed = await listModels(lineTo({ base, model: '', key, clock })(url), signal);
  return listed === null || !listed.ok ? listed : ok(listed.value.map(({ id }) => id));
}
