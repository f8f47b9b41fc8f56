import type { Random } from '../../base/random.ts';
import type { LevelLimits } from './level.ts';
import type { Family, Part } from './part.ts';
import type { Scene } from './scene.ts';
import { castScene, fill, fillLine, setThings } from './scene.ts';
import type { Step, Sum, Term } from './sum.ts';
import type { Wording } from './words.ts';
import { calculate, drawOperand, readSum } from './sum.ts';
import { solutionText } from './solution.ts';

/** Chance that a given fact moves to the start of the question. */
const EARLY: Readonly<Record<Wording, number>> = { ordinary: 0.3, coined: 0.5, edited: 0.8 };

/** A story while it is told: scene, running quantity, sentences and steps so far. */
export class Story {
  readonly steps: Step[] = [];
  private readonly sentences: string[] = [];
  private readonly fronts: string[] = [];
  private readonly scene: Scene;
  private readonly random: Random;
  private readonly limits: LevelLimits;
  private readonly early: number;
  /** What an opening without lines begins with. */
  private start = 0;
  private now: Term = { kind: 'given', value: Number.NaN };

  constructor(random: Random, family: Family, limits: LevelLimits, wording: Wording) {
    this.random = random;
    this.limits = limits;
    this.early = EARLY[wording];
    this.scene = castScene(random, family, wording);
  }

  allows(part: Part): boolean {
    return part.only === undefined || part.only.includes(this.scene.category);
  }

  /** Adds one part. False where no numbers fit; the story is then spoilt and must be dropped. */
  tell(part: Part): boolean {
    if (part.becomes !== undefined) setThings(this.scene.words, 'thing', part.becomes);
    const numbers = this.drawNumbers(part);
    if (numbers === undefined) return false;
    if (part.fact !== undefined) {
      const fact = this.write(part.fact, numbers);
      (this.random.next() < this.early ? this.fronts : this.sentences).push(fact);
    }
    const say = this.random.pick(part.say);
    if (say !== '') this.sentences.push(this.write(say, numbers));
    return true;
  }

  /** The whole question; an aside, if there is one, stands somewhere between the sentences. */
  question(aside: string): string {
    const all = [...this.fronts, ...this.sentences];
    if (aside !== '') {
      const text = this.write(aside, new Map([['a', this.random.integer(18, 45)]]));
      all.splice(this.random.integer(1, all.length - 1), 0, text);
    }
    return all.join(' ');
  }

  solution(): { solution: string; answer: string } {
    const values = this.steps.map((step) => step.value);
    return { solution: solutionText(this.steps, values), answer: String(values.at(-1)) };
  }

  private write(text: string, numbers: ReadonlyMap<string, number>): string {
    const filled = fill(text, this.scene, numbers, this.random);
    return filled.replace(/(^|[.?] )([a-z])/g, (_, before: string, letter: string) => {
      return before + letter.toUpperCase();
    });
  }

  private value(term: Term): number {
    return term.kind === 'given' ? term.value : (this.steps[term.step]?.value ?? Number.NaN);
  }

  private abovePeak(): [number, number] {
    const peak = Math.max(this.start, ...this.steps.map((step) => step.value));
    return [peak + 2, this.limits.given];
  }

  private drawNumbers(part: Part): Map<string, number> | undefined {
    const numbers = new Map<string, number>();
    const first = this.steps.length;
    const was = this.now;
    if (part.holds === true) {
      const [low, high] = part.limits?.['a'] ?? [6, this.limits.given];
      const value = this.random.integer(low, Math.min(high, this.limits.given));
      numbers.set('a', value);
      this.now = { kind: 'given', value };
      this.start = value;
    }
    for (const line of part.lines) {
      const sum = readSum(line);
      const known = (name: string): Term | undefined => {
        if (name === 'now') return this.now;
        if (name === 'was') return was;
        if (/^r\d$/.test(name)) return { kind: 'result', step: first + Number(name.slice(1)) - 1 };
        if (/^\d+$/.test(name)) return { kind: 'given', value: Number(name) };
        const value = numbers.get(name);
        return value === undefined ? undefined : { kind: 'given', value };
      };
      const pair = this.operands(sum, known, part, numbers);
      const value = calculate(sum.op, this.value(pair.left), this.value(pair.right));
      if (!Number.isInteger(value) || value < 2 || value > this.limits.result) return undefined;
      this.steps.push({
        op: sum.op,
        ...pair,
        value,
        before: fillLine(sum.before, this.scene),
        after: fillLine(sum.after, this.scene),
      });
      this.now = { kind: 'result', step: this.steps.length - 1 };
    }
    return numbers;
  }

  /** The operands of a sum. Open letters get their numbers, the left one first. */
  private operands(
    sum: Sum,
    known: (name: string) => Term | undefined,
    part: Part,
    numbers: Map<string, number>,
  ): { left: Term; right: Term } {
    const draw = (side: 'left' | 'right', other: Term | undefined): Term => {
      const name = side === 'left' ? sum.left : sum.right;
      const against = other === undefined ? Number.NaN : this.value(other);
      const range = part.peak === true ? this.abovePeak() : part.limits?.[name];
      const value = drawOperand(this.random, sum.op, side, against, this.limits, range);
      numbers.set(name, value);
      return { kind: 'given', value };
    };
    const knownRight = known(sum.right);
    const left = known(sum.left) ?? draw('left', knownRight);
    return { left, right: knownRight ?? draw('right', left) };
  }
}
