import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Recording } from '../../../src/recording/recording.ts';
import { emptyLink } from '../../../src/share/link.ts';
import type { Link } from '../../../src/share/link.ts';
import { linkQuery, parseLink } from '../../../src/share/link-query.ts';
import { packRecording, unpackRecording } from '../../../src/share/pack.ts';
import { loadedModel, nanoSpec } from '../../kit/lab.ts';
import { told } from '../../../src/view/text/share.ts';
import { madeGroup, scene } from '../../recording/material.ts';
import { expectAccessible } from '../page.ts';
import type { SharedPage } from './page.ts';
import { follow, openShared } from './page.ts';

let page: SharedPage;
let recording: Recording;
let packed: string;
beforeAll(async () => {
  recording = { group: await madeGroup({ ...scene, id: 'shared', question: 'How many cats?' }) };
  packed = await packRecording(recording);
});
afterEach(() => {
  page.close();
  sessionStorage.clear();
  history.replaceState(null, '', '#');
});

const at = (link: Partial<Link>, place = 'question'): string =>
  `#${place}?${linkQuery({ ...emptyLink, ...link })}`;

const asked: Partial<Link> = {
  question: { kind: 'verifiable', text: 'Tom has 3 pens and 4 more. How many?', truth: '7' },
  level: 'easy',
  settings: { group: 4, seed: 9, questionVisible: true, sampling: { temperature: 0.5 } },
};

describe('a page opened by a link', () => {
  test('has its question, level and settings, and runs nothing until a person asks', async () => {
    page = await openShared(at(asked));
    await page.says(told.note.link);
    page.lab.ready(loadedModel({ ...nanoSpec, id: 'big', chat: 'general' }));
    await page.drawn();
    expect(page.question().value).toBe('Tom has 3 pens and 4 more. How many?');
    expect(page.text('cat-question-panel')).toContain('7');
    expect(page.find<HTMLSelectElement>('.level select').value).toBe('easy');
    expect(page.all('cat-rollout-card')).toHaveLength(4);
    expect(page.lab.asked).toEqual([]);
    expect(page.lab.loads).toEqual([]);
    await page.click('Ask');
    expect(page.lab.asked[0]).toMatchObject({
      question: asked.question,
      settings: { group: 4, seed: 9, questionVisible: true, sampling: { temperature: 0.5 } },
    });
  });

  test('has its settings for any model where it fixes them, and gives way to those of a model otherwise', async () => {
    const preset = { temperature: 0.7, topP: 0.8, topK: 20, maxTokens: 900 };
    const sampled = async (pinned: boolean): Promise<unknown> => {
      page = await openShared(at({ ...asked, pinned }));
      await page.says(told.note.link);
      const spec = { ...nanoSpec, id: 'big', chat: 'general', preset } as const;
      page.app.dispatchEvent(new CustomEvent('cat-load', { detail: { spec, confirmed: [] } }));
      page.lab.ready(loadedModel({ ...nanoSpec, id: 'big', chat: 'general' }));
      await page.drawn();
      await page.click('Ask');
      return page.lab.asked[0]?.settings.sampling.temperature;
    };
    expect(await sampled(true)).toBe(0.5);
    page.close();
    sessionStorage.clear();
    expect(await sampled(false)).toBe(0.7);
  });

  test('opens as usual where the link is wrong, and says what was', async () => {
    page = await openShared('#question?text=Hello&group=99&v=1');
    await page.says('“group”: expected a whole number from 1 to 32.');
    expect(page.question().value).not.toBe('Hello');
    expect(page.all('cat-rollout-card')).toHaveLength(8);
    await page.click(told.note.dismiss);
    expect(page.text()).not.toContain('expected');
  });

  test('follows a link that comes while it is open, and gives back what was written', async () => {
    page = await openShared();
    await page.write('My own question?');
    follow(at(asked));
    await page.says(told.note.replaced);
    expect(page.question().value).toContain('Tom has 3 pens');
    await page.click(told.note.undo);
    expect(page.question().value).toBe('My own question?');
    expect(page.all('cat-rollout-card')).toHaveLength(8);
  });

  test('gives back the settings that a link has replaced', async () => {
    page = await openShared();
    page.app.dispatchEvent(new CustomEvent('cat-settings', { detail: { group: 3 } }));
    follow(at(asked));
    await page.says(told.note.replaced);
    expect(page.all('cat-rollout-card')).toHaveLength(4);
    await page.click(told.note.undo);
    expect(page.all('cat-rollout-card')).toHaveLength(3);
  });

  test('keeps a question that is being answered, and opens the link when it is told to', async () => {
    page = await openShared();
    page.lab.ready();
    const { value } = page.question();
    await page.click('Ask');
    follow(at(asked));
    await page.says(told.note.waiting);
    expect(page.question().value).toBe(value);
    expect(page.button(told.note.now).disabled).toBe(true);
    page.lab.asked[0]?.settle();
    await expect.poll(() => page.button(told.note.now).disabled).toBe(false);
    await page.click(told.note.now);
    expect(page.question().value).toContain('Tom has 3 pens');
  });

  test('shows scripts in every text as text', async () => {
    const script = '<img src=x onerror="document.title=\'hit\'"><script>document.title="hit"</script>';
    const group = await madeGroup({
      question: script,
      truth: script,
      rollouts: [{ text: script }, { text: `The answer is ${script}.` }],
      synthesis: { text: script },
    });
    const link = { ...asked, question: { kind: 'verifiable', text: script, truth: '<b>7</b>' } } as const;
    page = await openShared(at({ ...link, recording: await packRecording({ group }) }));
    await page.says(told.recorded.link);
    await expect.poll(() => page.text('cat-recorded')).toContain('onerror');
    expect(page.question().value).toBe(script);
    expect(page.all('img, script, b[onerror]')).toEqual([]);
    expect(document.title).toBe('CaT Lab');
    follow('#question?text=%3Cimg%20src%3Dx%3E&%3Cimg%20src%3Dx%3E=1&v=1');
    await page.says('“<img src=x>”: a name that no link of this page has');
    expect(page.all('img')).toEqual([]);
  });
});

