/** What is done when an engine breaks under a group: it is built again, and the group goes on. */

/** How often one group is worth it. What breaks a third time would break a fourth. */
export const rebuilds = 2;

/**
 * The result of the last attempt. `isBroken` tells whether an attempt ended because the engine did;
 * `revive` whether the engine works again. What an attempt had stored, the next one finds.
 */
export async function recovering<T>(
  attempt: (tries: number) => Promise<T>,
  isBroken: (result: T) => boolean,
  revive: () => Promise<boolean>,
): Promise<T> {
  let result = await attempt(0);
  for (let tries = 1; tries <= rebuilds && isBroken(result); tries++) {
    if (!(await revive())) break;
    result = await attempt(tries);
  }
  return result;
}
