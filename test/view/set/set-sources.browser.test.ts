import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { mathRows, Picker } from './picker.ts';

let picker: Picker;
beforeEach(() => {
  picker = new Picker();
});
afterEach(() => {
  picker.close();
  vi.restoreAllMocks();
});

describe('a set from an address', () => {
  const ask = async (address: string): Promise<void> => {
    await picker.drawn();
    await picker.write('#address', address);
    await picker.click('Continue');
  };

  test('is asked of no host before that is confirmed by name', async () => {
    const fetched = vi.spyOn(globalThis, 'fetch');
    await ask('https://sets.example/a.jsonl');
    expect(picker.text('cat-set-bring')).toContain('Fetch from sets.example?');
    expect(picker.find('cat-set-bring').shadowRoot!.activeElement?.textContent).toContain('Fetch from');
    await picker.expectAccessible();
    await picker.click('Not now');
    expect([fetched.mock.calls, picker.confirmed]).toEqual([[], []]);
    expect(picker.find('cat-set-bring').shadowRoot!.activeElement?.id).toBe('address');
  });

  test('is refused by the gate where nobody was told of its host', async () => {
    const fetched = vi.spyOn(globalThis, 'fetch');
    picker.element.allowHost = () => false;
    await ask('https://sets.example/a.jsonl');
    await picker.click('Fetch from sets.example');
    await picker.faulty();
    expect(picker.confirmed).toEqual(['sets.example']);
    expect(fetched).not.toHaveBeenCalled();
    await picker.expectNothingKept();
  });

  test.each(['a.jsonl', 'http://example.org/a.jsonl', 'javascript:alert(1)'])(
    'is no set with the address %s',
    async (address) => {
      await ask(address);
      expect(picker.text('cat-set-bring')).toContain('An address starts with https://');
      expect(picker.find('#address').ariaInvalid).toBe('true');
    },
  );

  test('comes, and shows its digest', async () => {
    await ask(`${location.origin}/sets/competition.jsonl`);
    await picker.click(`Fetch from ${location.host}`);
    await picker.reviewed();
    expect(picker.text()).toContain('What is in competition');
    expect(picker.text()).toMatch(/SHA-256 of the file: [0-9a-f]{64}/);
  });

  test('that gives a web page is named', async () => {
    await ask(`${location.origin}/index.html`);
    await picker.click(`Fetch from ${location.host}`);
    await picker.faulty();
    expect(picker.text('cat-fault-note')).toContain('A web page came, no file of questions.');
    await picker.expectNothingKept();
  });
});

describe('a set of one click', () => {
  test('says its digest before its host is asked, and is taken with no other', async () => {
    await picker.drawn();
    await picker.click('Fetch MATH-500');
    expect(picker.text('cat-set-known')).toContain('Fetch from huggingface.co?');
    expect(picker.text('cat-set-known')).toContain('35dc41080a3680858b27fa7e0533d2d547825316fc5dafe5');
    const answer = new Response(mathRows(500));
    Object.defineProperty(answer, 'url', { value: 'https://huggingface.co/datasets/x' });
    const fetched = vi.spyOn(globalThis, 'fetch').mockResolvedValue(answer);
    await picker.click('Fetch from huggingface.co');
    await picker.faulty();
    expect(fetched).toHaveBeenCalledOnce();
    expect(picker.confirmed).toEqual(['huggingface.co']);
    expect(picker.text('cat-fault-note')).toMatch(/Its SHA-256 is [0-9a-f]{64}, and that of the set is 35dc4108/);
    await picker.expectNothingKept();
  });

  test('goes back to where it was asked for', async () => {
    await picker.click('Fetch GSM8K test');
    await picker.click('Not now');
    expect(picker.find('cat-set-known').shadowRoot!.activeElement?.id).toBe('gsm8k');
  });
});

describe('a set at hand', () => {
  test('is nano’s problems, as many as said', async () => {
    await picker.drawn();
    await picker.write('#problems-count', '10001');
    expect(picker.button('Take problems').disabled).toBe(true);
    await picker.write('#problems-count', '7');
    await picker.click('Take problems');
    await picker.reviewed();
    expect(picker.text()).toContain('What is in master problems, 7, seed 5');
    expect(picker.text()).toContain('7 questions, each with its answer.');
  });

  test('is questions on notes, which are open', async () => {
    await picker.click('Take questions on notes');
    await picker.reviewed();
    expect(picker.text()).toContain('30 questions, all open.');
    expect(picker.text()).toMatch(/Open question, \d+ criteria/);
  });

  test('is the sixty of this project, from the page’s own host', async () => {
    const base = document.createElement('base');
    base.href = '/';
    document.head.append(base);
    try {
      await picker.click('Take the sixty');
      await picker.reviewed();
    } finally {
      base.remove();
    }
    expect(picker.text()).toContain('60 questions, each with its answer.');
    expect(picker.confirmed).toEqual([]);
  });
});
