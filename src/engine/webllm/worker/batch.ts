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
  /** Rows decoded at once. */
  readonly rows: number;
  /** Tokens that one sequence may have. */
  readonly contextTokens: number;
  /** Whether a prompt is read once for all rows that begin with it. */
  readonly sharesPrompts: boolean;
  /** A decoder in the place of one that failed. Throws where there can be none. */
  readonly reopen: () => Decoder;
  /** Whether the device is lost or so in a moment, or out of memory, by the failure's own words. */
  readonly isGone: (reason: string) => Promise<boolean>;
  /** The device is gone or full, or no decoder can be made: nothing more will come. */
  readonly lost: (reason: string) => void;
  /** Called with every step: there is life, also where no token is told of. */
  readonly beat: () => void;
}

interface Row {
  readonly task: Task;
  readonly sequence: number;
  readonly matcher: GrammarMatcher | null;
  /** Pages of the cache that it may come to need for itself. */
  readonly pages: number;
  /** Tokens of the sequence, prompt and answer. */
  length: number;
  /** The last token, which the next step appends. */
  token: number;
}

/** A prompt that was read, with the logits after it, while rows wait that begin with it. */
interface Parent {
  readonly sequence: number;
  readonly logits: Tensor;
  readonly pages: number;
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
        await this.#recover(textOf(error));
      }
      this.#options.beat();
    }
    this.#dropParents(null);
    this.#isAwake = false;
  }

  /** Lets in as many as there is room for, each with its first token. */
  async #admit(): Promise<void> {
    for (;;) {
      const task = this.#waiting[0];
      this.#dropParents((key) => this.#waiting.some((one) => parentKey(one) === key));
      if (task === undefined) return;
      // With nothing under way only prompts that others wait for can be in the way.
      if (!this.#hasRoom(task)) {
        if (this.#rows.length > 0) return;
        this.#dropParents((key) => key === parentKey(task));
      }
      this.#waiting.shift();
      if (task.isAborted) task.abort();
      else if (task.leastTokens > this.#options.contextTokens) {
        task.fail(overflow(task, this.#options.contextTokens));
      } else await this.#begin(task);
    }
  }

  #hasRoom(task: Task): boolean {
    const { sequences, tokens } = this.#decoder.size;
    const parents = [...this.#parents.values()];
    const toRead = this.#shares && !this.#parents.has(parentKey(task));
    const pages =
      [...this.#rows, ...parents].reduce((sum, one) => sum + one.pages, 0) +
      this.#ownPages(task) +
      (toRead ? pagesOf(task.prompt.length) : 0);
    const taken = this.#rows.length + parents.length + (toRead ? 1 : 0);
    if (this.#rows.length >= this.#options.rows) return false;
    return taken < sequences && pages * pageTokens <= tokens;
  }

  get #shares(): boolean {
    return this.#options.sharesPrompts && this.#decoder.fork !== undefined;
  }

  /** Whole pages of a shared prompt belong to its parent. */
  #ownPages({ prompt, most }: Task): number {
    const all = pagesOf(Math.min(prompt.length + most, this.#options.contextTokens));
    return this.#shares ? all - Math.floor(prompt.length / pageTokens) : all;
  }

  /** What is wrong with the request alone fails it alone; what is wrong with the device is thrown. */
  async #begin(task: Task): Promise<void> {
    let matcher: GrammarMatcher | null = null;
    if (task.schema !== null) {
      try {
        matcher = await this.#options.grammar.begin(task.schema);
      } catch (error) {
        return task.fail(failure(textOf(error)));
      }
    }
    task.start();
    let read: { sequence: number; logits: Tensor; isShared: boolean };
    try {
      read = await this.#read(task);
    } catch (error) {
      matcher?.dispose();
      task.fail(failure(textOf(error)));
      throw error;
    }
    const { sequence, logits, isShared } = read;
    const pages = this.#ownPages(task);
    const row = { task, sequence, matcher, pages, length: task.prompt.length, token: 0 };
    this.#rows.push(row);
    try {
      await this.#choose(logits, [row]);
    } finally {
      if (!isShared) logits.dispose();
    }
  }

  /** The prompt in a sequence, and the logits after it; shared ones stay the parent's. */
  async #read(task: Task): Promise<{ sequence: number; logits: Tensor; isShared: boolean }> {
    const decoder = this.#decoder;
    if (!this.#shares || decoder.fork === undefined) {
      const sequence = decoder.add();
      return { sequence, logits: await decoder.read(sequence, task.prompt), isShared: false };
    }
    let parent = this.#parents.get(parentKey(task));
    if (parent === undefined) {
      const sequence = decoder.add();
      const logits = await decoder.read(sequence, task.prompt);
      parent = { sequence, logits, pages: pagesOf(task.prompt.length) };
      this.#parents.set(parentKey(task), parent);
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
    try {
      await this.#choose(logits, rows);
    } finally {
      logits.dispose();
    }
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

  /** Lets go of the read prompts that are not worth keeping; of all with null. */
  #dropParents(isKept: ((key: string) => boolean) | null): void {
    for (const [key, { sequence, logits }] of this.#parents) {
      if (isKept?.(key) === true) continue;
      this.#parents.delete(key);
      logits.dispose();
      this.#decoder.remove(sequence);
    }
  }

  /** Everything under way fails; what waits goes on with a decoder of its own. */
  async #recover(reason: string): Promise<void> {
    // A device that is gone has its own words, and they are for everything that waits.
    if (await this.#options.isGone(reason)) {
      this.#rows.length = 0;
      this.#waiting.length = 0;
      return this.#options.lost(reason);
    }
    for (const { task, matcher } of this.#rows.splice(0)) {
      matcher?.dispose();
      task.fail(failure(reason));
    }
    for (const { logits } of this.#parents.values()) logits.dispose();
    this.#parents.clear();
    try {
      this.#decoder.dispose();
      this.#decoder = this.#options.reopen();
    } catch (error) {
      this.#waiting.length = 0;
      this.#options.lost(`${reason}; ${textOf(error)}`);
    }
  }
}

/** A constrained answer begins with masked logits, which are nobody else's. */
const parentKey = ({ promptKey, schema }: Task): string =>
  schema === null ? promptKey : `${promptKey} ${JSON.stringify(schema)}`;

/** A sequence takes whole pages, and one is kept free for the last token. */
const pagesOf = (tokens: number): number => Math.ceil(tokens / pageTokens) + 1;

const textOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const failure = (reason: string): Fault => ({ kind: 'engine-failed', engine: 'webllm', reason });

const overflow = ({ job, leastTokens }: Task, available: number): Fault => ({
  kind: 'context-overflow',
  job,
  needed: leastTokens,
  available,
});
