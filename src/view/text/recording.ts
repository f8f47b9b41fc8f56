import { recordingTexts } from './en-recording.ts';
import type { RecordingMessages } from './en-recording.ts';

/** The words of the player in the language in use; apart, since they come with it alone. */
export const played: RecordingMessages = recordingTexts;
