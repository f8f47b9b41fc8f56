import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const root = path.join(import.meta.dirname, '..', '..');

describe('markup that the content security policy would refuse', () => {
  test('has no inline script, handler or style in index.html', async () => {
    const text = await readFile(path.join(root, 'index.html'), 'utf8');
    expect(text).not.toMatch(/<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\ssrc=)/i);
  });

  test('has no style attribute or style element in a template', async () => {
    const names = await readdir(path.join(root, 'src', 'view'), { recursive: true });
    const files = names.filter((name) => name.endsWith('.ts'));
    const wrong: string[] = [];
    for (const name of files) {
      const text = await readFile(path.join(root, 'src', 'view', name), 'utf8');
      if (/[\s"'`]style=|<style/.test(text)) wrong.push(name);
    }
    expect(wrong).toEqual([]);
  });
});
