/** What is wrong with something that somebody else sent: a link, a recording in it, a class file. */
export interface ShareFault {
  /** Where in it: `g`, `items.3.question.text`; empty for the whole. */
  readonly path: string;
  readonly reason: string;
}

export const shareFault = (path: string, reason: string): ShareFault => ({ path, reason });

/** The same fault, seen from what it lies in. */
export const within = (outer: string, { path, reason }: ShareFault): ShareFault => ({
  path: path === '' ? outer : `${outer}.${path}`,
  reason,
});
