import { fnv1a } from '../../base/hash.ts';
import { deriveSeed } from '../../base/random.ts';
import type { Split } from '../world/split.ts';
import type { Field, Situation, Topic } from './field.ts';
import { FIELDS } from './fields.ts';
import type { Points } from './point.ts';

/** An open question whose good answer is known: a short note of its true points. */
export interface NoteQuestion {
  readonly text: string;
  /** Field, topic and situation, such as `plants: a fern in winter`; one for all its wordings. */
  readonly topic: string;
  readonly points: Points;
}

/** One pair of topic and situation in this many is held out. */
const HELDOUT_ONE_IN = 4;

/**
 * Whether notes on a topic in a situation may be trained on. A pair that is held out combines points
 * that training shows only apart: the topic's with other situations, the situation's with other topics.
 */
function splitOfPair(field: Field, topic: Topic, situation: Situation): Split {
  const hash = fnv1a(`${field.name}: ${topic.name} ${situation.phrase}`);
  return deriveSeed(hash, 0) % HELDOUT_ONE_IN === 0 ? 'heldout' : 'train';
}

/**
 * Every question of a split. Held-out questions use wordings that no question of their field is taught
 * in, and, where they name a situation, a pair of topic and situation that is not taught either. Taught
 * wordings of held-out pairs, and the other way round, are in neither split.
 */
export function* noteQuestions(split: Split): Generator<NoteQuestion, void> {
  for (const field of FIELDS) {
    const wordings = split === 'train' ? field.wordings.taught : field.wordings.heldout;
    for (const topic of field.topics) {
      const situations = field.situations.filter(
        (situation) => splitOfPair(field, topic, situation) === split,
      );
      for (const wording of wordings) {
        yield plain(field, topic, wording);
        for (const situation of situations) yield* inSituation(field, topic, situation, wording);
      }
    }
  }
}

const plain = (field: Field, topic: Topic, wording: string): NoteQuestion => ({
  text: fill(wording, topic.name, ''),
  topic: `${field.name}: ${topic.name}`,
  points: topic.points,
});

/** Two questions: the situation as a part of the sentence, and as a sentence of its own. */
function inSituation(field: Field, topic: Topic, situation: Situation, wording: string): NoteQuestion[] {
  const { phrase, sentence, points } = situation;
  const rest = {
    topic: `${field.name}: ${topic.name} ${phrase}`,
    points: { true: [...topic.points.true, ...points], wrong: topic.points.wrong },
  };
  return [
    { text: fill(wording, topic.name, ` ${phrase}`), ...rest },
    { text: `${sentence} ${fill(wording, topic.name, '')}`, ...rest },
  ];
}

function fill(wording: string, topic: string, phrase: string): string {
  return wording.includes('{s}')
    ? wording.replace('{x}', topic).replace('{s}', phrase)
    : wording.replace('{x}', topic + phrase);
}
