/**
 * The algebra behind a thread that can be ended: one question at a time, each with a deadline. What
 * is not answered in time is `undecided`, and the thread is replaced. Knows no kind of thread; the
 * page has a worker (algebra-link.ts), the command line a thread of Node (bin/check-answers).
 */
import type { Algebra } from './algebra.ts';
import type { Allowance } from './allowance.ts';
import type { Equation } from './equations.ts';
import type { Node } from './node.ts';
import type { Equality } from './reading.ts';

export type Question =
  | { readonly what: 'expressions'; readonly pair: readonly [Node, Node] }
  | { readonly what: 'relations'; readonly pair: readonly [Equation, Equation] };

/** `ready` once the algebra is loaded, then one verdict for each question. */
export type Answered = 'ready' | Equality;

export interface Thread {
  ask(question: Question): void;
  /** Called once; `died` where the thread can answer no more. */
  listen(answered: (answer: Answered) => void, died: () => void): void;
  end(): void;
}

export interface Deadlines {
  /** For loading the algebra, in milliseconds. */
  readonly load: number;
  readonly answer: number;
}

export const DEADLINES: Deadlines = { load: 30_000, answer: 2_000 };

export interface GuardedAlgebra extends Algebra {
  compareExpressions(...asked: Parameters<Algebra['compareExpressions']>): Promise<Equality>;
  compareRelations(...asked: Parameters<Algebra['compareRelations']>): Promise<Equality>;
  end(): void;
  /** Questions that ran past their deadline. */
  readonly expired: number;
}

export function guardAlgebra(
  start: () => Thread,
  deadlines: Deadlines = DEADLINES,
): GuardedAlgebra {
  let link: Link | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let expired = 0;

  async function answer(question: Question, allowance?: Allowance): Promise<Equality> {
    link ??= openLink(start());
    const used = link;
    const loaded = await within(used.next, deadlines.load);
    if (loaded !== null) {
      const start = performance.now();
      used.ask(question);
      const verdict = await within(used.next, deadlines.answer);
      allowance?.spend(performance.now() - start);
      if (verdict !== null && verdict !== 'ready') {
        used.next = Promise.resolve('ready');
        return verdict;
      }
    }
    if (loaded === null || used.dead) allowance?.giveUp();
    if (!used.dead) expired++;
    used.end();
    link = null;
    return 'undecided';
  }

  const enqueue = (question: Question, allowance?: Allowance): Promise<Equality> => {
    const verdict = last
      .then(() => answer(question, allowance))
      .catch((): Equality => {
        allowance?.giveUp();
        return 'undecided';
      });
    last = verdict;
    return verdict;
  };

  return {
    compareExpressions: (a, b, allowance) =>
      enqueue({ what: 'expressions', pair: [a, b] }, allowance),
    compareRelations: (a, b, allowance) => enqueue({ what: 'relations', pair: [a, b] }, allowance),
    end() {
      link?.end();
      link = null;
    },
    get expired() {
      return expired;
    },
  };
}

interface Link {
  /** What the thread says next; null where it died instead. */
  next: Promise<Answered | null>;
  dead: boolean;
  ask(question: Question): void;
  end(): void;
}

function openLink(thread: Thread): Link {
  let settle: (answer: Answered | null) => void = () => {};
  const expect = (): Promise<Answered | null> => new Promise((resolve) => (settle = resolve));
  const link: Link = {
    next: expect(),
    dead: false,
    ask(question) {
      this.next = link.dead ? Promise.resolve(null) : expect();
      if (!link.dead) thread.ask(question);
    },
    end: () => thread.end(),
  };
  thread.listen(
    (answer) => settle(answer),
    () => {
      link.dead = true;
      settle(null);
    },
  );
  return link;
}

/** null where the time is up first. */
function within<T>(promise: Promise<T | null>, milliseconds: number): Promise<T | null> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(null), milliseconds);
    void promise.then((value) => {
      clearTimeout(timer);
      resolve(value);
    });
  });
}
