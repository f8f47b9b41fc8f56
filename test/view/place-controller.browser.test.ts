import type { ReactiveControllerHost } from 'lit';
import { afterEach, describe, expect, test } from 'vitest';
import { PlaceController } from '../../src/view/place-controller.ts';
import { say } from '../../src/view/text/current.ts';

/** Counts the renders that a controller asks for. */
class Host implements ReactiveControllerHost {
  renders = 0;
  readonly updateComplete = Promise.resolve(true);
  addController(): void {}
  removeController(): void {}
  requestUpdate(): void {
    this.renders += 1;
  }
}

const moved = (): Promise<unknown> =>
  new Promise((resolve) => addEventListener('hashchange', resolve, { once: true }));

async function goTo(address: string): Promise<void> {
  const there = moved();
  location.hash = address;
  await there;
}

let place: PlaceController;
afterEach(() => {
  place.hostDisconnected();
  history.replaceState(null, '', '#');
});

const there = (): Promise<void> => Promise.resolve();

describe('a part of the page', () => {
  test('is fetched when somebody goes there, once', async () => {
    const fetched: string[] = [];
    const fetches = (name: string) => () => {
      fetched.push(name);
      return there();
    };
    place = new PlaceController(new Host(), {
      experiments: fetches('experiments'),
      lessons: fetches('lessons'),
    });
    place.hostConnected();
    expect([fetched, place.part('experiments')]).toEqual([[], 'absent']);
    for (const address of ['#experiments', '#question', '#experiments/new']) await goTo(address);
    expect([fetched, place.part('experiments')]).toEqual([['experiments'], 'there']);
    expect(place.place).toEqual({ kind: 'new-run' });
    await goTo('#lessons/2');
    expect([fetched, place.part('lessons')]).toEqual([['experiments', 'lessons'], 'there']);
  });

  test('that does not come is said to, and is fetched again when asked for', async () => {
    history.replaceState(null, '', '#experiments');
    const host = new Host();
    let fails = true;
    place = new PlaceController(host, {
      experiments: () => (fails ? Promise.reject(new Error('gone')) : there()),
      lessons: there,
    });
    place.hostConnected();
    await place.load('experiments');
    await Promise.resolve();
    expect(place.part('experiments')).toBe('failed');
    fails = false;
    const before = host.renders;
    await place.load('experiments');
    expect(place.part('experiments')).toBe('there');
    expect(host.renders).toBeGreaterThan(before);
  });

  test('gives the tab its name, and the question that of the page', async () => {
    place = new PlaceController(new Host(), { experiments: there, lessons: there });
    place.hostConnected();
    const names = [document.title];
    for (const address of ['#experiments', '#experiments/new', '#lessons/2', '#']) {
      await goTo(address);
      names.push(document.title);
    }
    const [question, experiments, lessons] = [
      'CaT Lab: Compute as Teacher',
      `${say.places.experiments} · CaT Lab`,
      `${say.places.lessons} · CaT Lab`,
    ];
    expect(names).toEqual([question, experiments, experiments, lessons, question]);
  });
});
