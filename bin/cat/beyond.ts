/** What a person should know before nano answers: it knows two small worlds, and learned so much. */
import type { LoadedModel } from '../../src/engine/model.ts';
import { findQuestion } from '../../src/question/notes/note-questions.ts';
import type { Question } from '../../src/question/question.ts';
import type { Settings } from '../../src/run/settings.ts';
import { outsideTrained } from '../../src/run/settings.ts';
import { lacks } from '../../src/run/taught.ts';
import { isInWorld } from '../../src/run/world.ts';
import { say } from '../../src/view/text/current.ts';

/**
 * A line for the questions of each kind and one for the settings, where there is something to say. Of
 * open questions that it was not taught at all a fault tells.
 */
export function beyondLines(
  questions: readonly Question[],
  settings: Settings,
  model: Pick<LoadedModel, 'spec' | 'trained'>,
): string[] {
  const { spec, trained } = model;
  if (spec.chat !== 'nano') return [];
  const kinds: Question['kind'][] = lacks(model, 'note') ? ['verifiable'] : ['verifiable', 'open'];
  const lines = kinds.flatMap((kind) => {
    const strange = questions.filter((one) => one.kind === kind && !isKnown(one)).length;
    return strange === 0 ? [] : [worldLine(strange, questions.length, WORLDS[kind])];
  });
  const outside = outsideTrained(settings, spec.chat, trained).map(say.settings.outside);
  if (outside.length > 0) lines.push([...new Set(outside)].join(' '));
  return lines;
}

const isKnown = ({ kind, text }: Question): boolean =>
  kind === 'open' ? findQuestion(text) !== null : isInWorld(text);

const WORLDS = { verifiable: 'short story problems', open: 'questions for advice' } as const;

function worldLine(strange: number, all: number, world: string): string {
  const which =
    all === 1 ? 'The question is' : `${strange} of ${all} questions ${strange === 1 ? 'is' : 'are'}`;
  return `${which} outside nano’s world of ${world}: expect noise.`;
}
