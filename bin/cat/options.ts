/** The flags of `cat ask` and `cat experiment`, checked before anything is built or started. */
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { readServerAddress } from '../../src/base/server-address.ts';
import { gpuWishNamed, type GpuWish } from '../../src/engine/gpu-wish.ts';
import type { ModelSpec } from '../../src/engine/model.ts';
import { prebuiltSpecs } from '../../src/engine/webllm/catalogue.ts';
import { ggufOffers } from '../../src/engine/wllama/catalogue.ts';
import { partsOf } from '../../src/engine/wllama/parts.ts';
import { FIGURE_NAMES, isMethod, type FigureName } from '../../src/group/figures.ts';
import type { Scaling } from '../../src/group/smaller.ts';
import { judgingOf, regimeNamed, type Regime } from './regime.ts';
import { scalingNamed } from './scaling-option.ts';
import { exampleName, usageText } from './usage.ts';
import {
  BOUNDS,
  defaultSettings,
  expectation,
  isWithin,
  type NumberSetting,
  type SettingsChange,
} from '../../src/run/settings.ts';

/** What `--methods` knows; voting at equal compute belongs to `majority`. */
export type ReportedMethod = Exclude<FigureName, 'majorityEqualCompute'>;

const methodNames = FIGURE_NAMES.filter((name) => name !== 'majorityEqualCompute');
/** Those that ask nothing beyond the rollouts and the synthesis. */
const usualMethods = methodNames.filter((name) => !isMethod(name));
/** Universal self-consistency stands for the vote where answers cannot be counted. */
const allMethods = (regime: Regime): ReportedMethod[] =>
  methodNames.filter((name) => name !== 'selfConsistency' || regime === 'open');

/**
 * A model: the bundled one, one of the list by its name, a GGUF file of this machine or at an address
 * (of a split one the first part), or a compiled one.
 */
export type ModelChoice =
  | { readonly kind: 'nano' }
  | { readonly kind: 'known'; readonly spec: ModelSpec }
  | { readonly kind: 'file'; readonly path: string; readonly chat: 'nano' | 'general' }
  | { readonly kind: 'url'; readonly url: string; readonly chat: 'nano' | 'general' }
  | CompiledChoice
  | ServedChoice;

/** A model of a server with OpenAI's interface, by the name that it has there. */
export interface ServedChoice {
  readonly kind: 'served';
  readonly base: string;
  readonly name: string;
  readonly chat: 'nano' | 'general';
}

/** A model compiled for WebGPU: its folder and its library, each of this machine or an address. */
export interface CompiledChoice {
  readonly kind: 'compiled';
  readonly folder: string;
  readonly library: string;
  readonly chat: 'nano' | 'general';
}

export type EngineChoice = 'wllama' | 'webllm' | 'server' | 'auto';

interface Common {
  readonly engine: EngineChoice;
  /** For GGUF models. */
  readonly gpu: GpuWish;
  readonly model: ModelChoice;
  /** The same model as the policy where absent. */
  readonly anchor?: ModelChoice;
  /** The same model as the anchor where absent. */
  readonly judge?: ModelChoice;
  readonly regime: Regime;
  readonly settings: SettingsChange;
  readonly methods: readonly ReportedMethod[];
  readonly json: boolean;
  /** Models of the list may be fetched without a question. */
  readonly yes: boolean;
}

export interface AskCommand extends Common {
  readonly kind: 'ask';
  readonly question: string;
  /** The known answer, where it was given. */
  readonly answer?: string;
}

export interface ExperimentCommand extends Common {
  readonly kind: 'experiment';
  readonly file: string;
  readonly limit?: number;
  readonly out?: string;
}

export type Command = AskCommand | ExperimentCommand | { readonly kind: 'help' };

/** What is wrong with the command line, in words that name the flag. Ends with exit code 2. */
export class UsageError extends Error {}

export const usage = usageText(methodNames, usualMethods);

