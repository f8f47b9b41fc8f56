/**
 * A solution of nano told as a general model might: in other sentences, with LaTeX, Markdown or words
 * for signs. What each line says stays, so that what is true of the lines stays true.
 */
import type { Random } from '../../src/base/random.ts';
import { stepLine } from './step-line.ts';

export interface Told {
  readonly text: string;
  /** For every line of the original, where it stands now: UTF-16 offsets. */
  readonly spans: readonly { readonly start: number; readonly end: number }[];
}

interface Parts {
  /** Counted from 1. */
  readonly number: number;
  readonly before: string;
  readonly left: string;
  readonly op: '+' | '-' | '*' | '/';
  readonly right: string;
  readonly result: string;
  readonly after: string;
}

interface Manner {
  readonly joint: string;
  readonly sum: (parts: Parts) => string;
  readonly answer: (value: string) => string;
}

const lower = (text: string): string =>
  /^(?:They|That|The|It|In|An|Each|Every|Now|Later|Together|Half|There)\b/.test(text)
    ? text.charAt(0).toLowerCase() + text.slice(1)
    : text;

const TYPOGRAPHIC = { '+': '+', '-': '−', '*': '×', '/': '÷' } as const;
const LATEX = { '+': '+', '-': '-', '*': '\\times', '/': '\\div' } as const;

const MANNERS: readonly Manner[] = [
  {
    joint: '\n',
    sum: ({ before, left, op, right, result, after }) =>
      `- ${before} $${left} ${LATEX[op]} ${right} = ${result}$${after}.`,
    answer: (value) => `\nThe final answer is $\\boxed{${value}}$.`,
  },
  {
    joint: '\n\n',
    sum: ({ number, before, left, op, right, result, after }) => {
      const formula = op === '/' ? `\\frac{${left}}{${right}}` : `${left} ${LATEX[op]} ${right}`;
      return `**Step ${number}:** \\(${formula} = ${result}\\), so ${lower(before)} ${result}${after}.`;
    },
    answer: (value) => `**Final answer:** \\boxed{${value}}`,
  },
  {
    joint: ' ',
    sum: ({ number, before, left, op, right, result, after }) =>
      `${number === 1 ? 'First' : 'Then'}, ${lower(before)} ${result}${after}, because ${left}${TYPOGRAPHIC[op]}${right}=${result}.`,
    answer: (value) => `Therefore the answer is ${value}.`,
  },
  {
    joint: ' ',
    sum: ({ before, left, op, right, result, after }) =>
      `${inWords(op, left, right)} gives ${result}, which means that ${lower(before)} ${result}${after}.`,
    answer: (value) => `So the answer is ${value}.`,
  },
  {
    joint: '\n',
    sum: ({ number, before, left, op, right, result, after }) =>
      `${number}. ${before} ${left} ${TYPOGRAPHIC[op]} ${right}${after}, that is **${result}**${after}.`,
    answer: (value) => `\n**Answer: ${value}**`,
  },
];

function inWords(op: Parts['op'], left: string, right: string): string {
  switch (op) {
    case '+':
      return `Adding ${right} to ${left}`;
    case '-':
      return `Subtracting ${right} from ${left}`;
    case '*':
      return `Multiplying ${left} by ${right}`;
    case '/':
      return `Dividing ${left} by ${right}`;
    default:
      return op satisfies never;
  }
}

/** In a manner drawn at random. Lines that are no sum and no answer stay as they are. */
export function retell(text: string, random: Random): Told {
  const manner = random.pick(MANNERS);
  let told = '';
  const spans = text.split('\n').map((line, at) => {
    if (told !== '') told += manner.joint;
    const start = told.length;
    told += retellLine(line, at + 1, manner);
    return { start, end: told.length };
  });
  return { text: told, spans };
}

/** The number of a step and how its sum was worked out, in brackets, are not told again. */
const STEP = stepLine('(.*?) ', String.raw`( \D*)\.`);

function retellLine(line: string, number: number, manner: Manner): string {
  const answer = /^The answer is (\d+)\.$/.exec(line)?.[1];
  if (answer !== undefined) return manner.answer(answer);
  const match = STEP.exec(line);
  if (match === null) return line;
  const [, before = '', left = '', op = '+', right = '', result = '', after = ''] = match;
  return manner.sum({ number, before, left, op: op as Parts['op'], right, result, after });
}
