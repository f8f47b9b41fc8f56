import type { LoadedModel } from '../../engine/model.ts';
import { tell } from './server.ts';

/** What the server of a model does not tell, as a sentence; null of a model that runs here. */
export function untoldText({ untold = [] }: Pick<LoadedModel, 'untold'>): string | null {
  const { lead, and, ...words } = tell.untold;
  const [first, ...rest] = untold.map((one) => words[one]);
  if (first === undefined) return null;
  const last = rest.pop();
  return `${lead} ${[first, ...rest].join(', ')}${last === undefined ? '' : ` ${and} ${last}`}.`;
}
