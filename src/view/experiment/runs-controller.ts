import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { RunId } from '../../base/id.ts';
import type { Entry } from '../../group/plan.ts';
import type { SetItem } from '../../question/set/item.ts';
import type { RunEvent } from '../../run/event.ts';
import type { Estimate, Experiments, ExperimentSummary, RunEntries } from '../../run/experiments.ts';
import type { Lab } from '../../run/lab.ts';
import type { Settings } from '../../run/settings.ts';
import type { Intents } from '../intent.ts';
import { endLive, foldLive, noRun } from './live-run.ts';
import type { LiveRun } from './live-run.ts';

/** What the experiments ask of the lab themselves. */
export type ExperimentLab = Pick<Lab, 'listen'> & Experiments;

/** What of the browser decides when something is read anew. */
export interface Beat {
  /** Calls every so often until the result is called. */
  readonly every: (milliseconds: number, beat: () => void) => () => void;
  readonly isVisible: () => boolean;
}

const browserBeat: Beat = {
  every: (milliseconds, beat) => {
    const timer = setInterval(beat, milliseconds);
    return () => clearInterval(timer);
  },
  isVisible: () => document.visibilityState === 'visible',
};

/** How often a run of another tab is looked at, and new questions of this one are drawn. */
const BEAT = 1500;
/** For each so many questions that are done a beat longer. */
const LONG = 2000;

/** A run that is shown: what it set out to do and what came of it. Null: there is none such. */
export type Opened = RunEntries | null | 'reading';

/** A run that is being read, and the entries that came since that began. */
interface Reading {
  readonly run: RunId;
  readonly meanwhile: Entry[];
}

