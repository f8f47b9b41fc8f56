import type { Lab } from '../run/lab.ts';
import type { HistoryController } from './history/history-controller.ts';
import type { Intents } from './intent.ts';
import type { ModelController } from './model/model-controller.ts';
import type { PageController } from './page-controller.ts';
import type { SettingsController } from './settings/settings-controller.ts';
import type { WorkController } from './work-controller.ts';

interface ExperimentParts {
  readonly page: PageController;
  readonly set: SettingsController;
  readonly model: ModelController;
  readonly work: WorkController;
  readonly history: HistoryController;
}

/** What the page asks of the lab for many questions: each in place of what goes on. */
export class ExperimentController {
  readonly #host: { readonly lab: Lab | null };
  readonly #parts: ExperimentParts;

  constructor(host: { readonly lab: Lab | null }, parts: ExperimentParts) {
    this.#host = host;
    this.#parts = parts;
  }

  begin({ sizes, ...start }: Intents['cat-run-begin']): void {
    const { set, model } = this.#parts;
    const settings = { ...set.of(model.chat), smallerGroups: sizes };
    // The set decides of which kinds the questions are, not the question in hand.
    const { prompts } = set;
    void this.#run((lab) => lab.begin({ ...start, settings, prompts }));
  }

  resume({ run, takeOver }: Intents['cat-run-resume']): void {
    void this.#run((lab) => lab.resume(run, { takeOver }));
  }

  scale({ run, sizes }: Intents['cat-run-scale']): void {
    void this.#run((lab) => lab.scale({ run }, sizes));
  }

  async #run(work: (lab: Lab) => Promise<unknown>): Promise<void> {
    const { lab } = this.#host;
    if (lab === null) return;
    const { page, model, history } = this.#parts;
    page.startAnew();
    history.closeToast();
    model.loadFirst();
    // Of work that throws too: what comes onto the page later would wait for its end for ever.
    let isOver = true;
    try {
      isOver = await this.#parts.work.run(() => work(lab));
    } finally {
      // What comes after it has to wait for its end, and names no run before that.
      if (isOver) page.endRun();
    }
  }
}
