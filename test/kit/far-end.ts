import type { EngineWorker } from '../../src/engine/client.ts';
import type { FromWorker, ToWorker } from '../../src/engine/protocol.ts';

/** The far end of the wire, in the hand of the test: everything crosses a real MessageChannel. */
export class FarEnd implements EngineWorker {
  readonly #channel = new MessageChannel();
  readonly #said: ToWorker[] = [];
  #asked: ((message: ToWorker) => void)[] = [];
  #died: (reason: string) => void = () => {};
  terminated = false;

  constructor() {
    this.#channel.port2.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
      const wake = this.#asked.shift();
      if (wake === undefined) this.#said.push(data);
      else wake(data);
    });
    this.#channel.port2.start();
  }

  send(message: ToWorker): void {
    this.#channel.port1.postMessage(message);
  }

  listen(receive: (message: FromWorker) => void, died: (reason: string) => void): void {
    this.#died = died;
    this.#channel.port1.addEventListener('message', ({ data }: MessageEvent<FromWorker>) =>
      receive(data),
    );
    this.#channel.port1.start();
  }

  terminate(): void {
    this.terminated = true;
  }

  close(): void {
    this.#channel.port1.close();
  }

  die(reason: string): void {
    this.#died(reason);
  }

  say(message: FromWorker): void {
    this.#channel.port2.postMessage(message);
  }

  /** The next message of this kind; waits for it, and skips others. */
  async next<K extends ToWorker['kind']>(kind: K): Promise<Extract<ToWorker, { kind: K }>> {
    for (;;) {
      const message =
        this.#said.shift() ?? (await new Promise<ToWorker>((wake) => this.#asked.push(wake)));
      if (message.kind === kind) return message as Extract<ToWorker, { kind: K }>;
    }
  }
}
