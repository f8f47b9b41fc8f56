/** What both commands share: the page with its models loaded, its messages, and Ctrl-C. */
import { hasGpu } from '../browser.ts';
import type { LoadedModel } from '../../src/engine/model.ts';
import type { CommandMessage } from '../../src/run/command.ts';
import { confirmDownload, needAnswers } from './confirm.ts';
import { endedWithout, faultLine } from './faults.ts';
import type { AskCommand, ExperimentCommand, ModelChoice } from './options.ts';
import { keyFor, leavesLines, untoldLine } from './served.ts';
import { givenFiles, modelSpec, openCommandPage, type CommandPage } from './page.ts';
import {
  createPlanTeller,
  createProgress,
  loadText,
  refusedText,
  type Progress,
} from './progress.ts';

/** Every role, whoever plays it. */
export interface Models {
  readonly policy: LoadedModel;
  readonly anchor: LoadedModel;
  readonly judge: LoadedModel;
}

export interface Session {
  readonly page: CommandPage;
  /** Null where the person ended the command before they were loaded. */
  readonly models: Models | null;
  readonly progress: Progress;
  /** Whether the person ended the command; what is done stays. */
  readonly stopped: () => boolean;
}

async function load(
  page: CommandPage,
  command: AskCommand | ExperimentCommand,
  progress: Progress,
  signal: AbortSignal,
): Promise<Models | null> {
  const loadInto = async (role: keyof Models, choice: ModelChoice): Promise<LoadedModel | null> => {
    if (signal.aborted) return null;
    const { engine, yes } = command;
    if (choice.kind === 'known') {
      const { spec } = choice;
      await confirmDownload({ spec, yes, size: () => page.size({ model: spec }), signal });
    }
    // The page tells of the policy's load alone.
    if (role !== 'policy') progress.show(`${role}: loading`);
    const { value, faults } = await page.load({
      ...{ model: modelSpec(choice, role), engine, role },
      ...keyFor(choice),
    });
    if (signal.aborted) return null;
    if (value === null) throw endedWithout(faults);
    return value;
  };
  const policy = await loadInto('policy', command.model);
  const own = command.anchor;
  const anchor = own === undefined ? policy : await loadInto('anchor', own);
  const judge = command.judge === undefined ? anchor : await loadInto('judge', command.judge);
  return policy && anchor && judge ? { policy, anchor, judge } : null;
}

/**
 * Opens the page, loads the models, does the work, closes everything. The first Ctrl-C stops the
 * work in the page and lets it end; the second ends the command at once.
 */
export async function withSession<T>(
  command: AskCommand | ExperimentCommand,
  onMessage: (message: CommandMessage, session: { readonly progress: Progress }) => void,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const progress = createProgress();
  const tellPlan = createPlanTeller();
  const receive = (message: CommandMessage): void => {
    if (message.kind === 'event') {
      const text = loadText(message.event);
      if (text !== null) progress.show(text);
      const refused = refusedText(message.event);
      if (refused !== null) progress.say(refused);
      const untold = untoldLine(message.event);
      if (untold !== null) progress.say(untold);
      for (const line of tellPlan(message.event)) progress.say(line);
      if (message.event.kind === 'fault') progress.say(faultLine(message.event.fault));
    }
    onMessage(message, { progress });
  };
  const { model: policy, anchor, judge } = command;
  for (const choice of [policy, anchor, judge]) {
    if (choice?.kind === 'known') needAnswers(choice.spec.id, command.yes);
  }
  for (const line of leavesLines([policy, anchor, judge])) progress.say(line);
  let stopped = false;
  const stopping = new AbortController();
  let page: CommandPage | undefined;
  const onSignal = (): void => {
    if (stopped) process.exit(130);
    stopped = true;
    stopping.abort();
    progress.say('Stopping; what is done is kept.');
    page?.stop().catch(() => undefined);
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  try {
    const files = givenFiles({
      policy,
      ...(anchor === undefined ? {} : { anchor }),
      ...(judge === undefined ? {} : { judge }),
    });
    // `auto` looks for a real graphics processor; the software one is used by request only.
    const { engine, gpu } = command;
    const webgpu = engine === 'webllm' || gpu === 'always' || (engine === 'auto' && hasGpu());
    page = await openCommandPage(files, receive, { webgpu, gpu });
    const models = stopped ? null : await load(page, command, progress, stopping.signal);
    return await work({ page, models, progress, stopped: () => stopped });
  } finally {
    progress.end();
    process.off('SIGINT', onSignal);
    process.off('SIGTERM', onSignal);
    await page?.close();
  }
}