const flags = {
  model: { type: 'string' },
  anchor: { type: 'string' },
  judge: { type: 'string' },
  regime: { type: 'string' },
  repeats: { type: 'string' },
  permute: { type: 'boolean' },
  chat: { type: 'string' },
  engine: { type: 'string' },
  gpu: { type: 'string' },
  library: { type: 'string' },
  server: { type: 'string' },
  group: { type: 'string' },
  temperature: { type: 'string' },
  'top-p': { type: 'string' },
  'top-k': { type: 'string' },
  'max-tokens': { type: 'string' },
  seed: { type: 'string' },
  'question-visible': { type: 'boolean' },
  methods: { type: 'string' },
  scaling: { type: 'string' },
  subsets: { type: 'string' },
  json: { type: 'boolean' },
  yes: { type: 'boolean' },
  answer: { type: 'string' },
  limit: { type: 'string' },
  out: { type: 'string' },
  help: { type: 'boolean' },
} as const;

type Values = { readonly [Name in keyof typeof flags]?: string | boolean | undefined };

const text = (values: Values, name: keyof typeof flags): string | undefined => {
  const value = values[name];
  return typeof value === 'string' ? value : undefined;
};

function numberOf(values: Values, flag: keyof typeof flags, name: NumberSetting): number | undefined {
  const given = text(values, flag);
  if (given === undefined) return undefined;
  const value = given.trim() === '' ? Number.NaN : Number(given);
  if (isWithin(BOUNDS[name], value)) return value;
  throw new UsageError(`--${flag} needs ${expectation(BOUNDS[name])}, not "${given}"`);
}

/** An object without the members that are undefined. */
const given = <T extends object>(members: { readonly [K in keyof T]?: T[K] | undefined }): T =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as T;

function settingsOf(
  values: Values,
  equalCompute: boolean,
  reported: readonly ReportedMethod[],
): SettingsChange {
  const methods = reported.filter(isMethod);
  type SamplingChange = NonNullable<SettingsChange['sampling']>;
  return given<SettingsChange>({
    group: numberOf(values, 'group', 'group'),
    seed: numberOf(values, 'seed', 'seed'),
    questionVisible: values['question-visible'] === true ? true : undefined,
    equalCompute,
    judging: judging(values),
    methods: methods.length > 0 ? methods : undefined,
    ...scaling(values),
    sampling: given<SamplingChange>({
      temperature: numberOf(values, 'temperature', 'temperature'),
      topP: numberOf(values, 'top-p', 'topP'),
      topK: numberOf(values, 'top-k', 'topK'),
      maxTokens: numberOf(values, 'max-tokens', 'maxTokens'),
    }),
  });
}

function scaling(values: Values): Scaling {
  const group = numberOf(values, 'group', 'group') ?? defaultSettings('general').group;
  const found = scalingNamed(text(values, 'scaling'), text(values, 'subsets'), group);
  if (typeof found !== 'string') return found;
  throw new UsageError(found);
}

function judging(values: Values): SettingsChange['judging'] {
  const found = judgingOf(text(values, 'repeats'), values.permute === true);
  if (typeof found !== 'string') return found;
  throw new UsageError(`--repeats needs ${found}, not "${text(values, 'repeats')}"`);
}

function regimeOf(values: Values): Regime {
  const name = text(values, 'regime') ?? 'auto';
  const regime = regimeNamed(name);
  if (regime !== null) return regime;
  throw new UsageError(`--regime is auto, verifiable or open, not "${name}"`);
}

function methodsOf(list: string | undefined, regime: Regime): ReportedMethod[] {
  if (list === undefined) return usualMethods;
  if (list === 'all') return allMethods(regime);
  const names = list.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !methodNames.some((known) => known === name));
  if (unknown === undefined) return methodNames.filter((name) => names.includes(name));
  throw new UsageError(`--methods knows ${methodNames.join(', ')} and all, not "${unknown}"`);
}

