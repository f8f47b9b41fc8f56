import { afterEach, describe, expect, test } from 'vitest';
import axe from 'axe-core';
import type { Fault } from '../../../src/base/fault.ts';
import { failed, ok } from '../../../src/base/result.ts';
import type { Result } from '../../../src/base/result.ts';
import type { ServerDoor } from '../../../src/engine/server/offer.ts';
import type { Intents } from '../../../src/view/intent.ts';
import '../../../src/view/model/server-model.ts';
import type { ServerModel } from '../../../src/view/model/server-model.ts';

type Listed = Result<readonly string[], Fault> | null;

interface Asked {
  readonly base: string;
  readonly signal: AbortSignal;
  readonly answer: (listed: Listed) => Promise<void>;
}

interface Form {
  readonly element: ServerModel;
  readonly asked: Asked[];
  readonly keys: [string, string][];
  readonly confirmed: string[];
  readonly loads: Intents['cat-load'][];
  type(id: string, text: string): Promise<void>;
  press(label: string): Promise<void>;
  text(): string;
}

afterEach(() => document.body.replaceChildren());

async function form(): Promise<Form> {
  const asked: Asked[] = [];
  const keys: [string, string][] = [];
  const confirmed: string[] = [];
  const loads: Intents['cat-load'][] = [];
  const element = document.createElement('cat-server-model');
  const settled = async (): Promise<void> => void (await element.updateComplete);
  const door: ServerDoor = {
    setKey: (base, key) => void keys.push([base, key]),
    list: (base, signal) =>
      new Promise((resolve) => {
        asked.push({
          base,
          signal,
          answer: async (listed) => {
            resolve(listed);
            await Promise.resolve();
            await settled();
          },
        });
      }),
  };
  document.body.addEventListener('cat-server-door', ({ detail }) => detail.give(door), { once: true });
  element.addEventListener('cat-confirm', ({ detail }) => confirmed.push(...detail));
  element.addEventListener('cat-load', ({ detail }) => loads.push(detail));
  document.body.append(element);
  await settled();
  const root = element.renderRoot;
  return {
    ...{ element, asked, keys, confirmed, loads },
    async type(id, text) {
      const field = root.querySelector<HTMLInputElement>(`#${id}`);
      if (field === null) throw new Error(`no field ${id}`);
      field.value = text;
      field.dispatchEvent(new Event('input'));
      field.dispatchEvent(new Event('change'));
      await settled();
    },
    async press(label) {
      const buttons = [...root.querySelectorAll('button')];
      const button = buttons.find((one) => one.textContent?.trim() === label);
      if (button === undefined) throw new Error(`no button ${label}`);
      button.click();
      await settled();
    },
    text: () => root.textContent?.replace(/\s+/g, ' ') ?? '',
  };
}

/** As far as the list of models, with a key given. */
async function listed(names: readonly string[]): Promise<Form> {
  const made = await form();
  await made.type('address', 'http://localhost:8000');
  await made.type('key', 'secret');
  await made.press('Look at its models');
  await made.press('Ask localhost:8000');
  await made.asked[0]?.answer(ok(names));
  return made;
}

describe('the form of a server', () => {
  test('says which host text would go to, and asks nobody before that is confirmed', async () => {
    const made = await form();
    await made.type('address', 'https://llm.example/v1');
    await made.press('Look at its models');
    expect(made.text()).toContain('Text leaves this machine: llm.example is sent every question');
    expect([made.asked, made.confirmed, made.keys]).toEqual([[], [], []]);
    await made.press('Ask llm.example');
    expect(made.confirmed).toEqual(['llm.example']);
    expect(made.asked[0]?.base).toBe('https://llm.example/v1');
  });

  test('loads a model that the server offers, with so many requests at once, and names no key', async () => {
    const made = await listed(['small', 'large']);
    expect(made.keys).toEqual([['http://localhost:8000/v1', 'secret']]);
    await made.type('model', 'large');
    await made.type('at-once', '200');
    expect(made.text()).toContain('Text leaves this machine: localhost:8000');
    await made.press('Use large');
    expect(made.loads).toEqual([
      {
        spec: {
          ...{ id: 'large', engine: 'server', urls: ['http://localhost:8000/v1'] },
          ...{ chat: 'general', concurrency: 64 },
        },
        confirmed: ['localhost:8000'],
      },
    ]);
    expect(JSON.stringify(made.loads)).not.toContain('secret');
    expect(made.element.shadowRoot?.innerHTML).not.toContain('secret');
  });

  test.each(['llm.example', 'http://llm.example/v1', 'https://llm.example/v1?key=1'])(
    'refuses the address %s, and says what it needs',
    async (address) => {
      const made = await form();
      await made.type('address', address);
      await made.press('Look at its models');
      expect(made.text()).toContain('Give the address of its interface');
      expect(made.asked).toEqual([]);
    },
  );

  test('tells why a server cannot be asked, and lets the address be mended', async () => {
    const made = await form();
    await made.type('address', 'https://llm.example/v1');
    await made.press('Look at its models');
    await made.press('Ask llm.example');
    await made.asked[0]?.answer(failed({ kind: 'server-denied', server: 'llm.example', status: 401 }));
    expect(made.text()).toContain('The server llm.example does not let you in.');
    expect(made.element.renderRoot.querySelector<HTMLInputElement>('#address')?.value).toBe(
      'https://llm.example/v1',
    );
  });

  test('stops asking when it is told to', async () => {
    const made = await form();
    await made.type('address', 'https://llm.example/v1');
    await made.press('Look at its models');
    await made.press('Ask llm.example');
    await made.press('Stop');
    expect(made.asked[0]?.signal.aborted).toBe(true);
    await made.asked[0]?.answer(ok(['late']));
    expect(made.text()).not.toContain('late');
  });

  test('says that a server offers nothing', async () => {
    expect((await listed([])).text()).toContain('localhost:8000 offers no model.');
  });

  test('is accessible at each step', async () => {
    const made = await form();
    const check = async (): Promise<void> => {
      const { violations } = await axe.run(made.element, { rules: { region: { enabled: false } } });
      expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    };
    await check();
    await made.type('address', 'https://llm.example/v1');
    await made.press('Look at its models');
    await check();
    await made.press('Ask llm.example');
    await made.asked[0]?.answer(ok(['small']));
    await check();
  });

  test('is not there where nobody gives it a door', async () => {
    const element = document.createElement('cat-server-model');
    document.body.append(element);
    await element.updateComplete;
    expect(element.renderRoot.textContent?.trim()).toBe('');
  });
});

test('keeps the keyboard’s place where a step takes its own button away', async () => {
  const made = await form();
  const root = made.element.shadowRoot!;
  const enter = async (label: string): Promise<void> => {
    [...root.querySelectorAll('button')].find((one) => one.textContent?.trim() === label)?.focus();
    await made.press(label);
  };
  await made.type('address', 'http://localhost:8000');
  await enter('Look at its models');
  expect(root.activeElement?.getAttribute('role')).toBe('group');
  await enter('Ask localhost:8000');
  expect(root.activeElement?.textContent.trim()).toBe('Stop');
  await made.asked[0]?.answer(ok(['one', 'two']));
  await made.element.updateComplete;
  expect(root.activeElement?.id).toBe('model');
});

test('takes no focus that it did not have', async () => {
  const made = await form();
  await made.type('address', 'http://localhost:8000');
  await made.press('Look at its models');
  expect(made.element.shadowRoot!.activeElement).toBeNull();
});
