/** The names in a link, each with how its value is written and how it is read. */
import { METHOD_NAMES } from '../baseline/selection.ts';
import type { MethodName } from '../baseline/selection.ts';
import type { Question } from '../question/question.ts';
import { isLevel } from '../question/world/level.ts';
import type { Settings, SettingsChange } from '../run/settings.ts';
import type { Hideable, Link } from './link.ts';
import { HIDEABLE, LONGEST } from './link.ts';

/** What was read so far; its texts and numbers are not yet held against each other. */
export interface LinkDraft {
  readonly question: { text?: string; truth?: string; kind?: Question['kind'] };
  readonly change: Writable<SettingsChange>;
  readonly sampling: Writable<NonNullable<SettingsChange['sampling']>>;
  readonly judging: Writable<NonNullable<SettingsChange['judging']>>;
  readonly prompts: Writable<Settings['prompts']>;
  readonly rest: Writable<Partial<Pick<Link, 'level' | 'hide' | 'pinned' | 'recording'>>>;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

interface Field {
  /** Null where the link has nothing of it. */
  readonly write: (link: Link) => string | null;
  /** Why the value is wrong, or null. */
  readonly read: (draft: LinkDraft, value: string) => string | null;
}

const FIELDS: Readonly<Record<string, Field>> = {
  text: {
    write: ({ question }) => question?.text ?? null,
    read: (draft, value) => text(value, LONGEST.question, (own) => (draft.question.text = own)),
  },
  kind: {
    write: ({ question }) => (question?.kind === 'open' ? 'open' : null),
    read: (draft, value) => oneOf(value, ['open'], (own) => (draft.question.kind = own)),
  },
  truth: {
    write: ({ question }) => (question?.kind === 'verifiable' ? (question.truth ?? null) : null),
    read: (draft, value) => text(value, LONGEST.truth, (own) => (draft.question.truth = own)),
  },
  level: {
    write: ({ level }) => level,
    read: (draft, value) => {
      if (!isLevel(value)) return 'no level of that name';
      draft.rest.level = value;
      return null;
    },
  },
  group: {
    write: ({ settings }) => figure(settings?.group),
    read: (draft, value) => number(value, (own) => (draft.change.group = own)),
  },
  temperature: ofSampling('temperature'),
  'top-p': ofSampling('topP'),
  'top-k': ofSampling('topK'),
  'max-tokens': ofSampling('maxTokens'),
  seed: {
    write: ({ settings }) => figure(settings?.seed),
    read: (draft, value) => number(value, (own) => (draft.change.seed = own)),
  },
  blind: {
    write: ({ settings }) => flag(settings?.questionVisible, true),
    read: (draft, value) => bool(value, (own) => (draft.change.questionVisible = !own)),
  },
  'equal-compute': {
    write: ({ settings }) => flag(settings?.equalCompute),
    read: (draft, value) => bool(value, (own) => (draft.change.equalCompute = own)),
  },
  methods: {
    write: ({ settings }) => list(settings?.methods),
    read: (draft, value) =>
      several(value, METHOD_NAMES, (own: MethodName[]) => (draft.change.methods = own)),
  },
  repeats: {
    write: ({ settings }) => figure(settings?.judging?.repeats),
    read: (draft, value) => number(value, (own) => (draft.judging.repeats = own)),
  },
  permute: {
    write: ({ settings }) => flag(settings?.judging?.permute),
    read: (draft, value) => bool(value, (own) => (draft.judging.permute = own)),
  },
  solve: ofPrompts('solve'),
  synthesise: ofPrompts('synthesise'),
  'synthesise-seeing': ofPrompts('synthesiseWithQuestion'),
  hide: {
    write: ({ hide }) => list(hide),
    read: (draft, value) => several(value, HIDEABLE, (own: Hideable[]) => (draft.rest.hide = own)),
  },
  pin: {
    write: ({ pinned }) => (pinned ? '1' : null),
    read: (draft, value) => bool(value, (own) => (draft.rest.pinned = own)),
  },
  recording: {
    write: ({ recording }) => recording,
    read: (draft, value) => {
      if (!/^[\w-]+$/.test(value)) return 'no base64url';
      draft.rest.recording = value;
      return null;
    },
  },
};

export const fieldsOf = (link: Link): [name: string, value: string][] =>
  Object.entries(FIELDS).flatMap(([name, { write }]) => {
    const value = write(link);
    return value === null ? [] : [[name, value] as [string, string]];
  });

/** Why the field is wrong, or null. */
export const readField = (draft: LinkDraft, name: string, value: string): string | null =>
  Object.hasOwn(FIELDS, name)
    ? (FIELDS[name]?.read(draft, value) ?? null)
    : 'a name that no link of this page has';

function ofSampling(name: keyof LinkDraft['sampling']): Field {
  return {
    write: ({ settings }) => figure(settings?.sampling?.[name]),
    read: (draft, value) => number(value, (own) => (draft.sampling[name] = own)),
  };
}

function ofPrompts(name: keyof LinkDraft['prompts']): Field {
  return {
    write: ({ settings }) => settings?.prompts?.[name] ?? null,
    read: (draft, value) => text(value, LONGEST.prompt, (own) => (draft.prompts[name] = own)),
  };
}

const figure = (value: number | undefined): string | null =>
  value === undefined ? null : String(value);

const flag = (value: boolean | undefined, inverted = false): string | null =>
  value === undefined ? null : value === inverted ? '0' : '1';

const list = (names: readonly string[] | undefined): string | null =>
  names === undefined || names.length === 0 ? null : names.join(' ');

function text(value: string, most: number, take: (own: string) => void): string | null {
  if (value.trim() === '') return 'it is empty';
  if (value.length > most) return `longer than ${most} characters`;
  take(value);
  return null;
}

/** Bounds are held up by who knows the settings; here it is a number as people write one. */
function number(value: string, take: (own: number) => void): string | null {
  if (!/^\d{1,10}(\.\d{1,25})?(e-\d{1,3})?$/.test(value)) return 'expected a number';
  take(Number(value));
  return null;
}

function bool(value: string, take: (own: boolean) => void): string | null {
  if (value !== '0' && value !== '1') return 'expected 0 or 1';
  take(value === '1');
  return null;
}

const oneOf = <T extends string>(value: string, names: readonly T[], take: (own: T) => void): string | null =>
  several(value, names, ([own]) => {
    if (own !== undefined) take(own);
  });

function several<T extends string>(
  value: string,
  names: readonly T[],
  take: (own: T[]) => void,
): string | null {
  const given = value.split(' ');
  const found = names.filter((name) => given.includes(name));
  if (found.length !== given.length) return `expected some of ${names.join(', ')}, each once`;
  take(found);
  return null;
}
