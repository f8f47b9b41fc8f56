import type { ReactiveController, ReactiveControllerHost } from 'lit';
import * as v from 'valibot';
import { parseRecording } from '../../recording/parse.ts';
import type { Recording } from '../../recording/recording.ts';
import { explainGroup } from '../../run/explain.ts';
import type { GroupView } from '../group-state.ts';
import { restoreGroup } from '../group-state.ts';
import type { Made } from '../synthesis/explain-controller.ts';
import { madeBy } from '../synthesis/explain-controller.ts';
import type { LessonFacts } from './facts.ts';
import { factsOf } from './facts.ts';
import type { LessonId, Stop } from './lessons.ts';
import { LESSONS } from './lessons.ts';
import { Tape } from './tape.ts';

/** The recording of a lesson, with what may be said of it. */
export interface Told {
  readonly recording: Recording;
  readonly facts: LessonFacts;
  /** The group at its end, and what explains its synthesis. */
  readonly view: GroupView;
  readonly made: Made | null;
  readonly stops: Readonly<Record<Stop, number>>;
}

/** `absent`: the page was built without it. */
export type Fetched = Told | 'coming' | 'absent' | 'failed';

const fetchFile = (name: string): Promise<Response> =>
  fetch(new URL(`lessons/${name}.json`, document.baseURI));

/** What the page was built with; `bin/lessons` writes it beside the recordings. */
const indexSchema = v.object({ lessons: v.array(v.string()) });

/** Fetches the recordings of all lessons at once, so that they are there when the network is not. */
export class TapesController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #fetch: typeof fetchFile;
  readonly #found = new Map<LessonId, Fetched>();
  /** Names of the recordings that there are; null where that could not be read. */
  #index: Promise<readonly string[] | null> | null = null;

  constructor(host: ReactiveControllerHost, by = fetchFile) {
    this.#host = host;
    this.#fetch = by;
    host.addController(this);
  }

  hostConnected(): void {
    for (const { id } of LESSONS) void this.load(id);
  }

  of(id: LessonId): Fetched {
    return this.#found.get(id) ?? 'coming';
  }

  /** Once more where that has failed. */
  async load(id: LessonId): Promise<void> {
    const before = this.#found.get(id);
    if (before !== undefined && before !== 'failed') return;
    this.#set(id, 'coming');
    this.#set(id, await this.#read(id).catch(() => 'failed' as const));
  }

  async #read(id: LessonId): Promise<Fetched> {
    this.#index ??= this.#fetchIndex();
    const names = await this.#index;
    if (names === null) {
      // Another try reads it anew.
      this.#index = null;
      return 'failed';
    }
    if (!names.includes(id)) return 'absent';
    const response = await this.#fetch(id);
    if (!response.ok) return 'failed';
    const recording = await parseRecording(await response.text());
    return recording.ok ? (toldOf(recording.value) ?? 'failed') : 'failed';
  }

  async #fetchIndex(): Promise<readonly string[] | null> {
    try {
      const response = await this.#fetch('index');
      const parsed = v.safeParse(indexSchema, await response.json());
      return response.ok && parsed.success ? parsed.output.lessons : null;
    } catch {
      return null;
    }
  }

  #set(id: LessonId, found: Fetched): void {
    this.#found.set(id, found);
    this.#host.requestUpdate();
  }
}

/** Null of a recording without a synthesis: a lesson has nothing to say of it. */
function toldOf(recording: Recording): Told | null {
  const facts = factsOf(recording.group);
  if (facts === null) return null;
  const tape = new Tape(recording);
  const synthesis = tape.moments.find(({ kind }) => kind === 'synthesis')?.position ?? tape.length;
  const stops = { start: 0, answers: tape.answers, synthesis, end: tape.length };
  const view = restoreGroup(recording.group, 0);
  const { evaluation, synthesis: written } = view;
  const made = evaluation === null || written === null ? null : madeBy(explainGroup, view, evaluation, written);
  return { recording, facts, stops, view, made };
}