function chatOf(values: Values): 'nano' | 'general' {
  const chat = text(values, 'chat') ?? 'general';
  if (chat === 'nano' || chat === 'general') return chat;
  throw new UsageError(`--chat is nano or general, not "${chat}"`);
}

const isAddress = (name: string): boolean => /^https?:\/\//.test(name);

/** An address, or something of this machine that is there, as an absolute path. */
function placeOf(name: string, flag: string, kind: 'file' | 'folder'): string {
  if (isAddress(name)) {
    if (URL.canParse(name)) return name;
    throw new UsageError(`--${flag} is not an address: "${name}"`);
  }
  const found = existsSync(name) ? statSync(name) : null;
  if (kind === 'file' ? found?.isFile() : found?.isDirectory()) return path.resolve(name);
  throw new UsageError(`--${flag} names no ${kind}: ${name}`);
}

/** A model of WebLLM's list by its whole name; null where none begins so. */
function compiledNamed(name: string, flag: string, engine: EngineChoice): ModelChoice | null {
  const specs = prebuiltSpecs(name);
  const [spec] = specs;
  if (spec === undefined) return null;
  if (specs.length > 1) {
    const ids = specs.map(({ id }) => id).join(', ');
    throw new UsageError(`--${flag} is stored in several ways; name one of ${ids}`);
  }
  if (engine !== 'wllama') return { kind: 'known', spec };
  throw new UsageError(`--${flag} ${spec.id} is compiled for --engine webllm`);
}

function modelOf(
  values: Values,
  flag: 'model' | 'anchor' | 'judge',
  engine: EngineChoice,
): ModelChoice | undefined {
  const name = text(values, flag);
  const library = flag === 'model' ? text(values, 'library') : undefined;
  if (library !== undefined && (name === undefined || name === 'nano' || engine === 'wllama' || engine === 'server')) {
    throw new UsageError('--library belongs to a --model of one’s own for --engine webllm');
  }
  if (name === undefined) return undefined;
  if (name === 'nano') return { kind: 'nano' };
  const chat = chatOf(values);
  if (engine === 'server') return { kind: 'served', base: serverOf(values), name, chat };
  if (library !== undefined) {
    const folder = placeOf(name, flag, 'folder');
    return { kind: 'compiled', folder, library: placeOf(library, 'library', 'file'), chat };
  }
  const compiled = compiledNamed(name, flag, engine);
  if (compiled !== null) return compiled;
  if (engine === 'webllm') {
    throw new UsageError(
      `--engine webllm runs nano, a --${flag} by a name such as ${exampleName}, or one with its --library`,
    );
  }
  const known = ggufOffers.find((offer) => offer.name === name.toLowerCase());
  if (known !== undefined) return { kind: 'known', spec: known.spec };
  if (isAddress(name)) return { kind: 'url', url: placeOf(name, flag, 'file'), chat };
  if (!/\.gguf$/i.test(name)) {
    const names = ['nano', ...ggufOffers.map((offer) => offer.name)].join(', ');
    throw new UsageError(`--${flag} is ${names}, a GGUF file or an address, not "${name}"`);
  }
  // A part that is not there is named before anything is started.
  const [first = name] = partsOf(name).map((part) => placeOf(part, flag, 'file'));
  return { kind: 'file', path: first, chat };
}

function engineOf(values: Values): EngineChoice {
  const engine = text(values, 'engine') ?? 'auto';
  if (engine === 'server') {
    if (text(values, 'model') === undefined) throw new UsageError('--engine server needs a --model');
    serverOf(values);
    return engine;
  }
  if (text(values, 'server') !== undefined) throw new UsageError('--server belongs to --engine server');
  if (engine === 'wllama' || engine === 'webllm' || engine === 'auto') return engine;
  throw new UsageError(`--engine is wllama, webllm, server or auto, not "${engine}"`);
}