describe('a recorded group that came by a link', () => {
  test('is shown, checked by nobody and stored nowhere, until it is kept', async () => {
    page = await openShared(at({ recording: packed }));
    await page.says(told.recorded.link);
    await expect.poll(() => page.text('cat-recorded')).toContain('2 + 2 = 4');
    expect(page.text('cat-recorded')).toContain('How many cats?');
    expect(await page.store.group(recording.group.id)).toBeNull();
    await expectAccessible(page);
    await page.click(told.recorded.keep);
    await page.says(told.recorded.kept);
    const kept = await page.store.group(recording.group.id);
    expect(kept?.rollouts.map(({ text }) => text)).toEqual(recording.group.rollouts.map(({ text }) => text));
  });

  test('is tried live with its question and its settings', async () => {
    page = await openShared(at({ recording: packed }));
    await page.says(told.recorded.link);
    page.lab.ready(loadedModel({ ...nanoSpec, id: 'big', chat: 'general' }));
    expect(page.all('cat-rollout-grid')).toHaveLength(1);
    await page.click(told.recorded.live);
    expect(page.question().value).toBe('How many cats?');
    expect(page.all('cat-recorded')).toEqual([]);
    await page.click('Ask');
    expect(page.lab.asked[0]).toMatchObject({
      question: { text: 'How many cats?', truth: '4' },
      settings: { group: 3 },
    });
  });

  test('is refused where it is damaged, with nothing of the link used', async () => {
    page = await openShared(at({ ...asked, recording: packed.slice(0, packed.length - 8) }));
    await page.says('“recording”: it is damaged or cut off.');
    expect(page.question().value).not.toContain('Tom has 3 pens');
    expect(page.all('cat-recorded')).toEqual([]);
  });

  test('can be passed on by another link', async () => {
    page = await openShared(at({ recording: packed, question: recording.group.question }));
    await page.says(told.recorded.link);
    await page.click(told.open);
    await expect.poll(() => page.all('dialog[open] textarea').length).toBe(1);
    const link = page.find<HTMLTextAreaElement>('dialog[open] textarea').value;
    const onward = parseLink(link.slice(link.indexOf('?') + 1));
    const again = onward.ok ? (onward.value.recording ?? '') : '';
    expect(await unpackRecording(again)).toEqual(await unpackRecording(packed));
  });

  test('goes away when it is closed', async () => {
    page = await openShared(at({ recording: packed }));
    await page.says(told.recorded.link);
    await page.click(told.recorded.close);
    expect(page.all('cat-recorded')).toEqual([]);
  });
});

