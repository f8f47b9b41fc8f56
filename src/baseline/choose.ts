/** What the methods share in which the model reads all candidates and names one. */
import { createRandom } from '../base/random.ts';
import { spoken } from '../reward/thinking.ts';
import { listMessages } from '../rollout/listing.ts';
import type { Ask, Conclusion, Material, Reply } from './method.ts';

/**
 * One call. General models get the candidates in a random order of the method's seed, so that what a
 * model holds of a place (many prefer the first) plays no part; the call keeps the order. nano reads
 * them in the order of sampling, which is a random one already, so that its words name the same
 * numbers as the page.
 */
export function askForOne(material: Material): readonly Ask[] {
  const { chat, prompt, question, seed } = material;
  const candidates =
    chat === 'nano' ? material.candidates : createRandom(seed).shuffle(material.candidates);
  const texts = candidates.map(({ text }) => text);
  const ask: Ask = {
    order: candidates.map(({ index }) => index),
    messages: listMessages(chat, prompt, question, texts),
  };
  return chat === 'nano' ? [ask] : [{ ...ask, jsonSchema: choiceSchema(candidates.length) }];
}

export function concludeFromOne(_material: Material, [reply]: readonly Reply[]): Conclusion {
  const place = reply?.stop === 'end' ? readChoice(reply.text, reply.order.length) : null;
  const index = place === null ? null : (reply?.order[place - 1] ?? null);
  return index === null
    ? { index, reason: 'unreadable', scores: [] }
    : { index, scores: [] };
}

const choiceSchema = (count: number): object => ({
  type: 'object',
  properties: { answer: { enum: Array.from({ length: count }, (_, at) => at + 1) } },
  required: ['answer'],
  additionalProperties: false,
});

/** Its brackets are a must: `34: 3` might as well name the final answer twice. */
const NANO_CHOICE = /^(?:\d+|\[\d+\] \d+(?:, \[\d+\] \d+)*): \[(\d{1,3})\]$/;
const BARE_CHOICE = /^(?:answer\s*)?[[("#]?(\d{1,3})[\])"]?\.?$/i;

/**
 * The number from 1 to `count` that a reply names, or null. The whole reply must be the choice: JSON
 * with one number under `answer`, also in a code fence, or a bare `3`, `[3]` or `Answer 3.`, or nano's
 * `34: [3]`, which names the final answer before the first rollout that has it, or of notes its
 * `[1] 4, [2] 6: [2]`, which first says what each is worth. A reply in prose is none, whatever number stands in it: which of several is meant would be a guess.
 */
export function readChoice(text: string, count: number): number | null {
  const whole = bareReply(text);
  const bare = (NANO_CHOICE.exec(whole) ?? BARE_CHOICE.exec(whole))?.[1];
  const number = bare === undefined ? numberOf(jsonOf(whole)) : Number(bare);
  return number !== null && Number.isInteger(number) && number >= 1 && number <= count
    ? number
    : null;
}

/** Without thinking before it, and a code fence around it. */
export function bareReply(text: string): string {
  const said = spoken(text).trim();
  return (/^```[a-z]*\n([\s\S]*?)\n?```$/.exec(said)?.[1] ?? said).trim();
}

/** The members of a JSON object, or null where the text is none. */
export function jsonOf(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Readonly<Record<string, unknown>>)
      : null;
  } catch {
    return null;
  }
}

function numberOf(members: Readonly<Record<string, unknown>> | null): number | null {
  const { answer } = members ?? {};
  if (typeof answer === 'string' && /^\d{1,3}$/.test(answer)) return Number(answer);
  return typeof answer === 'number' ? answer : null;
}
