/** What opens and makes links and class files: one part of the page, fetched when one of them is met. */
import type { Fault } from '../../base/fault.ts';
import { failed, ok } from '../../base/result.ts';
import type { Result } from '../../base/result.ts';
import type { Recording } from '../../recording/recording.ts';
import type { ShareFault } from '../../share/fault.ts';
import { keepFile } from '../../share/keep.ts';
import type { Link } from '../../share/link.ts';
import { emptyLink } from '../../share/link.ts';
import { linkQuery, parseLink } from '../../share/link-query.ts';
import { unpackRecording } from '../../share/pack.ts';
import { askForTransfer } from '../transfer-door.ts';
import './class-dialog.ts';
import './share-dialog.ts';
import './shared-view.ts';

export { readClass } from '../../share/read-class.ts';

export interface Received {
  readonly link: Link;
  readonly recording: Recording | null;
}

/** Of what stands behind the `?` in an address; all of it, or why none. */
export async function receive(query: string): Promise<Result<Received, ShareFault>> {
  const link = parseLink(query);
  if (!link.ok) return link;
  if (link.value.recording === null) return ok({ link: link.value, recording: null });
  const recording = await unpackRecording(link.value.recording);
  return recording.ok ? ok({ link: link.value, recording: recording.value }) : failed(recording.fault);
}

/** Settings alone as a link has them; empty where there are none. */
export const queryOf = (settings: Link['settings']): string => linkQuery({ ...emptyLink, settings });

/** By the import that takes every other file: new here, or here already, which stays as it is. */
export async function keep(from: EventTarget, recording: Recording): Promise<Result<'kept' | 'here', Fault>> {
  const transfer = askForTransfer(from);
  if (transfer === null) return failed({ kind: 'storage-denied', reason: 'this page keeps nothing' });
  if ((await transfer.group(recording.group.id)) !== null) return ok('here');
  const taken = await transfer.takeImport(await keepFile(recording));
  return taken.ok ? ok('kept') : taken;
}
