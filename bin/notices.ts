import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

interface Locked {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly devOptional?: boolean;
}

interface Manifest {
  readonly author?: string | { readonly name?: string };
}

const mit = (holder: string): string => `MIT License

Copyright (c) ${holder}

Permission is hereby granted, free of charge, to any person obtaining a copy
of this software and associated documentation files (the "Software"), to deal
in the Software without restriction, including without limitation the rights
to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all
copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE
SOFTWARE.`;

/** Works that are compiled into a package and that its own files do not name. */
const compiledIn: readonly { readonly name: string; readonly inside: string; readonly text: string }[] = [
  {
    name: 'llama.cpp and ggml',
    inside: '@wllama/wllama',
    text: mit('2023-2026 The ggml authors'),
  },
];

/** Packages that carry no licence text, with one of the same authors, terms and repository. */
const sameTerms: Readonly<Record<string, string>> = { '@lit-labs/ssr-dom-shim': 'lit' };

const licenceFile = /^(licen[cs]e|notice|copying)(\.(md|txt|markdown))?$/i;
const rule = '='.repeat(80);

/** The licence texts of a package: its files, the section of its read-me, or what it declares. */
async function licenceTexts(folder: string, licence: string | undefined): Promise<string[]> {
  const names = await readdir(folder);
  const read = (name: string): Promise<string> => readFile(path.join(folder, name), 'utf8');
  const files = names.filter((name) => licenceFile.test(name)).sort();
  if (files.length > 0) return Promise.all(files.map(read));
  const readme = names.find((name) => /^readme\.md$/i.test(name));
  const section = readme && /^#*\s*licen[sc]e\b[\s\S]*/im.exec(await read(readme))?.[0];
  if (section && /copyright/i.test(section)) return [section];
  const { author } = JSON.parse(await read('package.json')) as Manifest;
  const holder = typeof author === 'string' ? author : author?.name;
  if (licence === 'MIT' && holder) return [mit(holder)];
  return [];
}

/**
 * The notices of every package that the lockfile does not mark as for development only: a superset
 * of what the bundler keeps, so that nothing shipped goes without its notice.
 */
export async function thirdPartyNotices(root: string): Promise<string> {
  const lock = JSON.parse(await readFile(path.join(root, 'package-lock.json'), 'utf8')) as {
    readonly packages: Readonly<Record<string, Locked>>;
  };
  const parts: string[] = [];
  for (const [place, entry] of Object.entries(lock.packages)) {
    if (place === '' || entry.dev || entry.devOptional || entry.optional) continue;
    const name = place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
    const texts = await licenceTexts(
      path.join(root, name in sameTerms ? `node_modules/${sameTerms[name]}` : place),
      entry.license,
    );
    const head = `${name} ${entry.version ?? ''}\nLicence: ${entry.license ?? 'see below'}`;
    parts.push([head, ...texts.map((text) => text.trim())].join('\n\n'));
    for (const work of compiledIn.filter(({ inside }) => inside === name)) {
      parts.push(`${work.name}, compiled into ${name}\n\n${work.text}`);
    }
  }
  return `CaT Lab contains work of others under these terms.\n\n${parts
    .map((part) => `${rule}\n${part}\n`)
    .join('\n')}`;
}
