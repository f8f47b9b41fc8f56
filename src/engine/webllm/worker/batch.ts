/**
 * The loop that decodes: prompts are read into free sequences, then every step gives one token to
 * all rows that are under way; a row that ends makes room for the next. Where prompts can be shared,
 * a prompt that several rows want is read once and forked.
 */
import type { Fault } from '../../../base/fault.ts';
import type { Chooser } from './chooser.ts';
import type { Grammar } from './grammar.ts';
import type { GrammarMatcher, Tensor } from './handles.ts';
import { pageTokens, type Decoder } from './sequences.ts';
import type { Task } from './task.ts';

export interface BatchOptions {
  readonly decoder: Decoder;
  readonly chooser: Chooser;
  readonly grammar: Grammar;
  /** Tokens that one sequence may have. */
  readonly contextTokens: number;
  /** Whether a prompt is read once for all rows that begin with it. */
  readonly sharesPrompts: boolean;
  /** A decoder in the place of one that failed. Throws where there can be none. */
  readonly reopen: () => Decoder;
  /** The device is gone, or no decoder can be made: nothing more will come. */
  readonly lost: (reason: string) => void;
}

interface Row {
  readonly task: Task;
  readonly sequence: number;
  readonly matcher: GrammarMatcher | null;
  /** Tokens of the sequence, prompt and answer. */
  length: number;
  /** The last token, which the next step appends. */
  token: number;
}

/** A prompt that was read, with the logits after it, while rows wait that begin with it. */
interface Parent {
  readonly sequence: number;
  readonly logits: Tensor;
  readonly length: number;
}

export class Batch {
  readonly #options: BatchOptions;
  readonly #waiting: Task[] = [];
  readonly #parents = new Map<string, Parent>();
  #decoder: Decoder;
  #rows: Row[] = [];
  #isAwake = false;

  constructor(options: BatchOptions) {
    this.#options = options;
    this.#decoder = options.decoder;
  }

