/** The page at its second place, with runs that a test puts there. */
import { ExperimentsPlace } from '../../../src/view/experiment/experiments.ts';
import { say } from '../../../src/view/text/current.ts';
import { tell } from '../../../src/view/text/experiments.ts';
import type { RunLab } from '../../kit/experiments.ts';
import type { Page } from '../page.ts';
import { openPage } from '../page.ts';

export interface ExperimentsPage extends Page {
  readonly lab: RunLab;
  /** Goes to an address, and draws what stands there. */
  go(hash: string): Promise<void>;
  /** What matches within the first such element, in its own shadow root. */
  within<T extends Element = HTMLElement>(host: string, selector: string): T[];
  /** What happens every second or two. */
  beat(): Promise<void>;
}

/** Opens it at an address, as a link would. */
export async function openExperiments(lab: RunLab, hash = '#experiments'): Promise<ExperimentsPage> {
  const beats = new Set<() => void>();
  ExperimentsPlace.beat = {
    every: (_milliseconds, beat) => {
      beats.add(beat);
      return () => beats.delete(beat);
    },
    isVisible: () => true,
  };
  history.replaceState(null, '', hash);
  const page = await openPage(lab);
  const waits = (): boolean =>
    page.all('cat-run-new:not(:defined)').length > 0 ||
    [say.places.coming, tell.list.reading, tell.run.reading, tell.create.estimating].some((text) => page.text().includes(text));
  const settled = async (): Promise<void> => {
    // The part comes by an import, and what it reads by promises: each draws in frames of its own.
    do {
      await page.drawn();
      await page.drawn();
    } while (waits());
  };
  await settled();
  return {
    ...page,
    lab,
    drawn: settled,
    click: async (name) => {
      page.button(name).click();
      await settled();
    },
    go: async (address) => {
      const moved = new Promise((resolve) => addEventListener('hashchange', resolve, { once: true }));
      location.hash = address;
      await moved;
      await settled();
    },
    within: <T extends Element>(host: string, selector: string) => [
      ...(page.find(host).shadowRoot?.querySelectorAll<T>(selector) ?? []),
    ],
    beat: async () => {
      for (const beat of beats) beat();
      await settled();
    },
    close: () => {
      page.close();
      ExperimentsPlace.beat = undefined;
      history.replaceState(null, '', '#');
    },
  };
}
