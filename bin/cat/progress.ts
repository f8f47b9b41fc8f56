/** Progress on stderr: one line that changes on a terminal, a line at a time elsewhere. */
import type { RunEvent } from '../../src/run/event.ts';
import { leftOut } from '../../src/view/text/left-out.ts';

export interface Progress {
  /** Replaces what was shown. */
  show(text: string): void;
  /** A line that stays. */
  say(text: string): void;
  end(): void;
}

export function createProgress(stream: NodeJS.WriteStream = process.stderr): Progress {
  let shown = '';
  const clear = (): void => {
    if (stream.isTTY && shown !== '') stream.write('\r\u001b[K');
  };
  return {
    show(text) {
      if (text === shown) return;
      clear();
      shown = text;
      stream.write(stream.isTTY ? text.slice(0, (stream.columns || 80) - 1) : `${text}\n`);
    },
    say(text) {
      clear();
      shown = '';
      stream.write(`${text}\n`);
    },
    end() {
      if (stream.isTTY && shown !== '') stream.write('\n');
      shown = '';
    },
  };
}

const places = {
  gpu: 'on the GPU',
  'software-gpu': 'on a GPU in software',
  remote: 'on a server',
} as const;

/** Why a model runs on the CPU where somebody may look for the GPU; null for other events. */
export function refusedText(event: RunEvent): string | null {
  if (event.kind !== 'model-ready' || event.model.gpuRefused === undefined) return null;
  return `${event.model.spec.id}: no graphics processor in use, since ${event.model.gpuRefused}`;
}

/** A load in words, in steps of a quarter, so that a log does not fill; null for other events. */
export function loadText(event: RunEvent): string | null {
  if (event.kind === 'model-ready') {
    const { spec, capabilities } = event.model;
    const { threads, slots, contextTokens, device } = capabilities;
    const number = threads === 1 ? '1 thread' : `${threads} threads`;
    const place = device === 'cpu' ? `on the CPU, ${number}` : places[device];
    return `${spec.id}: ready ${place}, ${slots} at once, up to ${contextTokens} tokens each`;
  }
  if (event.kind !== 'model-progress') return null;
  const { progress, model } = event;
  switch (progress.stage) {
    case 'fetch': {
      if (!progress.totalBytes) return `${model}: loading`;
      const quarters = Math.floor((4 * progress.bytes) / progress.totalBytes);
      return `${model}: loading, ${25 * quarters} %`;
    }
    case 'start':
      return `${model}: starting`;
    case 'calibrate':
      return `${model}: measuring threads`;
    default:
      return progress satisfies never;
  }
}

const longestName = 60;

/**
 * Tells, for each event, which answers the anchor was not shown whole, with the question that they
 * belong to, since an experiment has several under way.
 */
export function createPlanTeller(): (event: RunEvent) => string[] {
  const asked = new Map<string, string>();
  return (event) => {
    if (event.kind === 'group-start') {
      const text = event.group.question.text.replace(/\s+/g, ' ').trim();
      const name = text.length > longestName ? `${text.slice(0, longestName - 1)}…` : text;
      asked.set(event.group.id, name);
    }
    if (event.kind === 'group-done') asked.delete(event.groupId);
    if (event.kind !== 'synthesis-plan') return [];
    const name = asked.get(event.groupId) ?? event.groupId;
    return leftOut(event.plan).map((line) => `“${name}”: ${line}`);
  };
}
