/** A shallow copy that lacks the keys. */
export function without<T extends object, K extends keyof T>(whole: T, ...keys: K[]): Omit<T, K> {
  const copy = { ...whole };
  for (const key of keys) delete copy[key];
  return copy;
}
