/** A lab with runs that a test puts there: what is begun is recorded, and goes on by the events that are sent. */
import type { RunId } from '../../src/base/id.ts';
import type { Entry, Missed, Plan } from '../../src/group/plan.ts';
import type { SetItem } from '../../src/question/set/item.ts';
import type {
  BeginOptions,
  Estimate,
  ExperimentSummary,
  ResumeOptions,
  RunEntries,
  RunState,
  ScaleEstimate,
} from '../../src/run/experiments.ts';
import type { Lab } from '../../src/run/lab.ts';
import type { Report } from '../../src/run/report.ts';
import type { Settings } from '../../src/run/settings.ts';
import { entryOf } from './entries.ts';
import type { Told } from './entries.ts';
import { doneGroup } from './group.ts';
import { HandLab } from './lab.ts';

export interface KeptRun {
  readonly id: RunId;
  name: string;
  readonly set: string;
  readonly plan: Plan;
  entries: readonly Entry[];
  missed: readonly Missed[];
  state: RunState;
}

/** What each question of a run is to have come to; those that are not told of wait. */
export function keptRun(id: string, told: readonly Told[], more: Partial<Omit<KeptRun, 'id'>> & { readonly planned?: number; readonly group?: number } = {}): KeptRun {
  const runId = id as RunId;
  const { planned = told.length, group = 2, ...rest } = more;
  const { recipe } = doneGroup({ answers: Array.from({ length: group }, () => '4') });
  const set = more.set ?? 'Problems';
  const items = Array.from({ length: planned }, (_, at): SetItem => ({
    question: { kind: 'verifiable', text: `Question ${at + 1} of the set?`, truth: '4' },
    tags: [],
  }));
  return {
    id: runId,
    name: `Run ${id}`,
    set,
    plan: { runId, set, items, recipes: { verifiable: recipe } },
    entries: told.map((one, index) => ({ ...entryOf(one, index), runId })),
    missed: [],
    state: told.length < planned ? 'paused' : 'done',
    ...rest,
  };
}

export class RunLab extends HandLab {
  runs: KeptRun[] = [];
  readonly begun: BeginOptions[] = [];
  readonly resumed: { readonly run: RunId; readonly options: ResumeOptions }[] = [];
  /** The settings of each estimate that was asked for. */
  readonly estimates: Settings[] = [];
  /** How often a run was read. */
  reads = 0;
  override estimated: Estimate = { seconds: 120, bytes: 3_000_000, free: 5_000_000_000, smaller: 0 };
  scaleEstimated: ScaleEstimate = { calls: 0, seconds: null };
  /** Ends what was begun or resumed last. */
  settle: (report?: Report | null) => void = () => {};
  #gone: KeptRun[] = [];

  override experiments(): Promise<ExperimentSummary[]> {
    return Promise.resolve(
      this.runs.map(({ id, name, set, plan, entries, missed, state }) => ({
        run: { id, name, createdAt: Date.UTC(2026, 4, 1, 9, 30) },
        set,
        recipes: plan.recipes,
        planned: plan.items.length,
        done: entries.length,
        missed: missed.length,
        state,
      })),
    );
  }

  override begin(options: BeginOptions): Promise<Report | null> {
    this.begun.push(options);
    return this.#pending();
  }

  override resume(run: RunId, options: ResumeOptions = {}): Promise<Report | null> {
    this.resumed.push({ run, options });
    return this.#pending();
  }

  override estimate(_items: readonly SetItem[], settings: Settings): Promise<Estimate> {
    this.estimates.push(settings);
    return Promise.resolve(this.estimated);
  }

  override estimateScale(_run: RunId, _sizes: readonly number[]): Promise<ScaleEstimate> {
    return Promise.resolve(this.scaleEstimated);
  }

  override entries(run: RunId): Promise<RunEntries | null> {
    this.reads += 1;
    const found = this.runs.find(({ id }) => id === run);
    if (found === undefined) return Promise.resolve(null);
    const { plan, entries, missed } = found;
    return Promise.resolve({ plan, entries, missed });
  }

  override rename(run: RunId, name: string): Promise<void> {
    for (const one of this.runs) if (one.id === run) one.name = name;
    return Promise.resolve();
  }

  override async remove(what: Parameters<Lab['remove']>[0]): Promise<boolean> {
    const done = await super.remove(what);
    if (what !== 'everything' && !('run' in what)) return done;
    this.#gone = this.runs.filter(({ id }) => what === 'everything' || what.run === id);
    this.runs = this.runs.filter((run) => !this.#gone.includes(run));
    return done;
  }

  override async undo(): Promise<boolean> {
    const back = this.#gone;
    this.#gone = [];
    this.runs = [...back, ...this.runs];
    return (await super.undo()) || back.length > 0;
  }

  #pending(): Promise<Report | null> {
    return new Promise((resolve) => {
      this.settle = (report = null) => resolve(report);
    });
  }
}