/** The runs that are kept here, those that are open, and what goes on now. */
export class RunsController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #beat: Beat;
  #lab: ExperimentLab | null = null;
  #rows: readonly ExperimentSummary[] | null = null;
  #opened: ReadonlyMap<RunId, Opened> = new Map();
  #live = noRun;
  #estimate: Estimate | null = null;
  /** Entries that came since the last beat. */
  #fresh: Entry[] = [];
  #beats = 0;
  readonly #readings = new Set<Reading>();
  /** Count what was asked for: of several answers only that of the last one is taken. */
  #lists = 0;
  #estimates = 0;
  #stopBeat = (): void => {};
  #stopListening = (): void => {};

  constructor(host: ReactiveControllerHost, beat: Beat = browserBeat) {
    this.#host = host;
    this.#beat = beat;
    host.addController(this);
  }

  /** Newest first; null before they are read. */
  get rows(): readonly ExperimentSummary[] | null {
    return this.#rows;
  }

  get live(): LiveRun {
    return this.#live;
  }

  /** Null while it is reckoned, and where nothing was asked. */
  get estimated(): Estimate | null {
    return this.#estimate;
  }

  of(run: RunId): Opened {
    const opened = this.#opened.get(run);
    return opened === undefined ? 'reading' : opened;
  }

  hostConnected(): void {
    this.#stopBeat = this.#beat.every(BEAT, () => void this.#turn());
    this.#listen();
  }

  hostDisconnected(): void {
    this.#stopBeat();
    this.#stopListening();
  }

  follow(lab: ExperimentLab | null): void {
    this.#lab = lab;
    this.#listen();
    void this.list();
    for (const run of this.#opened.keys()) void this.#read(run);
  }

  /** Reads these runs, and lets go of all others. */
  open(runs: readonly RunId[]): void {
    const isSame = runs.length === this.#opened.size && runs.every((run) => this.#opened.has(run));
    if (isSame) return;
    const before = this.#opened;
    this.#opened = new Map(runs.map((run) => [run, before.get(run) ?? 'reading']));
    for (const run of runs) if (!before.has(run)) void this.#read(run);
  }

  /** After a deletion, an undo, a renaming, or when work has begun or ended. */
  async refresh(): Promise<void> {
    await Promise.all([this.list(), ...[...this.#opened.keys()].map((run) => this.#read(run))]);
  }

  async list(): Promise<void> {
    const asked = ++this.#lists;
    const rows = (await this.#lab?.experiments()) ?? [];
    if (asked !== this.#lists) return;
    this.#rows = rows;
    this.#host.requestUpdate();
  }

  async rename({ run, name }: Intents['cat-run-rename']): Promise<void> {
    await this.#lab?.rename(run, name);
    await this.list();
  }

  /** What these questions would take; of none nothing. */
  async estimate(items: readonly SetItem[], settings: Settings): Promise<void> {
    const asked = ++this.#estimates;
    this.#estimate = null;
    const estimate = items.length === 0 ? null : await this.#lab?.estimate(items, settings);
    if (asked !== this.#estimates) return;
    this.#estimate = estimate ?? null;
    this.#host.requestUpdate();
  }

  /** The run of this tab is over. */
  end(): void {
    this.#live = endLive(this.#live);
  }

  async #read(run: RunId): Promise<void> {
    const reading: Reading = { run, meanwhile: [] };
    this.#readings.add(reading);
    const found = (await this.#lab?.entries(run)) ?? null;
    this.#readings.delete(reading);
    if (!this.#opened.has(run)) return;
    // What was read may be older than what came while it was.
    this.#put(run, found === null ? null : { ...found, entries: merge(found.entries, reading.meanwhile) });
    this.#host.requestUpdate();
  }

  #put(run: RunId, opened: Opened): void {
    this.#opened = new Map([...this.#opened, [run, opened]]);
  }

  #listen(): void {
    this.#stopListening();
    this.#stopListening = this.#lab?.listen((event) => this.#take(event)) ?? (() => {});
  }

  #take(event: RunEvent): void {
    if (event.kind === 'entry') {
      for (const { run, meanwhile } of this.#readings) if (run === event.entry.runId) meanwhile.push(event.entry);
      // Each would have the figures made again; together they do it once a beat.
      if (this.#opened.has(event.entry.runId)) this.#fresh.push(event.entry);
      return;
    }
    const live = foldLive(this.#live, event);
    if (live === this.#live) return;
    this.#live = live;
    this.#host.requestUpdate();
  }

  async #turn(): Promise<void> {
    if (!this.#beat.isVisible()) return;
    this.#beats += 1;
    this.#flush();
    const before = new Map(this.#rows?.map((row) => [row.run.id, row]));
    if (![...before.values()].some(({ state }) => state === 'elsewhere')) return;
    await this.list();
    const moved = (this.#rows ?? []).filter(({ run, done, missed, state }) => {
      const row = before.get(run.id);
      return row === undefined || row.done !== done || row.missed !== missed || row.state !== state;
    });
    for (const { run } of moved) if (this.#opened.has(run.id)) await this.#read(run.id);
  }

  /** The figures of a long run take longer, and move less: of 12,500 questions they are made every 10 s. */
  #isDue(opened: Opened): boolean {
    const done = opened === null || opened === 'reading' ? 0 : opened.entries.length;
    return this.#beats % Math.max(1, Math.ceil(done / LONG)) === 0;
  }

  #flush(): void {
    const fresh = this.#fresh;
    if (fresh.length === 0) return;
    this.#fresh = [];
    for (const [run, opened] of this.#opened) {
      const own = fresh.filter(({ runId }) => runId === run);
      if (own.length === 0) continue;
      if (!this.#isDue(opened)) {
        this.#fresh.push(...own);
        continue;
      }
      // A run that is not read yet comes with them; one that was just written is there now.
      if (opened === null) void this.#read(run);
      if (opened === null || opened === 'reading') continue;
      this.#put(run, { ...opened, entries: merge(opened.entries, own) });
    }
    this.#host.requestUpdate();
  }
}

/** In the order of the plan; what comes later takes the place of what was there. */
function merge(entries: readonly Entry[], fresh: readonly Entry[]): readonly Entry[] {
  if (fresh.length === 0) return entries;
  const all = new Map(entries.map((entry) => [entry.index, entry]));
  for (const entry of fresh) all.set(entry.index, entry);
  return [...all.values()].sort((a, b) => a.index - b.index);
}
