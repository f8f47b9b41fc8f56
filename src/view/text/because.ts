/** A path and a reason as they came, as one sentence. */
export function because(path: string, reason: string): string {
  const text = path === '' ? reason : `${path}: ${reason}`;
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?…]$/.test(text) ? '' : '.'}`;
}
