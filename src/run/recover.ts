/** What is done when an engine breaks under a group: it is built again, and the group goes on. */

/** How often one group is worth it. What breaks a third time would break a fourth. */
const rebuilds = 2;

/**
 * The result of the last attempt. `attempt` is given what the one before it came to, to go on from;
 * `isBroken` tells whether it ended because the engine did; `revive` whether the engine works again.
 */
export async function recovering<T>(
  attempt: (before: T | null) => Promise<T>,
  isBroken: (result: T) => boolean,
  revive: () => Promise<boolean>,
): Promise<T> {
  let result = await attempt(null);
  for (let tries = 0; tries < rebuilds && isBroken(result); tries++) {
    if (!(await revive())) break;
    result = await attempt(result);
  }
  return result;
}
