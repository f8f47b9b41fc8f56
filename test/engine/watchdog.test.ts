import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Watchdog } from '../../src/engine/watchdog.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('the watchdog', () => {
  test('barks once after so many seconds of silence', () => {
    const bark = vi.fn();
    const dog = new Watchdog(bark);
    dog.watch(3);
    vi.advanceTimersByTime(3000);
    expect(bark).not.toHaveBeenCalled();
    vi.advanceTimersByTime(10_000);
    expect(bark.mock.calls).toEqual([[3]]);
  });

  test('starts anew with every word', () => {
    const bark = vi.fn();
    const dog = new Watchdog(bark);
    dog.watch(3);
    for (let word = 0; word < 5; word++) {
      vi.advanceTimersByTime(2500);
      dog.heard();
    }
    expect(bark).not.toHaveBeenCalled();
  });

  test('says nothing once it is ended', () => {
    const bark = vi.fn();
    const dog = new Watchdog(bark);
    dog.watch(3);
    dog.end();
    vi.advanceTimersByTime(60_000);
    expect(bark).not.toHaveBeenCalled();
  });

  test('keeps the longer of two patiences', () => {
    const bark = vi.fn();
    const dog = new Watchdog(bark);
    dog.watch(30);
    dog.watch(3);
    vi.advanceTimersByTime(30_000);
    expect(bark).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1000);
    expect(bark).toHaveBeenCalledOnce();
  });

  test('takes a sleeping computer for no silence: one late tick is one second', () => {
    const bark = vi.fn();
    new Watchdog(bark).watch(3);
    vi.setSystemTime(Date.now() + 3_600_000);
    vi.advanceTimersByTime(1000);
    expect(bark).not.toHaveBeenCalled();
  });
});
