import type { Answered, Question, Thread } from '../../../src/reward/maths/guarded.ts';

export interface FakeThread extends Thread {
  readonly asked: Question[];
  ended: boolean;
  say(answer: Answered): void;
  die(): void;
}

/** Threads that say only what the test makes them say, apart from `ready` where they load at once. */
export function threads({ loadAtOnce = true } = {}): { start: () => Thread; all: FakeThread[] } {
  const all: FakeThread[] = [];
  const start = (): Thread => {
    let answered: (answer: Answered) => void = () => {};
    let died = (): void => {};
    const thread: FakeThread = {
      asked: [],
      ended: false,
      ask: (question) => void thread.asked.push(question),
      listen(onAnswer, onDeath) {
        [answered, died] = [onAnswer, onDeath];
        if (loadAtOnce) queueMicrotask(() => answered('ready'));
      },
      end: () => (thread.ended = true),
      say: (answer) => answered(answer),
      die: () => died(),
    };
    all.push(thread);
    return thread;
  };
  return { start, all };
}
