/** The recording that the page begins with. */
import { readMark } from '../../base/file-mark.ts';
import type { Recording } from '../../recording/recording.ts';
import { RECORDING_KIND, RECORDING_VERSION } from '../../recording/recording.ts';

/** Its file, of what no vote can do; no lesson's own. index.html asks for it beside the scripts. */
export const OPENING = 'opening';

const fetchText = async (address: URL): Promise<string | null> => {
  const response = await fetch(address);
  return response.ok ? response.text() : null;
};

/**
 * Null where there is none: the page works without. The file is a part of the page like its scripts,
 * and a test holds it to its form, so nothing but its mark is looked at here.
 */
export async function fetchOpening(by = fetchText): Promise<Recording | null> {
  try {
    const text = await by(new URL(`lessons/${OPENING}.json`, document.baseURI));
    const row = JSON.parse(text ?? '{}') as Partial<Recording>;
    const mark = readMark(row);
    const isOne = mark?.kind === RECORDING_KIND && mark.version === RECORDING_VERSION;
    if (!isOne || row.group === undefined) return null;
    const { group, timing } = row;
    return { group, ...(timing === undefined ? {} : { timing }) };
  } catch {
    return null;
  }
}
