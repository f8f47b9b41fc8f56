/**
 * The one gate that every fetch of an engine passes: our own origin always, other hosts only where
 * the person confirmed them. A redirect of a confirmed host is that host's word and is followed.
 */
import type { Fault } from '../base/fault.ts';
import { failed, ok } from '../base/result.ts';
import type { Result } from '../base/result.ts';

/** Whether the person confirmed this host: `example.org` or `example.org:8080`. */
export type AllowHost = (host: string) => boolean;

/** The absolute URL, or `host-refused`. `base` is the page's own address. */
export function passGate(
  url: string,
  base: string,
  allowHost: AllowHost,
): Result<string, Extract<Fault, { kind: 'host-refused' }>> {
  if (!URL.canParse(url, base)) return failed({ kind: 'host-refused', url });
  const target = new URL(url, base);
  // The origin of a `blob:` URL is that of the page which made it: a file that the person opened.
  const own = target.origin === new URL(base).origin;
  const web = target.protocol === 'https:' || target.protocol === 'http:';
  return own || (web && allowHost(target.host))
    ? ok(target.href)
    : failed({ kind: 'host-refused', url: target.href });
}
