/** Joins what opens and closes emphasis into a tree; an opener without a closer is text. */
import type { Inline, Span } from './tree.ts';

export interface Mark {
  readonly text: string;
  readonly at: number;
  readonly opens: boolean;
  readonly closes: boolean;
}

export interface Frames {
  add(part: Inline): void;
  mark(mark: Mark): void;
  end(): readonly Inline[];
}

interface Frame {
  readonly mark: Mark | null;
  readonly parts: Inline[];
}

/** Emphasis within emphasis, deeper than anybody reads it, is text. */
const DEEPEST = 8;

export function frames(): Frames {
  const stack: Frame[] = [];
  let top: Frame = { mark: null, parts: [] };

  const textOf = ({ text, at }: Mark): Inline => ({ kind: 'text', text, at });
  const pop = (): Frame => {
    const popped = top;
    top = stack.pop() ?? { mark: null, parts: [] };
    return popped;
  };
  /** What was opened last was no emphasis: its mark and its parts are those of what it stood in. */
  const dissolve = (): void => {
    const { mark, parts } = pop();
    if (mark !== null) top.parts.push(textOf(mark));
    for (const part of parts) top.parts.push(part);
  };

  return {
    add: (part) => void top.parts.push(part),
    mark: (mark) => {
      const isOpen = [top, ...stack].some((frame) => frame.mark?.text === mark.text);
      if (mark.closes && isOpen) {
        while (top.mark?.text !== mark.text) dissolve();
        const { parts } = pop();
        top.parts.push(spanOf(mark.text, parts));
      } else if (mark.opens && stack.length < DEEPEST) {
        stack.push(top);
        top = { mark, parts: [] };
      } else top.parts.push(textOf(mark));
    },
    end: () => {
      while (stack.length > 0) dissolve();
      return top.parts;
    },
  };
}

function spanOf(mark: string, parts: readonly Inline[]): Span {
  if (mark === '~~') return { kind: 'del', parts };
  if (mark.length === 3) return { kind: 'strong', parts: [{ kind: 'em', parts }] };
  return { kind: mark.length === 2 ? 'strong' : 'em', parts };
}
