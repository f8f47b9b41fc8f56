import { createOpenQuestions } from '../../run/world.ts';
import { fetchExplain } from '../synthesis/explain-controller.ts';

/**
 * What a lesson needs only later is fetched as the lessons are opened: in a classroom the connection may
 * be gone by then. What does not come now is fetched when it is needed.
 */
export function fetchAhead(): void {
  const parts: Promise<unknown>[] = [
    fetchExplain(),
    import('../methods/methods-table.ts'),
    import('../rubric/rubric-panel.ts'),
    createOpenQuestions(0)(),
  ];
  for (const part of parts) part.catch(() => {});
}
