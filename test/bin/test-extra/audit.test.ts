import { describe, expect, test } from 'vitest';
import { readAudit } from '../../../bin/test-extra/audit.ts';

const report = (severities: Readonly<Record<string, string>>): string =>
  JSON.stringify({
    auditReportVersion: 2,
    vulnerabilities: Object.fromEntries(
      Object.entries(severities).map(([name, severity]) => [name, { name, severity }]),
    ),
  });

describe('the audit of what is shipped', () => {
  test('is clean with nothing, or nothing grave', () => {
    expect(readAudit(report({}))).toEqual({ kind: 'clean' });
    expect(readAudit(report({ lit: 'moderate', idb: 'low' }))).toEqual({ kind: 'clean' });
  });

  test('names the packages with a grave fault', () => {
    expect(readAudit(`npm warn something\n${report({ katex: 'high', idb: 'low', lit: 'critical' })}`)).toEqual({
      kind: 'found',
      packages: ['katex (high)', 'lit (critical)'],
    });
  });

  test('is not given where the registry has none', () => {
    const message = '405 Method Not Allowed - POST https://registry.example/-/npm/v1/security/advisories/bulk';
    const output = `${JSON.stringify({ message, statusCode: 405, body: '' }, null, 2)}\nnpm error audit endpoint returned an error\n`;
    expect(readAudit(output)).toEqual({ kind: 'not-given', reason: message });
  });

  test('is neither given nor clean where nobody answers', () => {
    const message = 'request failed, reason: connect ECONNREFUSED 127.0.0.1:9';
    expect(readAudit(JSON.stringify({ message, error: {} }))).toEqual({ kind: 'not-asked', reason: message });
    expect(readAudit(JSON.stringify({ message: '503 Unavailable', statusCode: 503 }))).toMatchObject({ kind: 'not-asked' });
    expect(readAudit('')).toMatchObject({ kind: 'not-asked' });
    expect(readAudit('spawn npm ENOENT')).toEqual({ kind: 'not-asked', reason: 'spawn npm ENOENT' });
  });
});
