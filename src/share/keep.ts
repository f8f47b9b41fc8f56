/** A recorded group as a file of CaT Lab's own, so that it is kept by the same import as any other. */
import { newRunId } from '../base/id.ts';
import { fileLines } from '../export/file/write.ts';
import { EXPORT_TYPE } from '../export/formats.ts';
import type { Recording } from '../recording/recording.ts';

/** The run is a new one: the group is nobody's part of an experiment that is here. */
export async function keepFile({ group }: Recording): Promise<Blob> {
  const run = { id: newRunId(), name: group.question.text.slice(0, 80), createdAt: group.createdAt };
  const lines: string[] = [];
  const pieces = [
    { kind: 'run', run },
    { kind: 'group', group: { ...group, runId: run.id } },
  ] as const;
  for await (const line of fileLines('run', pieces)) lines.push(line);
  return new Blob(lines, { type: EXPORT_TYPE });
}
