import { describe } from 'vitest';
import { createMemoryStore } from '../../src/store/memory.ts';
import { conformsToStore } from './conformance.ts';

describe('the store in memory', () => {
  conformsToStore(() => Promise.resolve(createMemoryStore()));
});
