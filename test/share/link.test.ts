import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LEVEL_NAMES } from '../../src/question/world/level.ts';
import { emptyLink, HIDEABLE, LONGEST, LONGEST_LINK } from '../../src/share/link.ts';
import type { Link } from '../../src/share/link.ts';
import { linkQuery, parseLink } from '../../src/share/link-query.ts';
import { question, settings } from './arbitrary.ts';

const link: fc.Arbitrary<Link> = fc.record({
  question: fc.option(question),
  level: fc.option(fc.constantFrom(...LEVEL_NAMES)),
  settings: fc.option(settings),
  hide: fc.subarray([...HIDEABLE]),
  pinned: fc.boolean(),
  recording: fc.option(fc.stringMatching(/^[\w-]{1,80}$/)),
});

const faultOf = (query: string): unknown => {
  const read = parseLink(query);
  return read.ok ? read.value : read.fault;
};

describe('a link', () => {
  test('comes back as it was', () => {
    fc.assert(
      fc.property(link, (own) => {
        const query = linkQuery(own);
        if (query !== '') expect(parseLink(query)).toEqual({ ok: true, value: own });
        else expect(own).toEqual(emptyLink);
      }),
      { numRuns: 300 },
    );
  });

  test('is a text that an address takes, and ends in its version', () => {
    const text = 'Käte has 3 apples & 4 “pears”.\nHow many?';
    const query = linkQuery({ ...emptyLink, question: { kind: 'verifiable', text, truth: '7' } });
    expect(query).toMatch(/^[\w%+&=.*-]+&v=1$/);
    expect(new URL(`https://a.example/#question?${query}`).hash).toBe(`#question?${query}`);
  });

  test('reads as plainly as this', () => {
    expect(parseLink('text=How+many%3F&group=4&temperature=0.5&seed=3&blind=0&hide=models&pin=1&v=1')).toEqual({
      ok: true,
      value: {
        ...emptyLink,
        question: { kind: 'verifiable', text: 'How many?' },
        settings: { group: 4, seed: 3, questionVisible: true, sampling: { temperature: 0.5 } },
        hide: ['models'],
        pinned: true,
      },
    });
  });
});

describe('a link that somebody else wrote', () => {
  test.each([
    ['', '', 'a name that no link of this page has'],
    ['seed=3', 'v', 'it is missing'],
    ['seed=3&v=2', 'v', 'made by a newer CaT Lab; reload the page to get that'],
    ['seed=3&v=01', 'v', 'expected a whole number from 1'],
    ['seed=3&v=1&v=1', 'v', 'it stands there twice'],
    ['seed=3&seed=4&v=1', 'seed', 'it stands there twice'],
    ['sseed=3&v=1', 'sseed', 'a name that no link of this page has'],
    ['__proto__=1&v=1', '__proto__', 'a name that no link of this page has'],
    ['constructor=1&v=1', 'constructor', 'a name that no link of this page has'],
    ['toString=1&v=1', 'toString', 'a name that no link of this page has'],
    ['text=%E0%A4%A&v=1', 'text=%E0%A4%A', 'it cannot be decoded'],
    ['text=+&v=1', 'text', 'it is empty'],
    ['kind=open&v=1', 'kind', 'no text stands beside it'],
    ['truth=3&v=1', 'truth', 'no text stands beside it'],
    ['text=a&truth=3&kind=open&v=1', 'truth', 'an open question has no final answer'],
    ['text=a&kind=verifiable&v=1', 'kind', 'expected some of open, each once'],
    ['group=33&v=1', 'group', 'expected a whole number from 1 to 32'],
    ['group=0&v=1', 'group', 'expected a whole number from 1 to 32'],
    ['group=1e9&v=1', 'group', 'expected a number'],
    ['group=NaN&v=1', 'group', 'expected a number'],
    ['seed=-1&v=1', 'seed', 'expected a number'],
    ['seed=4294967296&v=1', 'seed', 'expected a whole number from 0 to 4294967295'],
    ['temperature=2.5&v=1', 'temperature', 'expected a number from 0 to 2'],
    ['blind=yes&v=1', 'blind', 'expected 0 or 1'],
    ['level=__proto__&v=1', 'level', 'no level of that name'],
    ['hide=models+models&v=1', 'hide', 'expected some of settings, models, experiments, history, each once'],
    ['hide=everything&v=1', 'hide', 'expected some of settings, models, experiments, history, each once'],
    ['solve=hello&v=1', 'prompts.solve', 'expected a text with {question}'],
    ['synthesise=%7Brollouts%7D%7Bquestion%7D&v=1', 'prompts.synthesise', 'expected a text without {question}'],
    ['recording=a%2Bb&v=1', 'recording', 'no base64url'],
    [`text=${'a'.repeat(LONGEST.question + 1)}&v=1`, 'text', 'longer than 8000 characters'],
  ])('%.60s is refused, and says why', (query, path, reason) => {
    expect(faultOf(query)).toEqual({ path, reason });
  });

  test('of ten million characters is refused by its length', () => {
    const query = `text=${'a'.repeat(10_000_000)}&v=1`;
    expect(faultOf(query)).toEqual({ path: '', reason: `longer than ${LONGEST_LINK} characters` });
  });

  test('is refused or read, never thrown at, whatever it is', () => {
    const names = fc.constantFrom('text', 'group', 'seed', 'hide', 'recording', 'v', '__proto__', '');
    const part = fc.tuple(names, fc.string({ maxLength: 20 })).map(([name, value]) => `${name}=${value}`);
    fc.assert(
      fc.property(fc.oneof(fc.string({ maxLength: 200 }), fc.array(part).map((all) => all.join('&'))), (query) => {
        const read = parseLink(query);
        expect(typeof read.ok).toBe('boolean');
        expect(({} as Record<string, unknown>)['group']).toBeUndefined();
      }),
    );
  });
});
