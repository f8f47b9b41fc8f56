/** Models of the list from the command line: named, confirmed, fetched from a host, and asked. */
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { ask } from '../../bin/cat/ask.ts';
import { readCommand, type AskCommand, type ModelChoice } from '../../bin/cat/options.ts';
import { distFolder } from '../../bin/build.ts';
import type { ModelSpec } from '../../src/engine/model.ts';
import { run } from '../kit/command.ts';
import { easy } from '../kit/easy.ts';
import { openHub, type Hub } from '../kit/hub.ts';

const name = 'Llama-3.2-1B-Instruct-q4f16_1-MLC';
const nano = path.join(distFolder, 'models', 'nano');
const compiled = path.join(nano, 'webllm', 'resolve', 'main');
const files: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    readdirSync(compiled).map((file) => [`/nano/resolve/main/${file}`, path.join(compiled, file)]),
  ),
  '/libraries/nano.wasm': path.join(nano, 'webllm', 'nano.wasm'),
  '/nano.gguf': path.join(nano, 'nano.gguf'),
};

let hub: Hub | null = null;
afterEach(async () => {
  vi.restoreAllMocks();
  await hub?.close();
  hub = null;
});

/** The command with the bundled model, as the host has it, in the place of a model of gigabytes. */
function commandOf(rest: Partial<ModelSpec>, ...flags: readonly string[]): AskCommand {
  const command = readCommand(['ask', easy.question, '--group', '2', '--json', ...flags]);
  if (command.kind !== 'ask') throw new Error('no question');
  const known = command.model as Extract<ModelChoice, { kind: 'known' }>;
  return { ...command, model: { ...known, spec: { ...known.spec, chat: 'nano', ...rest } } };
}

/** What it writes on each stream, and its exit code or what it failed with. Its page is a real one. */
async function result(command: AskCommand) {
  let stderr = '';
  let stdout = '';
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => (stderr += String(text)) !== '');
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => (stdout += String(text)) !== '');
  const code = await ask(command).catch((error: unknown) => error);
  return { code, stdout, stderr };
}

const bytesAgreed = (stderr: string): number =>
  Number(/Fetch exactly ([\d,]+) bytes/.exec(stderr)?.[1]?.replaceAll(',', ''));

/** Of the files that were fetched, each once. */
const bytesOf = (gets: readonly string[]): number =>
  [...new Set(gets)].reduce((all, get) => all + statSync(files[get.slice('GET '.length)] ?? '').size, 0);

describe('cat ask with a model of the list', () => {
  test('tells the hosts and the exact bytes, fetches each file from them, and answers on the GPU', async () => {
    hub = await openHub(files);
    const { host } = new URL(hub.url);
    const place = { urls: [`${hub.url}/nano`], library: `${hub.url}/libraries/nano.wasm` };
    const flags = ['--model', name, '--engine', 'webllm', '--yes'];
    const { code, stdout, stderr } = await result(commandOf(place, ...flags));
    expect(code, stderr).toBe(0);
    expect(stderr).toContain(`Ask ${host} how large it is? Yes, by --yes.`);
    expect(stderr).toMatch(/Fetch exactly [\d,]+ bytes \(\d\.\d MB\) in \d+ files from 127/);
    expect(JSON.parse(stdout)).toMatchObject({ engine: 'webllm', model: name, group: 2 });
    // The two lists twice: once for the size.
    const gets = hub.asked.filter((one) => one.startsWith('GET'));
    expect(new Set(gets).size).toBe(gets.length - 2);
    expect(gets).toContain('GET /libraries/nano.wasm');
    expect(bytesAgreed(stderr)).toBe(bytesOf(gets));
  });

  test('does the same for a GGUF by its name', async () => {
    hub = await openHub(files);
    const flags = ['--model', 'gemma-3-4b-it', '--engine', 'wllama', '--yes'];
    const { code, stdout, stderr } = await result(
      commandOf({ urls: [`${hub.url}/nano.gguf`] }, ...flags),
    );
    expect(code, stderr).toBe(0);
    expect(stderr).toMatch(/Fetch exactly [\d,]+ bytes \(\d\.\d MB\) in 1 file from 127/);
    expect(hub.asked).toEqual(['HEAD /nano.gguf', 'GET /nano.gguf']);
    expect(bytesAgreed(stderr)).toBe(bytesOf(['GET /nano.gguf']));
    expect(JSON.parse(stdout)).toMatchObject({ engine: 'wllama', group: 2 });
  });

  test('says so plainly where no host answers', async () => {
    const gone = await openHub({});
    await gone.close();
    const place = { urls: [`${gone.url}/nano`], library: `${gone.url}/libraries/nano.wasm` };
    const flags = ['--model', name, '--engine', 'webllm', '--yes'];
    const { code, stdout, stderr } = await result(commandOf(place, ...flags));
    expect(code).toBeInstanceOf(Error);
    expect(stdout).toBe('');
    expect(stderr).toContain(`The file of the model “${name}” could not be fetched.`);
    expect(stderr).toContain(`Nothing answered at ${gone.url}/nano/resolve/main/mlc-chat-config.json.`);
    expect(stderr).toContain('Check the address and the connection');
    expect(stderr).not.toContain('Fetch ');
  });

  test('fetches nothing without a terminal to ask on, and says how to go on', async () => {
    const args = ['cat', 'ask', easy.question, '--model', name, '--engine', 'webllm'];
    const { code, stdout, stderr } = await run(...args);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toBe(
      `${name} would be fetched, which has to be confirmed: give --yes, or start the command on a terminal.\n`,
    );
  });
});
