/** A recorded group in a link: slimmed, made small and written in letters that an address takes. */
import { failed, ok } from '../base/result.ts';
import type { Result } from '../base/result.ts';
import { readRecording } from '../recording/parse.ts';
import type { Recording } from '../recording/recording.ts';
import { recordingText, slim } from '../recording/recording.ts';
import { anew } from './anew.ts';
import { fromBase64url, toBase64url } from './base64url.ts';
import { deflate, inflate, pieces } from './deflate.ts';
import type { ShareFault } from './fault.ts';
import { shareFault, within } from './fault.ts';
import { parseJson } from './json.ts';

/**
 * Bytes of a recording when it is unpacked. What fits a link was a tenth of that; a link of nothing but
 * one letter would unpack to thirty times as much.
 */
const LARGEST_UNPACKED = 1024 * 1024;

export async function packRecording(recording: Recording): Promise<string> {
  return toBase64url(await deflate(recordingText(slim(recording))));
}

/** Checked as every import is; nothing is stored. */
export async function unpackRecording(packed: string): Promise<Result<Recording, ShareFault>> {
  const bytes = fromBase64url(packed);
  if (bytes === null) return failed(shareFault('recording', 'no base64url'));
  const text = await inflate(pieces(bytes), LARGEST_UNPACKED);
  if (!text.ok) return failed(within('recording', text.fault));
  const json = parseJson(text.value);
  if (!json.ok) return failed(within('recording', json.fault));
  const recording = await readRecording(json.value);
  return recording.ok ? ok(await anew(recording.value)) : failed(within('recording', recording.fault));
}