function serverOf(values: Values): string {
  const given = text(values, 'server');
  if (given === undefined) throw new UsageError('--engine server needs a --server');
  const address = readServerAddress(given);
  if (address !== null) return address.base;
  throw new UsageError(
    '--server is an https address, or http on this machine, without a name, a key or a query in it',
  );
}

function gpuOf(values: Values, engine: EngineChoice): GpuWish {
  const name = text(values, 'gpu');
  if (name === undefined) return engine === 'wllama' ? 'never' : 'auto';
  const wish = gpuWishNamed(name);
  if (wish === null) throw new UsageError(`--gpu is auto, always or never, not "${name}"`);
  if (engine === 'webllm' || engine === 'server') {
    throw new UsageError(`--gpu belongs to GGUF models, not to --engine ${engine}`);
  }
  return wish;
}

function parse(args: readonly string[]): { values: Values; positionals: string[] } {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: flags,
      allowPositionals: true,
    });
    return { values, positionals };
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

const only = (values: Values, names: readonly (keyof typeof flags)[], command: string): void => {
  const wrong = names.find((name) => values[name] !== undefined);
  if (wrong !== undefined) throw new UsageError(`--${wrong} belongs to ${command}`);
};

/** Reads the command line; throws a UsageError that names what is wrong with it. */
export function readCommand(args: readonly string[]): Command {
  const { values, positionals } = parse(args);
  const [kind, subject, ...rest] = positionals;
  if (values.help === true) return { kind: 'help' };
  if (kind !== 'ask' && kind !== 'experiment') {
    throw new UsageError(kind === undefined ? 'ask or experiment?' : `no command "${kind}"`);
  }
  if (subject === undefined) {
    throw new UsageError(kind === 'ask' ? 'ask needs a question' : 'experiment needs a file');
  }
  if (rest.length > 0) throw new UsageError(`one argument too many: "${rest[0]}"`);
  const engine = engineOf(values);
  const regime = regimeOf(values);
  const methods = methodsOf(text(values, 'methods'), regime);
  const model = modelOf(values, 'model', engine) ?? { kind: 'nano' };
  const others = { anchor: modelOf(values, 'anchor', engine), judge: modelOf(values, 'judge', engine) };
  // Of the others the prompts are known.
  const isChatUsed = [model, others.anchor, others.judge].some((one) => one !== undefined && 'chat' in one);
  if (text(values, 'chat') !== undefined && !isChatUsed) {
    throw new UsageError('--chat belongs to a model of one’s own');
  }
  const common = {
    model,
    ...given(others),
    regime,
    engine,
    gpu: gpuOf(values, engine),
    methods,
    json: values.json === true,
    yes: values.yes === true,
  };
  const answer = text(values, 'answer');
  if (answer?.trim() === '') throw new UsageError('--answer needs an answer');
  if (answer !== undefined && common.regime === 'open') {
    throw new UsageError('--answer belongs to a question that is not open');
  }
  // Voting over G + 1 needs one more rollout, and is a figure only where the answer is known.
  const equalCompute =
    methods.includes('majority') && (kind === 'experiment' || answer !== undefined);
  const settings = settingsOf(values, equalCompute, methods);
  if (kind === 'ask') {
    only(values, ['limit', 'out', 'scaling', 'subsets'], 'experiment');
    return { kind, ...common, settings, question: subject, ...given({ answer }) };
  }
  only(values, ['answer'], 'ask');
  const limit = text(values, 'limit');
  if (limit !== undefined && !/^[1-9]\d{0,8}$/.test(limit)) {
    throw new UsageError(`--limit needs a whole number from 1, not "${limit}"`);
  }
  const out = text(values, 'out');
  if (out === '') throw new UsageError('--out needs a folder');
  return {
    kind,
    ...common,
    settings,
    file: subject,
    ...(limit === undefined ? {} : { limit: Number(limit) }),
    ...(out === undefined ? {} : { out: path.resolve(out) }),
  };
}
