/** A reason as it came, as a sentence; names in a path stay as they are written, in a language's quotes. */
export function because(path: string, reason: string, [open, close]: string | readonly string[] = '“”'): string {
  const capital = `${reason.charAt(0).toUpperCase()}${reason.slice(1)}`;
  const text = path === '' ? capital : `${open ?? ''}${path}${close ?? ''}: ${reason}`;
  return `${text}${/[.!?…]$/.test(text) ? '' : '.'}`;
}
