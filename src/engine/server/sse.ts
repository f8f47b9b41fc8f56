/**
 * The event stream of a server (`text/event-stream`), read by hand: `EventSource` can neither post nor
 * send a key. Only `data` counts; other fields and comments, which servers send to keep a connection
 * alive, are passed over.
 */

/** A line longer than this is no answer of a language model. */
const LONGEST = 4 * 2 ** 20;

export class EventStreamReader {
  /** Bytes that are no UTF-8 become U+FFFD; a character may be split between two chunks. */
  readonly #decoder = new TextDecoder();
  #line = '';
  #data: string[] = [];
  /** The chunk before ended in CR: an LF at once belongs to it. */
  #afterReturn = false;

  /** The data of each event that these bytes complete, in order. Throws a RangeError on an endless line. */
  push(bytes: Uint8Array): string[] {
    return this.#read(this.#decoder.decode(bytes, { stream: true }));
  }

  /** The data of an event that lacks its empty line, as some servers end. */
  end(): string[] {
    const events = this.#read(this.#decoder.decode());
    return [...events, ...this.#read('\n\n')];
  }

  #read(text: string): string[] {
    const events: string[] = [];
    let from = 0;
    for (let at = 0; at < text.length; at++) {
      const char = text[at];
      const belongs = char === '\n' && this.#afterReturn;
      this.#afterReturn = char === '\r';
      if (belongs) from = at + 1;
      if (belongs || (char !== '\n' && char !== '\r')) continue;
      const data = this.#endLine(this.#line + text.slice(from, at));
      if (data !== null) events.push(data);
      this.#line = '';
      from = at + 1;
    }
    this.#line += text.slice(from);
    if (this.#line.length > LONGEST) throw new RangeError('a line of the stream has no end');
    return events;
  }

  /** Takes one line in; gives the data of the event that it ends, where there is any. */
  #endLine(line: string): string | null {
    if (line === '') {
      const data = this.#data;
      this.#data = [];
      return data.length === 0 ? null : data.join('\n');
    }
    if (line === 'data') this.#data.push('');
    else if (line.startsWith('data:')) this.#data.push(line.slice(line[5] === ' ' ? 6 : 5));
    return null;
  }
}
