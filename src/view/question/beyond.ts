/** What the bundled model was not taught, so that the page says so before it babbles. */
import type { ChatKind } from '../../run/settings.ts';
import type { Lab } from '../../run/lab.ts';
import { untaught } from '../../run/taught.ts';
import { isInWorld, isNoteQuestion } from '../../run/world.ts';
import type { Draft } from './draft.ts';

/**
 * The question is outside the problems that nano knows, or open, which it was not taught, or outside
 * the open ones that it was.
 */
export type Beyond = 'world' | 'open' | 'notes';

/** The model that cannot do its part of an open question, by its name, or null. */
export function untaughtOpen(lab: Lab | null): string | null {
  const anchor = lab?.loaded('anchor') ?? null;
  const judge = lab?.loaded('judge') ?? null;
  if (anchor === null || judge === null) return null;
  const fault = untaught(anchor, judge);
  return fault?.kind === 'open-untaught' ? fault.model : null;
}

/** Why asking this would give noise, or nothing, or null. */
export async function beyondNano(
  { text, kind }: Draft,
  chat: ChatKind,
  lab: Lab | null,
): Promise<Beyond | null> {
  if (text.trim() === '') return null;
  if (kind === 'open' && untaughtOpen(lab) !== null) return 'open';
  if (chat !== 'nano') return null;
  if (kind === 'open') return (await isNoteQuestion(text)) ? null : 'notes';
  return isInWorld(text) ? null : 'world';
}
