import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { RunId } from '../../../src/base/id.ts';
import { createTransfer, transferParts } from '../../../src/run/transfer.ts';
import type { Transfer } from '../../../src/run/transfer.ts';
import { createMemoryStore } from '../../../src/store/memory.ts';
import type { Store } from '../../../src/store/store.ts';
import '../../../src/view/experiment/run-export.ts';
import type { RunExport } from '../../../src/view/experiment/run-export.ts';
import '../../../src/view/experiment/run-import.ts';
import type { RunImport } from '../../../src/view/experiment/run-import.ts';
import { tell } from '../../../src/view/text/transfer.ts';
import { exported, fileOf, storeOf } from '../../export/file.ts';
import type { Saved } from '../../kit/saves.ts';
import { saves } from '../../kit/saves.ts';
import { pieces } from '../../store/conformance-merge.ts';

let place: HTMLElement;
let transfer: Transfer;
let saved: Saved[];

beforeEach(() => {
  place = document.createElement('main');
  document.body.append(place);
  place.addEventListener('cat-transfer-door', ({ detail }) => detail.give(transfer));
  saved = saves();
});
afterEach(() => {
  vi.restoreAllMocks();
  place.remove();
});

const textIn = (element: Element): string =>
  (element.shadowRoot?.textContent ?? '').replace(/\s+/g, ' ').trim();
const buttonOf = (element: Element, name: string): HTMLButtonElement => {
  const all = [...(element.shadowRoot?.querySelectorAll('button') ?? [])];
  const found = all.find((button) => button.textContent.trim() === name);
  if (found === undefined) throw new Error(`no button ${name}`);
  return found;
};
/** Once the element shows the text. */
const isDone = (element: Element, text: string): Promise<void> =>
  new Promise((resolve) => {
    const look = (): void => {
      if (!textIn(element).includes(text)) return;
      observer.disconnect();
      resolve();
    };
    const observer = new MutationObserver(look);
    if (element.shadowRoot === null) throw new Error('nothing is drawn');
    observer.observe(element.shadowRoot, { subtree: true, childList: true, characterData: true });
    look();
  });

/** As a browser does where a script is not to be had. */
const refused = () => Promise.reject(new TypeError('Failed to fetch dynamically imported module'));
/** Once the element shows the fault of that. */
const isNoted = (element: Element): Promise<void> =>
  vi.waitFor(() => {
    const note = element.shadowRoot?.querySelector('cat-fault-note');
    expect(note?.shadowRoot?.textContent).toContain('A part of the page that this needs could not be fetched.');
  });

