import { afterEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import '../../../src/view/experiment/experiments.ts';
import { parseClass } from '../../../src/share/read-class.ts';
import { LONGEST, LONGEST_LINK } from '../../../src/share/link.ts';
import { parseLink } from '../../../src/share/link-query.ts';
import { unpackRecording } from '../../../src/share/pack.ts';
import { say } from '../../../src/view/text/current.ts';
import { told } from '../../../src/view/text/share.ts';
import { saves } from '../../kit/saves.ts';
import { expectAccessible } from '../page.ts';
import type { SharedPage } from './page.ts';
import { openShared } from './page.ts';

let page: SharedPage;
afterEach(() => {
  vi.restoreAllMocks();
  page.close();
  history.replaceState(null, '', '#');
});

const dialog = (): HTMLDialogElement => page.find<HTMLDialogElement>('dialog');
const link = (): string => page.find<HTMLTextAreaElement>('dialog textarea').value;
const read = (): ReturnType<typeof parseLink> => parseLink(link().slice(link().indexOf('?') + 1));
const isOpen = (): Promise<void> => expect.poll(() => page.all('dialog[open]').length).toBe(1);

async function open(): Promise<void> {
  await page.click(told.open);
  await isOpen();
  await page.drawn();
}
async function tick(label: string): Promise<void> {
  const found = page
    .all<HTMLLabelElement>('dialog[open] label')
    .find((one) => one.textContent.replace(/\s+/g, ' ').trim().startsWith(label));
  if (found === undefined) throw new Error(`no box ${label}`);
  found.querySelector('input')?.click();
  await page.drawn();
}

describe('the dialog that shares', () => {
  test('opens by keyboard, is accessible, and closes by Escape with the focus back', async () => {
    page = await openShared();
    await page.answered(['3', '4'], '4');
    page.button(told.open).focus();
    await userEvent.keyboard('{Enter}');
    await isOpen();
    await expect.poll(() => page.all('dialog textarea').length).toBe(1);
    expect(dialog().matches(':focus-within') || page.find('cat-share-dialog').matches(':focus')).toBe(true);
    await expectAccessible(page);
    await userEvent.keyboard('{Escape}');
    expect(dialog().open).toBe(false);
    expect(page.app.shadowRoot!.activeElement).toBe(page.button(told.open));
  });

  test('makes a link of the question, its settings and its recorded answers', async () => {
    page = await openShared();
    page.app.dispatchEvent(new CustomEvent('cat-settings', { detail: { seed: 5 } }));
    const group = await page.answered(['3', '4'], '4');
    await open();
    await expect.poll(() => page.all('dialog textarea').length).toBe(1);
    const found = read();
    expect(found).toMatchObject({
      ok: true,
      value: {
        question: group.question,
        settings: { group: 2, seed: 1, questionVisible: false, sampling: { temperature: 1 } },
      },
    });
    const packed = found.ok ? (found.value.recording ?? '') : '';
    expect(await unpackRecording(packed)).toMatchObject({ ok: true, value: { group: { id: group.id } } });
    expect(page.text('dialog')).toContain(told.dialog.size(link().length));
    expect(page.text('dialog')).toContain(told.dialog.privacy);
  });

  test('leaves out what is not to be in it, and prepares the page for a class', async () => {
    page = await openShared();
    await page.answered(['3', '4'], '4');
    await open();
    await expect.poll(() => page.all('dialog textarea').length).toBe(1);
    await tick(told.dialog.truth);
    await tick(told.dialog.recording);
    await tick(told.dialog.names.models);
    await tick(told.dialog.pin);
    const select = page.find<HTMLSelectElement>('dialog select');
    select.value = '2';
    select.dispatchEvent(new Event('change'));
    await page.drawn();
    expect(link()).toContain('#lessons/2/1?');
    const found = read();
    expect(found).toMatchObject({ ok: true, value: { hide: ['models'], pinned: true, recording: null } });
    expect(found.ok && found.value.question).not.toHaveProperty('truth');
    await tick(told.dialog.question);
    expect(link()).toContain('?hide=models&pin=1&v=1');
  });

  test('leaves the known answer out of recorded answers too, of links and of files', async () => {
    page = await openShared();
    const { question } = await page.answered(['3', '4'], '4');
    await open();
    await expect.poll(() => page.all('dialog textarea').length).toBe(1);
    await tick(told.dialog.truth);
    const found = read();
    const unpacked = await unpackRecording((found.ok && found.value.recording) || '');
    expect(unpacked).toMatchObject({ ok: true, value: { group: { question: { text: question.text } } } });
    const saved = saves();
    await page.click(told.dialog.save);
    const file = (await saved[0]?.file.text()) ?? '';
    expect(await parseClass(file)).toMatchObject({ ok: true });
    for (const made of [JSON.stringify(unpacked), file]) expect(made).not.toContain('"truth"');
  });

  test('copies the link, or selects it where the browser does not let it', async () => {
    page = await openShared();
    const copied: string[] = [];
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockImplementation((text) => {
      copied.push(text);
      return Promise.resolve();
    });
    await open();
    await page.click(told.dialog.copy);
    expect(copied).toEqual([link()]);
    expect(page.text('dialog')).toContain(told.dialog.copied);
    write.mockImplementation(() => Promise.reject(new DOMException('no', 'NotAllowedError')));
    await page.click(told.dialog.copy);
    await page.says(told.dialog.notCopied);
    const field = page.find<HTMLTextAreaElement>('dialog textarea');
    expect(field.selectionEnd - field.selectionStart).toBe(link().length);
  });

  test('gives a file instead of a link that is too long', async () => {
    page = await openShared();
    await page.write('');
    // What compresses badly: no two numbers alike.
    const long = Array.from({ length: 4000 }, (_, at) => (at * 2654435761) % 4294967296).join(' ');
    const group = await page.answered([`${long} 3`, '4', '5', '6'], '4');
    await open();
    await page.says(told.dialog.tooLong(LONGEST_LINK));
    expect(page.all('dialog textarea')).toEqual([]);
    expect(page.button(told.dialog.copy).disabled).toBe(true);
    const saved = saves();
    await page.click(told.dialog.save);
    expect(saved[0]?.name).toMatch(/\.catclass\.json$/);
    const file = await parseClass((await saved[0]?.file.text()) ?? '');
    expect(file).toMatchObject({ ok: true, value: { items: [{ recording: { group: { id: group.id } } }] } });
  });

  test('says that there are no answers yet, and shares the question alone', async () => {
    page = await openShared();
    await open();
    expect(page.text('dialog')).toContain(told.dialog.none);
    expect(read()).toMatchObject({ ok: true, value: { recording: null, question: { text: page.question().value } } });
  });

  test('makes neither a link nor a file of a question that is too long to be opened again, and says so', async () => {
    page = await openShared();
    await page.write('How many? '.repeat(900));
    await open();
    const why = told.dialog.refused('text', `longer than ${LONGEST.question} characters`);
    await page.says(why);
    expect(page.all('dialog textarea')).toEqual([]);
    expect(page.button(told.dialog.copy).disabled).toBe(true);
    const saved = saves();
    await page.click(told.dialog.save);
    await page.says(told.dialog.refused('items.0.question.text', `longer than ${LONGEST.question} characters`));
    expect(saved).toEqual([]);
  });

  test('gives the settings alone where nothing is asked', async () => {
    page = await openShared();
    await page.write(' ');
    await open();
    expect(read()).toMatchObject({ ok: true, value: { question: null, settings: { group: 8 } } });
    expect(page.button(told.dialog.save).disabled).toBe(true);
  });
});

describe('class files', () => {
  test('are made of chosen questions, and opened as a list to play and to try', async () => {
    page = await openShared();
    const group = await page.answered(['3', '4'], '4');
    await page.click(told.classFile);
    await isOpen();
    await page.drawn();
    await expectAccessible(page);
    await tick(group.question.text.slice(0, 20));
    await tick(told.maker.current);
    const saved = saves();
    await page.click(told.maker.save);
    await page.says(told.maker.saved);
    vi.restoreAllMocks();
    page.find<HTMLDialogElement>('dialog[open]').close();
    expect(saved[0]?.name).toBe('My-class.catclass.json');

    const file = saved[0]?.file ?? new Blob();
    page.app.dispatchEvent(new CustomEvent('cat-class-file', { detail: file }));
    await page.says(told.list.heading(2));
    expect(page.find('cat-shared').shadowRoot!.activeElement?.id).toBe('list');
    await expectAccessible(page);
    await page.click(told.list.playLabel(group.question.text));
    await page.says(told.recorded.file);
    await expect.poll(() => page.text('cat-recorded')).toContain('6 + 2 = 3');
    await page.write('Something else?');
    await page.click(told.list.liveLabel(group.question.text));
    expect(page.question().value).toBe(group.question.text);
    expect(page.all('cat-recorded')).toEqual([]);
    await page.click(told.note.undo);
    expect(page.question().value).toBe('Something else?');
    await page.click(told.list.close);
    expect(page.text()).not.toContain(told.list.heading(2));
  });

  test('open by a drop, and are refused whole, by their path, as text', async () => {
    page = await openShared();
    const drop = (text: string): void => {
      const files = new DataTransfer();
      files.items.add(new File([text], 'a.catclass.json'));
      page.app.dispatchEvent(
        new DragEvent('drop', { bubbles: true, composed: true, cancelable: true, dataTransfer: files }),
      );
    };
    const item = { question: { kind: 'verifiable', text: '<img src=x>' }, settings: {} };
    drop(JSON.stringify({ 'cat-lab': 'class', version: 1, name: '<b>a</b>', items: [item] }));
    await page.says('<img src=x>');
    expect(page.text('cat-shared')).toContain('<b>a</b>');
    const wrong = { ...item, question: { kind: '<script>', text: 'a' } };
    drop(JSON.stringify({ 'cat-lab': 'class', version: 1, name: 'a', items: [item, wrong] }));
    await page.says('“items.1.question.kind”');
    expect(page.all('img, script')).toEqual([]);
  });

  test('open by the import of the experiments', async () => {
    page = await openShared('#experiments');
    await page.says(say.places.experiments);
    await expect.poll(() => page.all('cat-run-import').length, { timeout: 20_000 }).toBe(1);
    const item = { question: { kind: 'verifiable', text: 'How many?' }, settings: {} };
    const text = JSON.stringify({ 'cat-lab': 'class', version: 1, name: 'Tuesday', items: [item] });
    const field = page.all('cat-run-import')[0]?.shadowRoot?.querySelector<HTMLInputElement>('input');
    const files = new DataTransfer();
    files.items.add(new File([text], 'tuesday.json'));
    field!.files = files.files;
    field!.dispatchEvent(new Event('change'));
    await page.says(told.list.heading(1));
    expect(location.hash).toBe('#question');
  });
});
