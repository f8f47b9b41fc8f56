import type { ReactiveControllerHost } from 'lit';
import { afterEach, describe, expect, test } from 'vitest';
import { PlaceController } from '../../src/view/place-controller.ts';

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

let place: PlaceController;
afterEach(() => {
  place.hostDisconnected();
  history.replaceState(null, '', '#');
});

describe('the part for many questions', () => {
  test('is fetched when somebody goes there, once', async () => {
    let fetched = 0;
    place = new PlaceController(new Host(), () => {
      fetched += 1;
      return Promise.resolve();
    });
    place.hostConnected();
    expect([fetched, place.part]).toEqual([0, 'absent']);
    for (const address of ['#experiments', '#question', '#experiments/new']) {
      const there = moved();
      location.hash = address;
      await there;
    }
    expect([fetched, place.part]).toEqual([1, 'there']);
    expect(place.place).toEqual({ kind: 'new-run' });
  });

  test('that does not come is said to, and is fetched again when asked for', async () => {
    history.replaceState(null, '', '#experiments');
    const host = new Host();
    let fails = true;
    place = new PlaceController(host, () => (fails ? Promise.reject(new Error('gone')) : Promise.resolve()));
    place.hostConnected();
    await place.load();
    await Promise.resolve();
    expect(place.part).toBe('failed');
    fails = false;
    const before = host.renders;
    await place.load();
    expect(place.part).toBe('there');
    expect(host.renders).toBeGreaterThan(before);
  });
});
