/** The automation surface over a lab; see command.ts for what it promises. */
import type { Fault } from '../base/fault.ts';
import type { Result } from '../base/result.ts';
import type { DownloadSize } from '../engine/download-size.ts';
import type { ModelSpec } from '../engine/model.ts';
import { outcomeOf } from '../group/outcome.ts';
import type {
  CommandAsk,
  CommandExperiment,
  CommandLoad,
  CommandMessage,
  CommandOutcome,
  CommandSurface,
} from './command.ts';
import type { RunEvent } from './event.ts';
import type { Lab } from './lab.ts';
import { makeReport, tokensOf } from './report.ts';
import { settingsFor } from './settings.ts';
import type { Settings } from './settings.ts';

export interface CommandParts {
  readonly lab: Lab;
  /** The bundled model for an engine; `auto` is what the page itself would load. */
  readonly bundled: (engine: NonNullable<CommandLoad['engine']>) => ModelSpec;
  /** What the download of a model takes. */
  readonly size: (spec: ModelSpec) => Promise<Result<DownloadSize, Fault>>;
  /** Keeps the key of the server at an address; of surfaces that know servers. */
  readonly setKey?: (base: string, key: string) => void;
  /** Where messages go; each one is settled before the call that it belongs to resolves. */
  report(message: CommandMessage): unknown;
}

export function createCommandSurface({
  lab,
  bundled,
  size,
  setKey,
  report,
}: CommandParts): CommandSurface {
  /** Runs the work with its events reported, and gathers the faults told meanwhile. */
  const gather = async <T>(
    tokens: boolean,
    work: (send: (message: CommandMessage) => void) => Promise<T | null>,
  ): Promise<CommandOutcome<T>> => {
    const faults: Fault[] = [];
    const sent: Promise<unknown>[] = [];
    const send = (message: CommandMessage): void => {
      sent.push(Promise.resolve(report(message)));
    };
    const off = lab.listen((event) => {
      if (event.kind === 'fault') faults.push(event.fault);
      if (tokens || !isToken(event)) send({ kind: 'event', event });
    });
    try {
      const value = await work(send);
      await Promise.all(sent);
      return { value, faults };
    } finally {
      off();
    }
  };

  /** Ends the load under way; made anew with each. */
  let loading = new AbortController();

  const settingsOf = ({ settings = {} }: Pick<CommandAsk, 'settings'>): Settings =>
    settingsFor(lab.loaded('policy')?.spec ?? { chat: 'nano' }, settings);

  return {
    load: ({ model, engine = 'auto', role = 'policy', threads, slots, key }) =>
      gather(false, async () => {
        const spec = model === 'nano' ? bundled(engine) : model;
        if (key !== undefined) spec.urls.forEach((base) => setKey?.(base, key));
        loading = new AbortController();
        const loaded = await lab.load(spec, {
          role,
          signal: loading.signal,
          ...(threads === undefined ? {} : { threads }),
          ...(slots === undefined ? {} : { slots }),
        });
        return loaded ? lab.loaded(role) : null;
      }),
    async size({ model }) {
      const found = await size(model);
      if (found.ok) return { value: found.value, faults: [] };
      await report({ kind: 'event', event: { kind: 'fault', fault: found.fault } });
      return { value: null, faults: [found.fault] };
    },
    ask: (request: CommandAsk) =>
      gather(request.tokens ?? false, async () => {
        const settings = settingsOf(request);
        const started = performance.now();
        const group = await lab.ask(request.question, settings, { fresh: request.fresh ?? false });
        if (group === null) return null;
        const seconds = (performance.now() - started) / 1000;
        const { evaluation } = group;
        const outcomes = evaluation === undefined ? [] : [outcomeOf({ ...group, evaluation })];
        const cost = { tokens: tokensOf(group), seconds };
        return { settings, group, report: makeReport(group.recipe, outcomes, cost) };
      }),
    experiment: (request: CommandExperiment) =>
      gather(request.tokens ?? false, async (send) => {
        const settings = settingsOf(request);
        const figures = await lab.experiment(request.questions, settings, {
          fresh: request.fresh ?? false,
          ...(request.name === undefined ? {} : { name: request.name }),
          onGroup: (index, group) => send({ kind: 'group', index, group }),
        });
        if (figures === null) return null;
        const unfinished = request.questions.length - figures.questions;
        return { settings, report: figures, unfinished };
      }),
    scale: ({ groups, sizes, subsets: smallerSubsets = 1 }) =>
      gather(false, () => lab.scale({ given: groups }, sizes, { smallerSubsets })),
    begin: (request) =>
      gather(request.tokens ?? false, async () => {
        const settings = settingsOf(request);
        const { set, items } = request;
        const figures = await lab.begin({ set, items, settings, name: set });
        if (figures === null) return null;
        return { settings, report: figures, unfinished: items.length - figures.questions };
      }),
    resume: ({ run, takeOver = false, tokens = false }) =>
      gather(tokens, () => lab.resume(run, { takeOver })),
    experiments: () => gather(false, () => lab.experiments()),
    entries: (run) => gather(false, () => lab.entries(run)),
    stop() {
      loading.abort();
      lab.stop();
    },
  };
}

const isToken = (event: RunEvent): boolean =>
  event.kind === 'rollout-token' || event.kind === 'synthesis-token';
