import { describe } from 'vitest';
import { createMemoryStore } from '../../src/store/memory.ts';
import { mergesPieces } from './conformance-merge.ts';
import { conformsToStore } from './conformance.ts';

describe('the store in memory', () => {
  conformsToStore(() => Promise.resolve(createMemoryStore()));
  mergesPieces(() => Promise.resolve(createMemoryStore()));
});
