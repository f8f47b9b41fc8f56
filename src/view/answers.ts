/** What the page does at each intent of its children. */
import type { LitElement } from 'lit';
import type { Lab } from '../run/lab.ts';
import type { MeasureController } from './device/measure-controller.ts';
import type { ExperimentController } from './experiment-controller.ts';
import type { GroupView } from './group-state.ts';
import type { HistoryController } from './history/history-controller.ts';
import { changeLanguage } from './in-hand.ts';
import type { ExperimentIntent, IntentName, Intents } from './intent.ts';
import type { ModelController } from './model/model-controller.ts';
import type { OpenedController } from './opened-controller.ts';
import type { PageController } from './page-controller.ts';
import type { PlaceController } from './place-controller.ts';
import { draftOf } from './question/draft.ts';
import type { DraftController } from './question/draft-controller.ts';
import type { RolloutGrid } from './rollout/rollout-grid.ts';
import type { JudgeController } from './rubric/judge-controller.ts';
import type { DrawerController } from './settings/drawer-controller.ts';
import type { SettingsController } from './settings/settings-controller.ts';
import type { ShareController } from './share/share-controller.ts';
import type { ExplainController } from './synthesis/explain-controller.ts';
import type { WorkController } from './work-controller.ts';

/** The experiments' place answers the others itself. */
type Answered = Exclude<IntentName, ExperimentIntent>;
type Answers = { readonly [K in Answered]: (detail: Intents[K]) => void };

/** The page itself, as far as it is needed here. */
type Host = LitElement & {
  readonly lab: Lab | null;
  readonly confirmHost: (host: string) => void;
};

export interface AnswerParts {
  readonly asks: {
    ask(fresh: boolean, anyway: boolean): Promise<void>;
    /** The group that belongs to the question as it stands. */
    shown(): GroupView | null;
  };
  readonly draft: DraftController;
  readonly drawer: DrawerController;
  readonly experiment: ExperimentController;
  readonly explain: ExplainController;
  readonly history: HistoryController;
  readonly judge: JudgeController;
  readonly measure: MeasureController;
  readonly model: ModelController;
  readonly opened: OpenedController;
  readonly page: PageController;
  readonly place: PlaceController;
  readonly set: SettingsController;
  readonly share: ShareController;
  readonly work: WorkController;
}

/** From now on the page answers them. */
export function answerIntents(host: Host, parts: AnswerParts): void {
  const answers = answersOf(host, parts);
  const hear = <K extends Answered>(name: K): void =>
    host.addEventListener<Answered>(name, ({ detail }) => answers[name](detail as Intents[K]));
  for (const name of Object.keys(answers) as Answered[]) hear(name);
}

const answersOf = (
  host: Host,
  { asks, draft, drawer, experiment, explain, history, judge, measure, model, opened, page, place, set, share, work }: AnswerParts,
): Answers => ({
  'cat-edit': (text) => draft.edit(text, page.state.group?.question ?? null),
  'cat-put': (question) => draft.write(draftOf(question)),
  'cat-kind': (kind) => draft.setKind(kind),
  'cat-models': () => drawer.open('models'),
  'cat-methods': () => drawer.open('methods'),
  'cat-change-settings': () => drawer.open(),
  'cat-another': ({ level }) => draft.another(level),
  'cat-ask': ({ fresh, anyway }) => void asks.ask(fresh, anyway),
  'cat-amend': (evidence) => {
    const group = asks.shown();
    if (group !== null) void host.lab?.amend(group.id, evidence);
  },
  'cat-judge': ({ group, judging }) =>
    void work.ask(() => host.lab?.judge(group, judging === undefined ? {} : { judging })),
  'cat-step': (step) => explain.select(asks.shown()?.id ?? null, step),
  'cat-show': (index) => host.renderRoot.querySelector<RolloutGrid>('cat-rollout-grid')?.show(index),
  'cat-stop': () => host.lab?.stop(),
  'cat-settings': (change) => share.pinned || set.set(change),
  'cat-settings-anew': (change) => share.pinned || set.anew(change),
  'cat-threads': (threads) => model.setThreads(threads),
  'cat-load': ({ spec, confirmed }) => {
    for (const name of confirmed) host.confirmHost(name);
    // Its progress and its faults stand on the page, under the settings.
    drawer.close();
    model.take(spec);
  },
  'cat-judge-unload': () => void judge.unload(host.lab),
  'cat-confirm': (hosts) => hosts.forEach((name) => host.confirmHost(name)),
  'cat-measure': () => void measure.start(host.lab),
  'cat-measure-stop': () => measure.stop(),
  'cat-reload': () => model.loadBundled(),
  'cat-load-again': () => model.loadAgain(),
  'cat-cancel-load': () => model.cancel(),
  'cat-open': (id) => {
    share.putAside();
    place.go({ kind: 'question' });
    opened.open(id);
  },
  'cat-remove': (what) => void history.remove(what),
  'cat-undo': () => void history.undo(),
  'cat-run-begin': (start) => experiment.begin(start),
  'cat-run-scale': (wanted) => experiment.scale(wanted),
  'cat-run-resume': (wanted) => experiment.resume(wanted),
  'cat-run-pause': () => host.lab?.stop(),
  'cat-take-example': () => draft.takeExample(),
  'cat-language': (tag) =>
    changeLanguage(tag, {
      draft: draft.now,
      change: set.change,
      group: asks.shown()?.id ?? null,
    }),
  'cat-toast-close': () => {
    const isThere = host.shadowRoot?.activeElement?.localName === 'cat-toast';
    history.closeToast();
    // One that leaves by itself takes nobody's place on the page away.
    if (!isThere) return;
    const list = place.room === 'experiments' ? 'cat-experiments' : 'cat-history-list';
    host.renderRoot.querySelector<HTMLElement>(list)?.focus();
  },
  'cat-dismiss': (fault) => page.dismiss(fault),
});
