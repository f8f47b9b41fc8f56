import { describe, expect, test } from 'vitest';
import type { Place } from '../../src/view/place.ts';
import { addressOf, placeOf } from '../../src/view/place.ts';

describe('the address of a place', () => {
  const places: Place[] = [
    { kind: 'question' },
    { kind: 'experiments' },
    { kind: 'new-run' },
    { kind: 'run', run: 'a-1' as never, beside: null },
    { kind: 'run', run: 'a-1' as never, beside: 'b-2' as never },
  ];

  test.each(places)('$kind leads back to it', (place) => {
    expect(placeOf(addressOf(place))).toEqual(place);
  });

  test.each(['', '#', '#heading', '#experiment', '#experiments/a/b/c', '#/experiments'])(
    '%j is the question',
    (hash) => {
      expect(placeOf(hash)).toEqual({ kind: 'question' });
    },
  );

  test('leaves out what a slash at its end would name', () => {
    expect(placeOf('#experiments/')).toEqual({ kind: 'experiments' });
    expect(placeOf('#experiments/a/')).toEqual({ kind: 'run', run: 'a', beside: null });
  });
});
