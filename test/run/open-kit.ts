/** The open regime over scripted engines: general models, each told by its prompt what is asked of it. */
import type { Fault } from '../../src/base/fault.ts';
import type { SampleRequest } from '../../src/engine/sample.ts';
import type { ModelSpec } from '../../src/engine/model.ts';
import type { OpenQuestion } from '../../src/question/question.ts';
import { applyChange, defaultSettings } from '../../src/run/settings.ts';
import type { Settings, SettingsChange } from '../../src/run/settings.ts';
import type { ScriptedEngine } from '../kit/engine.ts';
import { scriptedSpec } from '../kit/engine.ts';

export const generalSpec: ModelSpec = { ...scriptedSpec, id: 'general', chat: 'general' };
export const judgeSpec: ModelSpec = { ...generalSpec, id: 'judge' };

export const openQuestion = (text: string, rubric?: OpenQuestion['rubric']): OpenQuestion => ({
  kind: 'open',
  text,
  ...(rubric === undefined ? {} : { rubric }),
});

export const openSettings = (change: SettingsChange = {}): Settings =>
  applyChange({ ...defaultSettings('general'), group: 2 }, change);

export type Job = 'rollout' | 'synthesis' | 'propose' | 'verdict';

export function jobOf({ messages }: SampleRequest): Job {
  const prompt = messages.map(({ content }) => content).join('\n');
  if (prompt.includes('Does the answer meet the criterion?')) return 'verdict';
  if (prompt.includes('Write a checklist')) return 'propose';
  return prompt.includes('Combine them') ? 'synthesis' : 'rollout';
}

/** The jobs of all calls so far, in order. */
export const jobsOf = (engine: ScriptedEngine): Job[] =>
  engine.calls.map(({ requests }) => jobOf(requests[0]!));

export const FIVE = ['one', 'two', 'three', 'four', 'five'].map((point) => `Names point ${point}.`);

interface Lines {
  readonly rollouts?: readonly string[];
  readonly criteria?: readonly string[];
  /** Yes where this says so of what stands between the fences of criterion and answer. */
  readonly meets?: (criterion: string, answer: string) => boolean;
  /** Instead of a verdict; undefined leaves the request to the hand. */
  readonly verdict?: (request: SampleRequest, index: number) => string | Fault | undefined;
}

/** A rollout meets a criterion where it holds its words, unless told otherwise. */
export const playing = ({
  rollouts = ['Names point one.', 'Names point one. Names point two.'],
  criteria = FIVE,
  meets = (criterion, answer) => answer.includes(criterion),
  verdict,
}: Lines = {}) => {
  const answer = (request: SampleRequest): string => {
    const prompt = request.messages[0]!.content;
    const part = (name: string): string =>
      new RegExp(`^${name}:\\n(~+)\\n([^]*?)\\n\\1$`, 'm').exec(prompt)?.[2] ?? '';
    const verdict = meets(part('Criterion'), part('Answer')) ? 'yes' : 'no';
    return JSON.stringify({ verdict, reason: 'Read.' });
  };
  return (request: SampleRequest, index: number): string | Fault | undefined => {
    switch (jobOf(request)) {
      case 'rollout':
        return rollouts[index % rollouts.length];
      case 'synthesis':
        return 'The reference names all points.';
      case 'propose':
        return criteria.map((text) => `- ${text}`).join('\n');
      case 'verdict':
        return verdict === undefined ? answer(request) : verdict(request, index);
    }
  };
};

/** Lets the load succeed that is under way or about to begin, however much else comes before it. */
export async function finishAnyLoad(engine: ScriptedEngine): Promise<void> {
  await anyLoad(engine);
  engine.finishLoad();
}

export async function anyLoad(engine: ScriptedEngine): Promise<void> {
  for (let turn = 0; !engine.isLoading; turn++) {
    if (turn === 1000) throw new Error('no load began');
    // Hashing, which comes before a question's work, ends in a turn of the event loop.
    await new Promise((resolve) => setTimeout(resolve));
  }
}
