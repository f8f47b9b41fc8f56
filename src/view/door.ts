/**
 * How an element comes by something that the composition root made: it asks upwards, and whoever has it
 * gives it. The page between them need not know it.
 */
export interface DoorRequest<T> {
  readonly give: (door: T) => void;
}

/** What is given for the event of this name; null where nobody gives it. */
export function askUpwards<T>(from: EventTarget, name: string): T | null {
  let given: T | null = null;
  const detail: DoorRequest<T> = { give: (door) => (given = door) };
  from.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  return given;
}
