/** How often what is said of a rollout and a step is true, over groups whose true steps are known. */
import { createRandom, deriveSeed } from '../../src/base/random.ts';
import type { Problem } from '../../src/question/world/problem.ts';
import { explainGroup } from '../../src/run/explain.ts';
import { stepsOf } from '../../src/run/explanation.ts';
import type { Interval } from '../../src/stats/interval.ts';
import type { Part } from '../../src/stats/ratio.ts';
import { clusteredShare } from '../../src/stats/ratio.ts';
import type { Told } from './retell.ts';
import { retell } from './retell.ts';
import type { GroupRow } from './rows.ts';
import type { Truth } from './truth.ts';
import { lay, truthOf } from './truth.ts';

export interface Judged {
  readonly truth: Truth;
  readonly said: Truth;
  readonly step: string;
  readonly line: string;
}

export interface Measured {
  readonly group: GroupRow;
  readonly judged: readonly Judged[];
  /** Steps of the synthesis, answers aside, that lie at no step of the solution: left out. */
  readonly strange: number;
  readonly milliseconds: number;
}

/** Every step that is known, against every rollout. The final answer is no part of it. */
export function measure(row: GroupRow, problem: Problem, at: number, retold: boolean): Measured {
  const random = createRandom(deriveSeed(0x7e11, at));
  const tell = (text: string): Told => (retold ? retell(text, random) : asWritten(text));
  const count = row.evaluation.readings.length;
  const rollouts = row.rollouts.slice(0, count);
  const synthesis = tell(row.synthesis.text);
  const told = rollouts.map(({ text }) => tell(text).text);
  const start = performance.now();
  const explanation = explainGroup(
    { ...row.synthesis, text: synthesis.text },
    rollouts.map((rollout, index) => ({ ...rollout, text: told[index] ?? '' })),
    row.evaluation,
  );
  const milliseconds = performance.now() - start;
  const own = new Map(lay(row.synthesis.text, problem).map((line) => [line.line, line]));
  const theirs = rollouts.map(
    ({ text }) => new Map(lay(text, problem).map((line) => [line.step, line])),
  );
  const lines = row.synthesis.text.split('\n');
  const judged: Judged[] = [];
  let strange = 0;
  for (const step of stepsOf(explanation)) {
    const place = synthesis.spans.findIndex(({ end }) => step.start < end);
    const line = own.get(place);
    if (line === undefined) {
      if (!/answer/i.test(lines[place] ?? '')) strange += 1;
      continue;
    }
    const supports = new Set(step.supports.map(({ index }) => index));
    const contradicts = new Set(step.contradicts.map(({ index }) => index));
    for (const [index, known] of theirs.entries()) {
      const other = known.get(line.step);
      const said = supports.has(index)
        ? 'supports'
        : contradicts.has(index)
          ? 'contradicts'
          : 'silent';
      const written = other === undefined ? '' : rollouts[index]?.text.split('\n')[other.line];
      judged.push({
        truth: truthOf(line, other),
        said,
        step: lines[place] ?? '',
        line: written ?? '',
      });
    }
  }
  return { group: row, judged, strange, milliseconds };
}

function asWritten(text: string): Told {
  let start = 0;
  const spans = text.split('\n').map((line) => {
    const span = { start, end: start + line.length };
    start = span.end + 1;
    return span;
  });
  return { text, spans };
}

export interface Figure {
  /** Null where there was nothing to count. */
  readonly share: Interval | null;
  readonly hits: number;
  readonly of: number;
}

export interface Figures {
  readonly precision: Figure;
  readonly recall: Figure;
}

/** Intervals by the bootstrap over groups. */
export function figuresOf(measured: readonly Measured[], kind: Exclude<Truth, 'silent'>): Figures {
  const share = (base: 'said' | 'truth'): Figure => {
    const parts = measured.map(({ judged }): Part => {
      const counted = judged.filter((one) => one[base] === kind);
      return {
        hits: counted.filter(({ said, truth }) => said === truth).length,
        of: counted.length,
      };
    });
    const sum = (name: keyof Part): number => parts.reduce((all, part) => all + part[name], 0);
    return { share: clusteredShare(parts), hits: sum('hits'), of: sum('of') };
  };
  return { precision: share('said'), recall: share('truth') };
}
