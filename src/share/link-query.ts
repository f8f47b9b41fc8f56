/**
 * A link to text and back. Whoever opens a link did not write it: it is parsed name by name into new
 * objects, and one thing wrong makes all of it void.
 */
import { failed, ok } from '../base/result.ts';
import type { Result } from '../base/result.ts';
import type { Question } from '../question/question.ts';
import { applyChange, checkSettings, defaultSettings } from '../run/settings.ts';
import type { SettingsChange } from '../run/settings.ts';
import type { ShareFault } from './fault.ts';
import { shareFault } from './fault.ts';
import type { LinkDraft } from './link-fields.ts';
import { fieldsOf, readField } from './link-fields.ts';
import type { Link } from './link.ts';
import { emptyLink, LINK_VERSION, LONGEST_LINK } from './link.ts';

/** The part behind the `?`; empty where there is nothing to say. */
export function linkQuery(link: Link): string {
  const fields = fieldsOf(link);
  if (fields.length === 0) return '';
  // The version last: what makes links of text leaves out a full stop at their end.
  return new URLSearchParams([...fields, ['v', String(LINK_VERSION)]]).toString();
}

export function parseLink(query: string): Result<Link, ShareFault> {
  if (query.length > LONGEST_LINK) {
    return failed(shareFault('', `longer than ${LONGEST_LINK} characters`));
  }
  const draft: LinkDraft = {
    question: {},
    change: {},
    sampling: {},
    judging: {},
    prompts: {},
    rest: {},
  };
  const seen = new Set<string>();
  let version: string | null = null;
  for (const part of query.split('&')) {
    const field = decoded(part);
    if (field === null) return failed(shareFault(part.slice(0, 40), 'it cannot be decoded'));
    const [name, value] = field;
    const path = name.slice(0, 40);
    if (seen.has(name)) return failed(shareFault(path, 'it stands there twice'));
    seen.add(name);
    if (name === 'v') version = value;
    else {
      const wrong = readField(draft, name, value);
      if (wrong !== null) return failed(shareFault(path, wrong));
    }
  }
  const wrong = wrongVersion(version) ?? wrongQuestion(draft.question);
  if (wrong !== null) return failed(wrong);
  const settings = settingsOf(draft);
  const outside = wrongSettings(settings);
  if (outside !== null) return failed(outside);
  return ok({
    ...emptyLink,
    ...draft.rest,
    question: questionOf(draft.question),
    settings: Object.keys(settings).length === 0 ? null : settings,
  });
}

/** Whether the settings can be asked with, by any kind of model. */
export function wrongSettings(settings: SettingsChange): ShareFault | null {
  const [wrong] = checkSettings(applyChange(defaultSettings('general'), settings));
  return wrong?.kind === 'setting-invalid'
    ? shareFault(wrong.setting, `expected ${wrong.expected}`)
    : null;
}

function decoded(part: string): readonly [name: string, value: string] | null {
  const at = part.indexOf('=');
  const [name, value] = at < 0 ? [part, ''] : [part.slice(0, at), part.slice(at + 1)];
  const plain = (text: string): string => decodeURIComponent(text.replaceAll('+', ' '));
  try {
    return [plain(name), plain(value)];
  } catch {
    return null;
  }
}

function wrongVersion(version: string | null): ShareFault | null {
  if (version === null) return shareFault('v', 'it is missing');
  if (!/^[1-9]\d{0,3}$/.test(version)) return shareFault('v', 'expected a whole number from 1');
  return Number(version) > LINK_VERSION
    ? shareFault('v', 'made by a newer CaT Lab; reload the page to get that')
    : null;
}

function wrongQuestion({ text, truth, kind }: LinkDraft['question']): ShareFault | null {
  if (text === undefined && kind !== undefined) return shareFault('kind', 'no text stands beside it');
  if (text === undefined && truth !== undefined) return shareFault('truth', 'no text stands beside it');
  return kind === 'open' && truth !== undefined
    ? shareFault('truth', 'an open question has no final answer')
    : null;
}

function questionOf({ text, truth, kind = 'verifiable' }: LinkDraft['question']): Question | null {
  if (text === undefined) return null;
  if (kind === 'open') return { kind, text };
  return { kind, text, ...(truth === undefined ? {} : { truth }) };
}

function settingsOf({ change, sampling, judging, prompts }: LinkDraft): SettingsChange {
  const parts = { sampling, judging, prompts };
  const given = Object.entries(parts).filter(([, part]) => Object.keys(part).length > 0);
  return { ...change, ...Object.fromEntries(given) };
}
