import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { faultTexts } from '../../src/view/text/de-faults.ts';
import { reasonIn, TOLD } from '../../src/view/text/de-reasons.ts';

const source = path.join(import.meta.dirname, '..', '..', 'src');

/** All that the page and its engines may say, without the German of it. */
async function sources(rooms = ['']): Promise<string> {
  const names = (await readdir(source, { recursive: true })).filter(
    (name) =>
      name.endsWith('.ts') &&
      !/text[/\\]de-/.test(name) &&
      rooms.some((room) => name.replaceAll('\\', '/').startsWith(room)),
  );
  return (await Promise.all(names.map((name) => readFile(path.join(source, name), 'utf8')))).join('\n');
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Put together of parts in device.ts; a status stands before a server's own words in en-faults.ts. */
const COMPOSED = /^the device offers \{\}/;

describe('a reason in German', () => {
  test('is of one that something in the page still gives', async () => {
    const all = await sources();
    const given = (reason: string): boolean =>
      new RegExp(`['"\`]${reason.split('{}').map(escaped).join('\\$\\{[^`]*?\\}')}['"\`]`).test(all);
    expect(TOLD.filter((reason) => !COMPOSED.test(reason) && !given(reason))).toEqual([]);
    for (const reason of TOLD.filter((one) => COMPOSED.test(one))) {
      expect(all).toContain(`'${reason.split('{}')[1]!.replace(', and ', '').trim()}'`);
    }
  });

  test('has what varies in its place, and loses nothing of it', () => {
    for (const reason of TOLD) {
      const marks = reason.split('{}').slice(1).map((_, index) => String(711 + index));
      const told = reasonIn(marks.reduce((text, mark) => text.replace('{}', mark), reason));
      expect(told, reason).not.toBeNull();
      for (const mark of marks) expect(told, reason).toContain(mark);
      expect(told).not.toMatch(/\b(the|its|not|and)\b/);
    }
  });

  test('holds another one, in German too', () => {
    expect(reasonIn('the model could not be started on it: it did not start within 90 seconds')).toBe(
      'Das Modell ließ sich darauf nicht starten: Nach 90 Sekunden war es nicht gestartet',
    );
    expect(
      reasonIn('the device offers 8 storage buffers in a shader, and 10 are needed; a limit is low'),
    ).toBe('Das Gerät bietet einem Shader 8 Puffer, und nötig sind 10; „a limit is low“');
  });

  test('is there for all that is said of a line in a file', async () => {
    const rooms = ['question/set', 'export/file', 'base/file-mark.ts', 'view/set/gather.ts'];
    const all = (await sources(rooms)).replace(/^\s*(\/?\*|\/\/|import ).*$/gm, '');
    const said = [...all.matchAll(/'([^'\n]+)'|`([^`\n]+)`/g)]
      .map(([, plain, built = '']) => plain ?? built.replace(/\$\{[^}]*\}/g, '7'))
      .filter((text) => /^[a-z\d]+ [a-z\d]|^[a-z]+: ./i.test(text) && !/^(utf-|new Blob|a sample of 7|7 7)/.test(text));
    expect(said.length).toBeGreaterThan(60);
    expect(said.filter((text) => reasonIn(text) === null)).toEqual([]);
  });

  test('is none of the names that every object has', () => {
    expect(reasonIn('constructor')).toBeNull();
  });
});

describe('a fault in German', () => {
  test('quotes what a browser, a server or an engine said in words of its own', () => {
    expect(faultTexts['device-lost']({ kind: 'device-lost', reason: 'Device lost: hang' }).why).toBe(
      'Die Meldung dazu: „Device lost: hang“.',
    );
    const busy = { kind: 'server-busy', server: 'a.org', status: 429, reason: 'Slow down' } as const;
    expect(faultTexts['server-busy'](busy).why).toBe('Status 429: „Slow down“.');
    expect(faultTexts['worker-died']({ kind: 'worker-died', engine: 'wllama', reason: ' ' }).why).toBe(
      'Ein Grund wurde nicht genannt.',
    );
  });

  test('names the place in a file, and what is wrong there', () => {
    const missing = { kind: 'import-invalid', line: 3, path: 'answer', reason: 'is missing' } as const;
    expect(faultTexts['import-invalid'](missing).why).toBe('„answer“: fehlt.');
  });
});
