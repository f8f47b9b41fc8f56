/** What the registry knows of faults in what is shipped: `npm audit`, where there is one to ask. */
import { runProgram } from '../program.ts';
import { nothing, type Tally } from '../tally.ts';

export type Audit =
  | { readonly kind: 'clean' }
  | { readonly kind: 'found'; readonly packages: readonly string[] }
  /** The registry offers no audit, and says so. */
  | { readonly kind: 'not-given'; readonly reason: string }
  /** Nobody answered, or with something else: nothing is known. */
  | { readonly kind: 'not-asked'; readonly reason: string };

const GRAVE: readonly string[] = ['high', 'critical'];

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** Reads what `npm audit --json` writes, whatever else stands around it. */
export function readAudit(output: string): Audit {
  let report: unknown;
  try {
    report = JSON.parse(output.slice(output.indexOf('{'), output.lastIndexOf('}') + 1));
  } catch {
    return { kind: 'not-asked', reason: output.trim() || 'npm said nothing' };
  }
  if (isObject(report) && isObject(report['vulnerabilities'])) {
    const packages = Object.entries(report['vulnerabilities'])
      .filter(([, one]) => isObject(one) && GRAVE.includes(String(one['severity'])))
      .map(([name, one]) => `${name} (${String((one as Record<string, unknown>)['severity'])})`);
    return packages.length === 0 ? { kind: 'clean' } : { kind: 'found', packages };
  }
  const message = isObject(report) ? String(report['message'] ?? 'no reason') : output;
  const status = isObject(report) ? Number(report['statusCode']) : Number.NaN;
  const isRefused = [404, 405, 410, 501].includes(status);
  return { kind: isRefused ? 'not-given' : 'not-asked', reason: message };
}

/** One passed or one failed; neither where the registry could not say. */
export async function audit(): Promise<Tally> {
  console.log('\n── npm audit');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const args = ['audit', '--omit=dev', '--audit-level=high', '--json'];
  const { output } = await runProgram(npm, args, { output: 'keep' });
  const found = readAudit(output);
  switch (found.kind) {
    case 'clean':
      console.log('ok     nothing grave is known of what is shipped');
      return { passed: 1, failed: 0 };
    case 'found':
      console.log(`FAILED ${found.packages.join(', ')}`);
      return { passed: 0, failed: 1 };
    case 'not-given':
      console.log(`not given: this registry has no audit (${found.reason})`);
      return nothing;
    case 'not-asked':
      console.log(`NOT AUDITED: nobody answered, so nothing is known (${found.reason})`);
      return nothing;
    default:
      return found satisfies never;
  }
}
