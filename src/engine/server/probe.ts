/** Finds out what a server does by asking it little things, with the very requests that will be sent. */
import type { Fault } from '../../base/fault.ts';
import { failed, ok } from '../../base/result.ts';
import type { Result } from '../../base/result.ts';
import type { SampleRequest } from '../sample.ts';
import { nothingKnown } from './abilities.ts';
import type { Abilities } from './abilities.ts';
import { bodyOf } from './body.ts';
import type { Token } from './chunk.ts';
import { complete } from './complete.ts';
import type { Ended } from './complete.ts';
import { countByTokenize } from './count.ts';
import type { Line } from './http.ts';

export interface Found {
  readonly abilities: Abilities;
  /** The build that answered, where it names itself. */
  readonly fingerprint: string | null;
}

const question = [{ role: 'user' as const, content: 'Count from one to twenty.' }];

const probeOf = (rest: Partial<SampleRequest['sampling']>, jsonSchema?: object): SampleRequest => ({
  messages: question,
  seed: 1,
  sampling: { temperature: 1, topP: 1, topK: 0, maxTokens: 4, ...rest },
  ...(jsonSchema === undefined ? {} : { jsonSchema }),
});

/** Nobody counts like this by chance. */
const mark = 'k3vq';
const schema = {
  type: 'object',
  properties: { mark: { enum: [mark] } },
  required: ['mark'],
  additionalProperties: false,
};

/** Null where the signal ended it; a fault where the model cannot be asked at all. */
export async function probe(
  line: Line,
  counting: Line,
  signal: AbortSignal,
): Promise<Result<Found, Fault> | null> {
  const plain = await plainest(line, signal);
  if (plain === null || !plain.ok) return plain;
  const { abilities, fingerprint } = plain.value;
  const choices = await givesChoices(line, abilities, signal);
  const grammar = await keepsToSchema(line, abilities, signal);
  const counts = (await countByTokenize(counting, question, signal))?.ok === true;
  return signal.aborted ? null : ok({ abilities: { ...abilities, choices, grammar, counts }, fingerprint });
}

interface Answers {
  readonly ended: Ended;
  readonly tokens: readonly (readonly Token[])[];
}

async function ask(line: Line, body: object, choices: number, signal: AbortSignal): Promise<Answers> {
  const tokens = Array.from({ length: choices }, (): Token[] => []);
  const token = (choice: number, one: Token): void => void tokens[choice]?.push(one);
  const nothing = (): void => {};
  const ended = await complete(line, body, choices, signal, { token, end: nothing, broken: nothing });
  return { ended, tokens };
}

type Droppable = 'extras' | 'logprobs' | 'usage';

/** How a refusal may name what it refuses. */
const names: Readonly<Record<Droppable, RegExp>> = {
  extras: /top_k|min_p|repe(at|tition)_penalty/i,
  logprobs: /logprob/i,
  usage: /stream_options|include_usage/i,
};

/** Asks for everything, and for less as the server refuses: what it names first, else in this order. */
async function plainest(line: Line, signal: AbortSignal): Promise<Result<Found, Fault> | null> {
  let abilities = nothingKnown;
  let left: readonly Droppable[] = ['extras', 'usage', 'logprobs'];
  for (;;) {
    const { ended, tokens } = await ask(line, bodyOf(line.model, probeOf({}), abilities), 1, signal);
    if (ended.kind === 'aborted') return null;
    if (ended.kind === 'done') {
      const logprobs = tokens.flat().some(({ logprob }) => logprob !== null);
      const usage = ended.promptTokens !== null;
      return ok({ abilities: { ...abilities, logprobs, usage }, fingerprint: ended.fingerprint });
    }
    const { fault } = ended;
    if (fault.kind !== 'server-refused') return failed(fault);
    const drop = left.find((name) => names[name].test(fault.reason)) ?? left[0];
    if (drop === undefined) return failed(fault);
    left = left.filter((name) => name !== drop);
    abilities = { ...abilities, [drop]: false };
  }
}

/**
 * Whether `n` gives answers of their own. llama.cpp gives n copies of one where a seed is set, and
 * others give one answer alone; at this temperature three answers are never equal by chance.
 */
async function givesChoices(line: Line, abilities: Abilities, signal: AbortSignal): Promise<boolean> {
  const hot = probeOf({ temperature: 2, maxTokens: 8 });
  const { ended, tokens } = await ask(line, bodyOf(line.model, hot, abilities, 3), 3, signal);
  const texts = tokens.map((answer) => answer.map(({ text }) => text).join(''));
  return ended.kind === 'done' && new Set(texts).size > 1;
}

/** JSON allows white space between its parts, and a small model may fill each gap as far as the server lets it. */
const ROOM_FOR_SPACES = 256;

async function keepsToSchema(line: Line, abilities: Abilities, signal: AbortSignal): Promise<boolean> {
  const asked = probeOf({ temperature: 0, maxTokens: ROOM_FOR_SPACES }, schema);
  const { ended, tokens } = await ask(line, bodyOf(line.model, asked, abilities), 1, signal);
  const text = tokens.flat().map((token) => token.text).join('');
  if (ended.kind !== 'done') return false;
  try {
    return (JSON.parse(text) as { mark?: unknown } | null)?.mark === mark;
  } catch {
    return false;
  }
}