describe('saving a run', () => {
  const add = async (run: RunId | null): Promise<RunExport> => {
    transfer = createTransfer(await storeOf(pieces));
    const element = document.createElement('cat-run-export');
    element.run = run;
    element.name = 'First run';
    place.append(element);
    await element.updateComplete;
    return element;
  };
  const choose = async (element: RunExport, format: string): Promise<void> => {
    const select = element.shadowRoot?.querySelector('select');
    if (!select) throw new Error('no formats');
    select.value = format;
    select.dispatchEvent(new Event('change'));
    await element.updateComplete;
  };

  test('gives rows of the chosen format and form, and says how many', async () => {
    const element = await add('run-m' as RunId);
    await choose(element, 'trl-dpo');
    const box = element.shadowRoot?.querySelector<HTMLInputElement>('input[type=checkbox]');
    box?.click();
    buttonOf(element, tell.export.save).click();
    await isDone(element, tell.export.saved(2));
    const [one] = saved;
    expect(one?.name).toBe('First-run-trl-dpo.jsonl');
    const row = JSON.parse((await one?.file.text())?.split('\n')[0] ?? '') as Record<string, unknown>;
    expect(row).toMatchObject({ chosen: [{ role: 'assistant' }], reference_is_fixed: true });
    expect(element.shadowRoot?.querySelectorAll('input')).toHaveLength(1);
    await choose(element, 'verl');
    expect(element.shadowRoot?.querySelectorAll('input')).toHaveLength(0);
  });

  test('gives the whole history without a run, which can be imported again', async () => {
    const element = await add(null);
    buttonOf(element, tell.export.everything).click();
    await isDone(element, tell.export.savedFile);
    const [one] = saved;
    expect(one?.name).toBe('First-run-store.jsonl');
    const into = createTransfer(createMemoryStore());
    expect((await into.takeImport(one?.file ?? new Blob())).ok).toBe(true);
  });

  test('says that its part could not be fetched, and saves at another try', async () => {
    const element = await add('run-m' as RunId);
    const whole = transfer;
    transfer = createTransfer(createMemoryStore(), { ...transferParts, write: refused });
    buttonOf(element, tell.export.save).click();
    await isNoted(element);
    expect(textIn(element)).not.toContain(tell.export.working);
    transfer = whole;
    buttonOf(element, tell.export.save).click();
    await isDone(element, tell.export.savedFile);
    expect(element.shadowRoot?.querySelector('cat-fault-note')).toBeNull();
    expect(saved).toHaveLength(1);
  });

  test('saves nothing where no question gives a row, and says why', async () => {
    const element = await add('run-nowhere' as RunId);
    await choose(element, 'trl-sft');
    buttonOf(element, tell.export.save).click();
    await isDone(element, tell.export.none);
    expect(saved).toEqual([]);
  });
});

describe('importing a file', () => {
  const add = async (store: Store): Promise<RunImport> => {
    transfer = createTransfer(store);
    const element = document.createElement('cat-run-import');
    place.append(element);
    await element.updateComplete;
    return element;
  };

  test('shows what would be new before anything is stored, takes it over, and tells the page', async () => {
    const store = createMemoryStore();
    const element = await add(store);
    const heard = vi.fn();
    place.addEventListener('cat-imported', heard);
    await element.look(fileOf(await exported(await storeOf(pieces))));
    await isDone(element, tell.import.fresh('group', 2));
    expect(await store.runs()).toEqual([]);
    buttonOf(element, tell.import.take).click();
    await isDone(element, tell.import.taken(8));
    expect(await store.runs()).toHaveLength(1);
    expect(heard).toHaveBeenCalledOnce();
  });

  test('says that its part could not be fetched, and reads and takes the file at another try', async () => {
    const store = createMemoryStore();
    const element = await add(store);
    const file = fileOf(await exported(await storeOf(pieces)));
    transfer = createTransfer(store, { ...transferParts, preview: refused });
    await element.look(file);
    await isNoted(element);
    expect(textIn(element)).not.toContain(tell.import.reading);
    transfer = createTransfer(store, { ...transferParts, take: refused });
    await element.look(file);
    await isDone(element, tell.import.fresh('group', 2));
    buttonOf(element, tell.import.take).click();
    await isNoted(element);
    expect(await store.runs()).toEqual([]);
    transfer = createTransfer(store);
    buttonOf(element, tell.import.take).click();
    await isDone(element, tell.import.taken(8));
  });

  test('offers nothing to take where all of it is here', async () => {
    const store = await storeOf(pieces);
    const element = await add(store);
    await element.look(fileOf(await exported(store)));
    await isDone(element, tell.import.nothing);
    expect(() => buttonOf(element, tell.import.take)).toThrow();
  });

  test('names what is wrong with a file as text, whatever the file says', async () => {
    const element = await add(createMemoryStore());
    const text = '{"cat-lab":"run","version":1}\n{"<img src=x>":{}}\n';
    await element.look(fileOf(text));
    await isDone(element, tell.import.faults(2));
    expect(textIn(element)).toContain('<img src=x>');
    expect(element.shadowRoot?.querySelector('img')).toBeNull();
    expect(() => buttonOf(element, tell.import.take)).toThrow();
    buttonOf(element, tell.import.cancel).click();
    await element.updateComplete;
    expect(textIn(element)).not.toContain('<img');
  });
});
