import { describe, expect, test } from 'vitest';
import type { Fault } from '../../src/base/fault.ts';
import { createFaultBell } from '../../src/store/bell.ts';

const full: Fault = { kind: 'storage-full', reason: 'quota' };

describe('the fault bell', () => {
  test('a fault told before anybody listens waits for the first listener', () => {
    const bell = createFaultBell();
    bell.tell(full);
    const heard: Fault[] = [];
    bell.listen((fault) => heard.push(fault));
    expect(heard).toEqual([full]);
  });

  test('an equal fault is told once', () => {
    const bell = createFaultBell();
    const heard: Fault[] = [];
    bell.listen((fault) => heard.push(fault));
    bell.tell(full);
    bell.tell({ ...full });
    bell.tell({ kind: 'storage-full', reason: 'another' });
    expect(heard).toHaveLength(2);
  });

  test('who stops listening hears no more', () => {
    const bell = createFaultBell();
    const heard: Fault[] = [];
    bell.listen((fault) => heard.push(fault))();
    bell.tell(full);
    expect(heard).toEqual([]);
  });
});
