/** The built page in a headless Chromium, driven through `globalThis.catLab` (src/run/command.ts). */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright';
import type {
  CommandAnswer,
  CommandAsk,
  CommandExperiment,
  CommandLoad,
  CommandMessage,
  CommandOutcome,
  CommandResult,
  CommandScale,
  CommandSize,
} from '../../src/run/command.ts';
import type { Scaled } from '../../src/run/lab.ts';
import type { DownloadSize } from '../../src/engine/download-size.ts';
import type { GpuWish } from '../../src/engine/gpu-wish.ts';
import type { LoadedModel, ModelSpec } from '../../src/engine/model.ts';
import { paperPreset } from '../../src/engine/presets.ts';
import { partsOf } from '../../src/engine/wllama/parts.ts';
import { ensureBrowser, gpuFlags, launchBrowser, launchOptions } from '../browser.ts';
import { ensureBuilt } from '../build.ts';
import { serve, type Served } from '../serve.ts';
import type { ModelChoice } from './options.ts';

export interface CommandPage {
  /** When the page was opened, on this process's clock: milliseconds of `performance.now()`. */
  readonly openedAt: number;
  load(request: CommandLoad): Promise<CommandOutcome<LoadedModel>>;
  size(request: CommandSize): Promise<CommandOutcome<DownloadSize>>;
  ask(request: CommandAsk): Promise<CommandOutcome<CommandAnswer>>;
  experiment(request: CommandExperiment): Promise<CommandOutcome<CommandResult>>;
  scale(request: CommandScale): Promise<CommandOutcome<Scaled>>;
  /** Ends what is running and keeps what is done; the call under way then resolves. */
  stop(): Promise<void>;
  close(): Promise<void>;
}

/** How long the page may take to offer its surface, in milliseconds. */
const surfaceTimeout = 30_000;

type Role = 'policy' | 'anchor' | 'judge';

/** Where a file given on the command line is served. */
const givenPath = (role: Role, file: string): string =>
  `/given/${role}/${encodeURIComponent(path.basename(file))}`;

const isAddress = (place: string): boolean => /^https?:/.test(place);

/** Where a compiled model is served: web-llm finds its files under `resolve/`. */
const givenFolder = (role: Role): string => `/given/${role}/resolve/main/`;

/** The paper's settings, where the name of what was given says that it is one of its models. */
const presetOf = (place: string): Pick<ModelSpec, 'preset'> => {
  const preset = paperPreset(path.basename(place));
  return preset === null ? {} : { preset };
};

/** The model as the page loads it. */
export function modelSpec(choice: ModelChoice, role: Role): 'nano' | ModelSpec {
  switch (choice.kind) {
    case 'nano':
      return 'nano';
    case 'known':
      return choice.spec;
    case 'file':
      return {
        id: path.basename(choice.path),
        engine: 'wllama',
        urls: [givenPath(role, choice.path)],
        chat: choice.chat,
        ...presetOf(choice.path),
      };
    case 'url':
      return {
        id: choice.url,
        engine: 'wllama',
        urls: [choice.url],
        chat: choice.chat,
        ...presetOf(choice.url),
      };
    case 'served':
      return {
        id: choice.name,
        engine: 'server',
        urls: [choice.base],
        chat: choice.chat,
        ...presetOf(choice.name),
      };
    case 'compiled':
      return {
        id: path.basename(choice.folder),
        engine: 'webllm',
        urls: [isAddress(choice.folder) ? choice.folder : givenFolder(role)],
        library: isAddress(choice.library) ? choice.library : givenPath(role, choice.library),
        chat: choice.chat,
        ...presetOf(choice.folder.replace(/\/(resolve\/[^/]+\/?)?$/, '')),
      };
    default:
      return choice satisfies never;
  }
}

/** The files to serve beside the page. */
export function givenFiles(
  choices: Readonly<Partial<Record<Role, ModelChoice>>>,
): Record<string, string> {
  const files: Record<string, string> = {};
  for (const role of ['policy', 'anchor', 'judge'] as const) {
    const choice = choices[role];
    const parts = choice?.kind === 'file' ? partsOf(choice.path) : [];
    for (const part of parts) files[decodeURIComponent(givenPath(role, part))] = part;
    if (choice?.kind !== 'compiled') continue;
    const { folder, library } = choice;
    if (!isAddress(library)) files[decodeURIComponent(givenPath(role, library))] = library;
    if (isAddress(folder)) continue;
    for (const name of readdirSync(folder)) {
      files[`${givenFolder(role)}${name}`] = path.join(folder, name);
    }
  }
  return files;
}

/** Opens the page and waits for its surface; throws with the page's errors where it offers none. */
async function openPage(
  browser: Browser,
  url: string,
  gpu: GpuWish,
  onMessage: (message: CommandMessage) => void,
): Promise<Page> {
  const page = await browser.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
    // No page of ours does so unless something is wrong with it, and whoever runs it is to know.
    if (/content security policy/i.test(message.text())) process.stderr.write(`${message.text()}\n`);
  });
  await page.exposeFunction('catLabReport', onMessage);
  await page.goto(`${url}?command&gpu=${gpu}`);
  const offered = await page.evaluate(async (timeout) => {
    const until = performance.now() + timeout;
    while (globalThis.catLab === undefined && performance.now() < until) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return globalThis.catLab !== undefined;
  }, surfaceTimeout);
  if (!offered) throw new Error(['The page did not start.', ...errors].join('\n  '));
  return page;
}

/** A call of the surface, by name, with one plain argument. */
function call<T>(
  page: Page,
  name: 'load' | 'size' | 'ask' | 'experiment' | 'scale',
  request: unknown,
): Promise<T> {
  return page.evaluate(
    ([method, argument]) => {
      const surface = globalThis.catLab as unknown as Record<string, (a: unknown) => unknown>;
      return surface[method]?.(argument) as never;
    },
    [name, request] as const,
  );
}

/**
 * Builds where needed, serves, starts Chromium and opens the page; throws where any of it fails.
 * `webgpu` lets the browser offer it, by software where there is no graphics processor.
 */
export async function openCommandPage(
  files: Readonly<Record<string, string>>,
  onMessage: (message: CommandMessage) => void,
  options: { readonly webgpu?: boolean; readonly gpu?: GpuWish } = {},
): Promise<CommandPage> {
  const folder = await ensureBuilt();
  const executablePath = await ensureBrowser();
  const closers: (() => Promise<unknown>)[] = [];
  const close = async (): Promise<void> => {
    for (const closer of closers.splice(0).reverse()) await closer().catch(() => undefined);
  };
  try {
    const served: Served = await serve({ folder, extra: files });
    closers.push(() => served.close());
    // Ctrl-C first stops the work in the page; the browser is closed afterwards.
    const browser = await launchBrowser({
      ...launchOptions(executablePath, options.webgpu === true ? gpuFlags() : []),
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    });
    closers.push(() => browser.close());
    const openedAt = performance.now();
    const page = await openPage(browser, served.url, options.gpu ?? 'auto', onMessage);
    return {
      openedAt,
      load: (request) => call(page, 'load', request),
      size: (request) => call(page, 'size', request),
      ask: (request) => call(page, 'ask', request),
      experiment: (request) => call(page, 'experiment', request),
      scale: (request) => call(page, 'scale', request),
      stop: () => page.evaluate(() => globalThis.catLab?.stop()),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