  add(tasks: readonly Task[]): void {
    this.#waiting.push(...tasks);
    if (this.#isAwake) return;
    this.#isAwake = true;
    void this.#run();
  }

  /** Ends a task that waits; one that decodes sees by itself that it is aborted. */
  drop(isMeant: (task: Task) => boolean): void {
    for (const task of this.#waiting.filter(isMeant)) {
      this.#waiting.splice(this.#waiting.indexOf(task), 1);
      task.abort();
    }
  }

  async #run(): Promise<void> {
    while (this.#waiting.length > 0 || this.#rows.length > 0) {
      try {
        await this.#admit();
        if (this.#rows.length > 0) await this.#step();
      } catch (error) {
        this.#recover(error instanceof Error ? error.message : String(error));
      }
    }
    this.#isAwake = false;
  }

  /** Lets in as many as there is room for, each with its first token. */
  async #admit(): Promise<void> {
    for (;;) {
      const task = this.#waiting[0];
      if (task === undefined || !this.#hasRoom(task)) return;
      this.#waiting.shift();
      if (task.isAborted) task.abort();
      else if (task.prompt.length >= this.#options.contextTokens) {
        task.fail(overflow(task.prompt.length + 1, this.#options.contextTokens));
      } else await this.#begin(task);
      this.#dropParents();
    }
  }

  #hasRoom(task: Task): boolean {
    const { sequences, tokens } = this.#decoder.size;
    const parents = [...this.#parents.values()];
    // A prompt to be shared takes a sequence of its own.
    const extra = this.#shares && !this.#parents.has(task.promptKey) ? 1 : 0;
    if (this.#rows.length + parents.length + extra + 1 > sequences) return false;
    const reserved =
      this.#rows.reduce((sum, row) => sum + this.#needs(row.task), 0) +
      parents.reduce((sum, parent) => sum + pages(parent.length), 0);
    return this.#rows.length === 0 || reserved + this.#needs(task) <= tokens;
  }

  get #shares(): boolean {
    return this.#options.sharesPrompts && this.#decoder.fork !== undefined;
  }

  #needs({ prompt, most }: Task): number {
    return pages(Math.min(prompt.length + most, this.#options.contextTokens));
  }

  async #begin(task: Task): Promise<void> {
    task.start();
    let row: Row | null = null;
    try {
      const { sequence, logits, isShared } = await this.#read(task);
      const matcher = task.schema === null ? null : await this.#options.grammar.begin(task.schema);
      row = { task, sequence, matcher, length: task.prompt.length, token: 0 };
      this.#rows.push(row);
      await this.#choose(logits, [row]);
      if (!isShared) logits.dispose();
    } catch (error) {
      // A row under way is failed together with the others.
      if (row === null) task.fail(failure(error instanceof Error ? error.message : String(error)));
      throw error;
    }
  }

  /** The prompt in a sequence, and the logits after it; shared ones stay the parent's. */
  async #read(task: Task): Promise<{ sequence: number; logits: Tensor; isShared: boolean }> {
    const decoder = this.#decoder;
    if (!this.#shares || decoder.fork === undefined) {
      const sequence = decoder.add();
      return { sequence, logits: await decoder.read(sequence, task.prompt), isShared: false };
    }
    let parent = this.#parents.get(task.promptKey);
    if (parent === undefined) {
      const sequence = decoder.add();
      const logits = await decoder.read(sequence, task.prompt);
      parent = { sequence, logits, length: task.prompt.length };
      this.#parents.set(task.promptKey, parent);
    }
    return { sequence: decoder.fork(parent.sequence), logits: parent.logits, isShared: true };
  }

  async #step(): Promise<void> {
    for (const row of this.#rows.filter(({ task }) => task.isAborted)) {
      this.#leave(row);
      row.task.abort();
    }
    const rows = [...this.#rows];
    if (rows.length === 0) return;
    const logits = await this.#decoder.step(
      rows.map(({ sequence }) => sequence),
      rows.map(({ token }) => token),
    );
    for (const row of rows) row.length += 1;
    await this.#choose(logits, rows);
    logits.dispose();
  }

  /** Draws the next token of each row; row i of the logits is that of `rows[i]`. */
  async #choose(logits: Tensor, rows: readonly Row[]): Promise<void> {
    const { grammar, chooser, contextTokens } = this.#options;
    await grammar.apply(logits, rows.map(({ matcher }) => matcher));
    const chosen = await chooser.choose(logits, rows.map(({ task }) => task.draw()));
    rows.forEach((row, index) => {
      const choice = chosen[index];
      if (choice === undefined) return;
      row.token = choice.token;
      // Aborted while the device was at it: it keeps what it had.
      if (row.task.isAborted) return;
      const isLast = row.length + 1 >= contextTokens;
      if (!row.task.take(choice, isLast, row.matcher)) this.#leave(row);
    });
  }

  #leave(row: Row): void {
    this.#rows = this.#rows.filter((other) => other !== row);
    row.matcher?.dispose();
    this.#decoder.remove(row.sequence);
  }

  /** Prompts that no waiting task begins with any more. */
  #dropParents(): void {
    for (const [key, { sequence, logits }] of this.#parents) {
      if (this.#waiting.some((task) => task.promptKey === key)) continue;
      this.#parents.delete(key);
      logits.dispose();
      this.#decoder.remove(sequence);
    }
  }

  /** Everything under way fails; what waits goes on with a decoder of its own. */
  #recover(reason: string): void {
    for (const { task, matcher } of this.#rows.splice(0)) {
      matcher?.dispose();
      task.fail(failure(reason));
    }
    this.#parents.clear();
    try {
      this.#decoder.dispose();
      this.#decoder = this.#options.reopen();
    } catch (error) {
      this.#waiting.length = 0;
      this.#options.lost(`${reason}; ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}

/** A sequence takes whole pages, and one is kept free for the last token. */
const pages = (tokens: number): number => (Math.ceil(tokens / pageTokens) + 1) * pageTokens;

const failure = (reason: string): Fault => ({ kind: 'engine-failed', engine: 'webllm', reason });

const overflow = (needed: number, available: number): Fault => ({
  kind: 'context-overflow',
  job: 'sample',
  needed,
  available,
});
