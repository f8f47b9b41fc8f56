/** What a person should know before nano answers: it knows one small world, and learned so much. */
import type { LoadedModel } from '../../src/engine/model.ts';
import type { Question } from '../../src/question/question.ts';
import type { Settings } from '../../src/run/settings.ts';
import { outsideTrained } from '../../src/run/settings.ts';
import { isInWorld } from '../../src/run/world.ts';
import { say } from '../../src/view/text/current.ts';

/** A line for the questions and one for the settings, each where there is something to say. */
export function beyondLines(
  questions: readonly Question[],
  settings: Settings,
  { spec, trained }: Pick<LoadedModel, 'spec' | 'trained'>,
): string[] {
  if (spec.chat !== 'nano') return [];
  const lines: string[] = [];
  const strange = questions.filter(({ text }) => !isInWorld(text)).length;
  if (strange > 0) lines.push(worldLine(strange, questions.length));
  const outside = outsideTrained(settings, spec.chat, trained).map(say.settings.outside);
  if (outside.length > 0) lines.push([...new Set(outside)].join(' '));
  return lines;
}

function worldLine(strange: number, all: number): string {
  const which =
    all === 1 ? 'The question is' : `${strange} of ${all} questions ${strange === 1 ? 'is' : 'are'}`;
  return `${which} outside nano’s world of short story problems: expect noise.`;
}
