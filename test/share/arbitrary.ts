/** What a person may write into a question and set, for tests that send it round. */
import fc from 'fast-check';
import { METHOD_NAMES } from '../../src/baseline/selection.ts';

export const said = (most: number): fc.Arbitrary<string> =>
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: most }).filter((text) => text.trim() !== '');

export const question = fc.oneof(
  fc.record(
    { kind: fc.constant('verifiable' as const), text: said(400), truth: said(30) },
    { requiredKeys: ['kind', 'text'] },
  ),
  fc.record({ kind: fc.constant('open' as const), text: said(400) }),
);
const share = fc.double({ min: 0, max: 1, minExcluded: true, noNaN: true });
/** Optional members, and none that is an object without any. */
const given = <T extends object>(members: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
  fc.record(members, { requiredKeys: [] }).filter((one) => Object.keys(one).length > 0);
export const settings = given({
  group: fc.integer({ min: 1, max: 32 }),
  seed: fc.integer({ min: 0, max: 0xffff_ffff }),
  questionVisible: fc.boolean(),
  equalCompute: fc.boolean(),
  methods: fc.subarray([...METHOD_NAMES], { minLength: 1 }),
  sampling: given({
    temperature: fc.double({ min: 0, max: 2, noNaN: true }).map((t) => t + 0),
    topP: share,
    topK: fc.integer({ min: 0, max: 1000 }),
    maxTokens: fc.integer({ min: 1, max: 4096 }),
  }),
  judging: given({ repeats: fc.integer({ min: 1, max: 5 }), permute: fc.boolean() }),
  prompts: given({
    solve: said(50).map((text) => `${text}{question}`),
    synthesise: said(50).map((text) => `{rollouts}${text.replaceAll('{', '')}`),
  }),
});
