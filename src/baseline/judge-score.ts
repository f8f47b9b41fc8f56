import { bareReply, jsonOf } from './choose.ts';
import { highest, scoresBy } from './highest.ts';
import type { Method } from './method.ts';
import { judgeMessages } from './prompt.ts';

/**
 * Judge score: the judge says of each rollout whether its answer is equivalent to the reference's,
 * 1 or 0, and the highest score is chosen, the first seen of equal ones. The paper uses this
 * judgement as a reward (model-as-judge); choosing by it is ours (docs/deviations.md, 18).
 */
export const judgeScore: Method = {
  kind: 'method',
  name: 'judgeScore',
  asking: {
    ...{ role: 'judge', prompt: 'judge', how: 'sample', needsReference: true },
    ...{ job: 'judge', openJob: 'judge-note' },
  },
  asks: ({ candidates, chat, prompt, reference }) =>
    candidates.map(({ index, text }) => ({
      order: [index],
      messages: judgeMessages(chat, prompt, reference ?? '', text),
      ...(chat === 'nano' ? {} : { jsonSchema }),
    })),
  conclude({ group }, replies) {
    const verdicts = new Map(
      replies.map(({ order, text, stop }) => [order[0], stop === 'end' ? readVerdict(text) : null]),
    );
    const scores = scoresBy(group, (index) => verdicts.get(index));
    const index = highest(scores);
    return index === null ? { index, reason: 'unreadable', scores } : { index, scores };
  },
};

const jsonSchema = {
  type: 'object',
  properties: { equivalent: { enum: ['yes', 'no'] } },
  required: ['equivalent'],
  additionalProperties: false,
};

const NANO_VERDICT = /^\d+, \d+: (Yes|No)$/;
const BARE_VERDICT = /^"?(yes|no)"?\.?$/i;

/**
 * 1 for yes, 0 for no, null where the reply is neither: it must be the one word, or JSON with it
 * under `equivalent`, also in a code fence, or nano's `34, 36: No`, which names both final answers first.
 * A reply in prose is neither.
 */
export function readVerdict(text: string): 0 | 1 | null {
  const whole = bareReply(text);
  const { equivalent = whole } = jsonOf(whole) ?? {};
  if (typeof equivalent === 'boolean') return equivalent ? 1 : 0;
  const own = NANO_VERDICT.exec(whole) ?? BARE_VERDICT.exec(String(equivalent).trim());
  const word = own?.[1]?.toLowerCase();
  return word === undefined ? null : word === 'yes' ? 1 : 0;
}
