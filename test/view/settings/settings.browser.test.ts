import { afterEach, describe, expect, onTestFinished, test } from 'vitest';
import { say } from '../../../src/view/text/current.ts';
import { userEvent } from 'vitest/browser';
import { loadedModel, nanoSpec, nanoTrained } from '../../kit/lab.ts';
import type { Page } from '../page.ts';
import { expectAccessible, openPage } from '../page.ts';

let page: Page;
afterEach(() => page.close());

describe('the settings', () => {
  const open = async (): Promise<void> => {
    await page.click('Settings');
    expect(page.find<HTMLDialogElement>('dialog').open).toBe(true);
  };
  const set = async (id: string, value: string): Promise<void> => {
    const field = page.find<HTMLInputElement>(`#${id}`);
    field.value = value;
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await page.drawn();
  };

  test('open, are accessible, and close by Escape with the focus back', async () => {
    page = await openPage();
    page.lab.ready();
    await page.drawn();
    page.button('Settings').focus();
    await userEvent.keyboard('{Enter}');
    await page.drawn();
    await expectAccessible(page);
    await userEvent.keyboard('{Escape}');
    expect(page.find<HTMLDialogElement>('dialog').open).toBe(false);
    expect(page.app.shadowRoot!.activeElement).toBe(page.button('Settings'));
  });

  test('change what is asked and how many places there are', async () => {
    page = await openPage();
    page.lab.ready();
    await open();
    await set('group', '3');
    await set('temperature', '0.4');
    page.find<HTMLInputElement>('#blind').click();
    await page.drawn();
    await page.click('Close');
    expect(page.all('cat-rollout-card')).toHaveLength(3);
    await page.click('Ask');
    expect(page.lab.asked[0]?.settings).toMatchObject({
      group: 3,
      questionVisible: true,
      sampling: { temperature: 0.4, topP: 1 },
    });
  });

  test('say which methods the model was not taught for the kind of the question in hand', async () => {
    page = await openPage();
    page.lab.ready({ ...loadedModel(), trained: { ...nanoTrained, jobs: ['solve', 'combine', 'judge', 'note'] } });
    const hint = (): string => page.text('#method-judgeScore-hint');
    await open();
    expect(hint()).not.toContain('was not taught');
    await page.click('Close');
    page.find<HTMLInputElement>('input[type=radio][value=open]').click();
    await page.drawn();
    await open();
    expect(hint()).toContain('was not taught');
  });

  test('out of their bounds say so and change nothing', async () => {
    page = await openPage();
    page.lab.ready();
    await open();
    await set('group', '33');
    expect(page.text('cat-settings-panel')).toContain(
      'Must be a whole number from 1 to 32. Until then it stays 8.',
    );
    expect(page.find('#group').getAttribute('aria-invalid')).toBe('true');
    await expectAccessible(page);
    await page.click('Close');
    await page.click('Ask');
    expect(page.lab.asked[0]?.settings.group).toBe(8);
  });

  test('say where they leave what nano learned', async () => {
    page = await openPage();
    page.lab.ready();
    await open();
    expect(page.text('cat-settings-panel')).not.toMatch(/Nano(’s| learned)/);
    await set('temperature', '1.8');
    await set('group', '17');
    await set('maxTokens', '100');
    const text = page.text('cat-settings-panel');
    expect(text).toContain('temperatures up to 1.');
    expect(text).toContain('reconcile 1 to 16 answers');
    expect(text).toContain('need 160 tokens');
    page.lab.ready(loadedModel({ ...nanoSpec, id: 'big', chat: 'general' }));
    await page.drawn();
    expect(page.text('cat-settings-panel')).not.toMatch(/Nano(’s| learned)/);
  });

  test('offer the threads of this machine, and say what is lost without isolation', async () => {
    page = await openPage();
    page.lab.ready();
    await open();
    const choices = page.all<HTMLOptionElement>('#threads option').map(({ value }) => value);
    const most = Math.min(navigator.hardwareConcurrency, 8);
    expect(choices).toEqual(['auto', ...Array.from({ length: most }, (_, at) => String(at + 1))]);
    expect(page.text('cat-settings-panel')).not.toContain('isolated');
    const isolated = Object.getOwnPropertyDescriptor(globalThis, 'crossOriginIsolated')!;
    onTestFinished(() => {
      Object.defineProperty(globalThis, 'crossOriginIsolated', isolated);
    });
    Object.defineProperty(globalThis, 'crossOriginIsolated', { value: false, configurable: true });
    page.lab.ready();
    await page.drawn();
    expect(page.text('cat-settings-panel')).toContain('a small one several copies with one thread each');
    page.lab.ready({ ...loadedModel(), bytes: 2 ** 30 });
    await page.drawn();
    expect(page.text('cat-settings-panel')).toContain('so the model gets one thread');
  });

  test('hold the prompts, refuse one without its place, and give back the model’s own', async () => {
    page = await openPage();
    page.lab.ready();
    await open();
    const editor = page.find('cat-prompt-editor');
    const field = editor.shadowRoot!.querySelector('textarea')!;
    const own = field.value;
    expect(own).toContain('{question}');
    const type = async (text: string): Promise<void> => {
      field.value = text;
      field.dispatchEvent(new InputEvent('input'));
      await page.drawn();
    };
    await type('Just answer.');
    expect(page.text('cat-prompt-editor')).toContain('Must contain {question}.');
    await page.click(say.settings.defaults);
    expect(field.value).toBe(own);
    expect(page.text('cat-prompt-editor')).not.toContain('Must contain');
    await type('Just answer.');
    const blind = page.all('cat-prompt-editor')[1]!;
    const field2 = blind.shadowRoot!.querySelector('textarea')!;
    field2.value = '{question} {rollouts}';
    field2.dispatchEvent(new InputEvent('input'));
    await page.drawn();
    expect(page.text('cat-settings-panel')).toContain('Must not contain {question}');
    await type('Answer: {question}');
    expect(page.text('cat-prompt-editor')).toContain('Nano learned its own prompt only');
    await page.click('Close');
    await page.click('Ask');
    expect(page.lab.asked[0]?.settings.prompts).toEqual({ solve: 'Answer: {question}' });
    page.lab.asked[0]!.settle();
    await page.drawn();
    await open();
    editor.shadowRoot!.querySelector('button')!.click();
    await page.drawn();
    expect(field.value).toBe(own);
    await page.click('Close');
    await page.click('Ask');
    expect(page.lab.asked[1]?.settings.prompts).toEqual({});
  });
});
