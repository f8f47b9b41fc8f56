/** The bundled model on the CPU engine: decoding, a whole group, an experiment. */
import { openCommandPage, type CommandPage } from '../bin/cat/page.ts';
import { CommandError, faultLine } from '../bin/cat/faults.ts';
import type { LoadedModel } from '../src/engine/model.ts';
import type { Question } from '../src/question/question.ts';
import { DEFAULT_LEVEL } from '../src/question/world/level.ts';
import { problems } from '../src/question/world/problems.ts';
import type { CommandMessage, CommandOutcome } from '../src/run/command.ts';
import { median } from '../src/stats/median.ts';
import { row, type Row } from './row.ts';

const group = 8;
/** Both ways of decoding take turns, so that a machine that gets busier slows both. */
const rounds = 3;
const questionsPerRound = 4;
const wholeGroups = 6;
const experimentQuestions = 12;

function* questions(seed: number): Generator<Question, never> {
  for (const { question, answer } of problems({ seed, level: DEFAULT_LEVEL, split: 'heldout' })) {
    yield { kind: 'verifiable', text: question, truth: answer };
  }
  throw new Error('problems never end');
}

const take = (seed: number, count: number): Question[] => {
  const source = questions(seed);
  return Array.from({ length: count }, () => source.next().value);
};

function need<T>({ value, faults }: CommandOutcome<T>): T {
  if (value === null) throw new CommandError(faults.map(faultLine).join('\n'));
  return value;
}

interface Times {
  /** Tokens of the rollouts per second, from the first request to the last token. */
  readonly tokensPerSecond: number;
  /** From the question to the verdict. */
  readonly seconds: number;
}

/** Measures one group by the moments at which its events arrive. */
function createClock(): { receive(message: CommandMessage): void; times(seconds: number): Times } {
  let start = 0;
  let end = 0;
  let tokens = 0;
  return {
    receive(message) {
      if (message.kind !== 'event') return;
      const { event } = message;
      if (event.kind === 'group-start') {
        start = performance.now();
        tokens = 0;
      }
      if (event.kind === 'rollout-done') {
        end = performance.now();
        tokens += event.rollout.tokens;
      }
    },
    times: (seconds) => ({ tokensPerSecond: (1000 * tokens) / (end - start), seconds }),
  };
}

type Clock = ReturnType<typeof createClock>;

async function measure(page: CommandPage, clock: Clock, all: readonly Question[]): Promise<Times[]> {
  const times: Times[] = [];
  for (const question of all) {
    const settings = { group, equalCompute: false };
    const { report } = need(await page.ask({ question, settings, fresh: true }));
    times.push(clock.times(report.seconds));
  }
  return times;
}

const medianOf = (times: readonly Times[], name: keyof Times): number =>
  median(times.map((one) => one[name]));

/**
 * Rows of the CPU engine with nano. At once and in turn are held against each other on one thread:
 * answers in turn cannot fill more lanes, and more of them for one side would measure the cores.
 * The group and the experiment have what the engine chooses by itself.
 */
export async function nanoRows(say: (text: string) => void): Promise<Row[]> {
  const clock = createClock();
  const page = await openCommandPage({}, (message) => clock.receive(message));
  const load = async (slots: number, threads: number | 'auto'): Promise<LoadedModel> =>
    need(await page.load({ model: 'nano', slots, threads }));
  try {
    const [warm, ...asked] = take(1, 1 + rounds * questionsPerRound) as [Question, ...Question[]];
    const atOnce: Times[] = [];
    const inTurn: Times[] = [];
    for (let round = 0; round < rounds; round++) {
      const part = asked.slice(round * questionsPerRound, (round + 1) * questionsPerRound);
      for (const slots of [group, 1]) {
        say(`round ${round + 1} of ${rounds}: 8 rollouts ${slots === 1 ? 'in turn' : 'at once'}`);
        const { capabilities } = await load(slots, 1);
        if (capabilities.threads !== 1 || capabilities.slots !== slots) {
          const given = `${capabilities.threads} threads and ${capabilities.slots} slots`;
          throw new CommandError(`The engine gave ${given}, not one thread and ${slots} slots.`);
        }
        await measure(page, clock, [warm]);
        (slots === 1 ? inTurn : atOnce).push(...(await measure(page, clock, part)));
      }
    }
    say('whole groups');
    await load(group, 'auto');
    await measure(page, clock, [warm]);
    const whole = await measure(page, clock, asked.slice(0, wholeGroups));
    say('an experiment');
    const { report } = need(
      await page.experiment({
        questions: take(2, experimentQuestions),
        settings: { group, equalCompute: false },
        fresh: true,
      }),
    );
    const common = { suite: 'cpu', engine: 'wllama', group } as const;
    return [
      row({
        ...common,
        name: 'decode on one thread: 8 at once against 8 in turn',
        metric: 'throughput',
        ours: medianOf(atOnce, 'tokensPerSecond'),
        against: medianOf(inTurn, 'tokensPerSecond'),
        unit: 'tokens/s',
        better: 'more',
      }),
      row({
        ...common,
        name: 'a whole group: question to verdict',
        metric: 'time',
        ours: medianOf(whole, 'seconds'),
        against: 5,
        unit: 's',
        better: 'less',
      }),
      row({
        ...common,
        name: 'experiment',
        metric: 'rate',
        ours: (60 * report.questions) / report.seconds,
        against: 12,
        unit: 'groups/min',
        better: 'more',
      }),
    ];
  } finally {
    await page.close();
  }
}