describe('a prepared page', () => {
  test('leaves out what the link says, and gives it all back on request', async () => {
    page = await openShared(at({ ...asked, hide: ['settings', 'models', 'experiments', 'history'] }));
    await page.says(told.prepared.line);
    const names = (): string => page.all('header button, nav a').map((one) => one.textContent.trim()).join(' ');
    expect(names()).not.toMatch(/Settings|Experiments/);
    expect(page.all('cat-history-list, cat-device-bench')).toEqual([]);
    await expectAccessible(page);
    await page.click(told.prepared.all);
    expect(names()).toMatch(/Experiments/);
    expect(names()).toMatch(/Settings/);
    expect(page.all('cat-history-list, cat-device-bench')).toHaveLength(2);
    expect(page.text()).not.toContain(told.prepared.line);
  });

  test('shows fixed settings that nobody can change', async () => {
    page = await openShared(at({ ...asked, pinned: true }));
    await page.says(told.prepared.pinned);
    await page.click('Settings');
    const group = page.find<HTMLInputElement>('#group');
    expect([group.value, group.matches(':disabled')]).toEqual(['4', true]);
    expect(page.find<HTMLTextAreaElement>('textarea#text').readOnly).toBe(true);
    expect(page.text('cat-settings-panel')).toContain(told.prepared.fixed);
    page.app.dispatchEvent(new CustomEvent('cat-settings', { detail: { group: 8 } }));
    await page.drawn();
    expect(page.all('cat-rollout-card')).toHaveLength(4);
    page.find<HTMLDialogElement>('dialog[open]').close();
    await page.click(told.prepared.all);
    expect(group.matches(':disabled')).toBe(false);
  });

  describe('that is loaded anew at another place', () => {
    /** As the browser does: another page at this address, with the tab's own storage. */
    const loadAnew = async (hash: string): Promise<void> => {
      page.close();
      page = await openShared(hash);
    };

    test('leaves out the same and fixes the same recipe, for as long as nobody shows all controls', async () => {
      page = await openShared(at({ ...asked, hide: ['experiments'], pinned: true }));
      await page.says(told.prepared.pinned);
      await loadAnew('#lessons');
      expect(page.all('nav a').map((one) => one.textContent.trim()).join(' ')).not.toContain('Experiments');
      await page.says(told.prepared.pinned);
      await loadAnew('#question');
      await page.says(told.prepared.pinned);
      await expect.poll(() => page.all('cat-rollout-card').length).toBe(4);
      page.app.dispatchEvent(new CustomEvent('cat-settings', { detail: { group: 8 } }));
      await page.drawn();
      expect(page.all('cat-rollout-card')).toHaveLength(4);
      expect(page.lab.asked).toEqual([]);
      await page.click(told.prepared.all);
      await loadAnew('#question');
      expect(page.text()).not.toContain(told.prepared.line);
      expect(page.all('cat-rollout-card')).toHaveLength(8);
    });

    test('keeps no settings that were free to change', async () => {
      page = await openShared(at({ ...asked, hide: ['history'] }));
      await page.says(told.prepared.line);
      await loadAnew('#question');
      await page.says(told.prepared.line);
      expect(page.all('cat-rollout-card')).toHaveLength(8);
      expect(page.all('cat-history-list')).toEqual([]);
    });

    test('is an ordinary one again after a link that prepares nothing', async () => {
      page = await openShared(at({ hide: ['history'] }));
      await page.says(told.prepared.line);
      follow(at(asked));
      await page.says(told.note.link);
      await loadAnew('#question');
      expect(page.all('cat-history-list')).toHaveLength(1);
      expect(page.text()).not.toContain(told.prepared.line);
    });

    test('takes nothing from a storage that holds something else', async () => {
      sessionStorage.setItem('cat-lab.prepared', '{"hide":["all","settings"],"pinned":"yes","query":"group=99&v=1"}');
      page = await openShared('#question');
      await page.says(told.prepared.line);
      expect(page.text()).not.toContain(told.prepared.pinned);
      sessionStorage.setItem('cat-lab.prepared', '{');
      await loadAnew('#question');
      expect(page.all('cat-rollout-card')).toHaveLength(8);
      expect(page.text()).not.toContain(told.prepared.line);
    });
  });

  test('begins at a step of a lesson', async () => {
    page = await openShared(at({ hide: ['settings'] }, 'lessons/2/1'));
    await page.says(told.prepared.line);
    expect(page.all('main').filter((main) => !main.hidden)).toHaveLength(1);
    expect(page.find('nav a[aria-current=page]').textContent).toContain('Lessons');
  });
});
