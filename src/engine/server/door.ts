import { failed, ok } from '../../base/result.ts';
import { passGate } from '../gate.ts';
import type { AllowHost } from '../gate.ts';
import type { ServerKeys } from './keys.ts';
import type { ServerDoor } from './offer.ts';

/** The code that asks is fetched when it is first needed. */
export const createServerDoor = (keys: ServerKeys, allowHost: AllowHost): ServerDoor => ({
  setKey: (base, key) => keys.set(base, key),
  async list(base, signal) {
    const passed = passGate(base, document.baseURI, allowHost);
    if (!passed.ok) return passed;
    try {
      const { listNames } = await import('./list.ts');
      const listed = await listNames(passed.value, keys.get(passed.value), signal);
      return listed === null || !listed.ok ? listed : ok(listed.value);
    } catch (error) {
      return failed({ kind: 'engine-unavailable', engine: 'server', reason: String(error) });
    }
  },
});
