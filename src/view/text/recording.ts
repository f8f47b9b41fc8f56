import { recordingTexts } from './en-recording.ts';
import { wordsOf } from './words.ts';

/** The words of the player in the language in use; apart, since they come with it alone. */
export const played = wordsOf('recording', recordingTexts);
