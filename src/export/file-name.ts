/** Names of files that are written here. */
import type { RowFormat } from './formats.ts';

/** `moment` is in milliseconds since 1970, UTC. */
export function exportFileName(
  name: string,
  format: RowFormat | 'run' | 'store',
  moment: number,
): string {
  if (format === 'lm-eval') return samplesFileName(name, moment);
  const slug = name.replace(/[^\p{L}\p{N}_.]+/gu, '-').replace(/^[-.]+|[-.]+$/g, '').slice(0, 60);
  return `${slug || 'cat-lab'}-${format}.jsonl`;
}

/** The harness tells task and moment apart by the last underscore. */
function samplesFileName(task: string, moment: number): string {
  const name = task.replace(/[^\p{L}\p{N}_]+/gu, '_').slice(0, 60) || 'task';
  const date = new Date(moment).toISOString().replace(/:/g, '-').replace('Z', '');
  return `samples_${name}_${date}.jsonl`;
}
