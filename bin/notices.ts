import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

interface Locked {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly devOptional?: boolean;
}

/** Works that are compiled into a package and that its own files do not name. */
const compiledIn: readonly { readonly name: string; readonly inside: string; readonly text: string }[] = [
  {
    name: 'llama.cpp and ggml',
    inside: '@wllama/wllama',
    text: `MIT License

Copyright (c) 2023-2026 The ggml authors

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
SOFTWARE.`,
  },
];

const licenceFile = /^(licen[cs]e|notice|copying)(\.(md|txt|markdown))?$/i;
const rule = '='.repeat(80);

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
    const files = (await readdir(path.join(root, place))).filter((file) => licenceFile.test(file));
    const texts = await Promise.all(
      files.sort().map((file) => readFile(path.join(root, place, file), 'utf8')),
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
