import { spawn } from 'node:child_process';
import path from 'node:path';

export interface GgufServer {
  /** Without `/v1`. */
  readonly url: string;
  stop(): Promise<void>;
}

const script = path.resolve(import.meta.dirname, '../../bin/test-extra/serve_gguf.py');

/** Milliseconds; nano is loaded in one second. */
const STARTS_WITHIN = 120_000;

/** Starts llama.cpp's server with a model; throws with what it wrote where it does not begin to listen. */
export function startGgufServer(model: string, slots: number): Promise<GgufServer> {
  const python = process.env['CAT_SERVER_PYTHON'];
  if (!python) throw new Error('CAT_SERVER_PYTHON names no Python: run npm run test:extra');
  const child = spawn(python, [script, model, String(slots)], { stdio: ['pipe', 'pipe', 'pipe'] });
  let said = '';
  let written = '';
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => child.kill(), STARTS_WITHIN);
    child.stderr.on('data', (data: Buffer) => (written += data.toString()));
    // Apart from the log, whose lines may break off anywhere.
    child.stdout.on('data', (data: Buffer) => {
      written += data.toString();
      said += data.toString();
      const url = /listening (http:\S+)\s/.exec(said)?.[1];
      if (url === undefined) return;
      clearTimeout(late);
      resolve({
        url,
        stop: async () => {
          child.stdin.end();
          child.kill();
          await ended;
        },
      });
    });
    child.once('error', reject);
    void ended.then(() => reject(new Error(`the server did not start:\n${written.slice(-4000)}`)));
  });
}
