/** All that a reading of a text would show, as one string. */
import { parseBlocks } from '../../../src/view/markdown/blocks.ts';
import { linesOf } from '../../../src/view/markdown/source.ts';
import type { Block, Inline } from '../../../src/view/markdown/tree.ts';

export const read = (text: string): readonly Block[] => parseBlocks(linesOf(text));

const ofInline = (part: Inline): string => {
  switch (part.kind) {
    case 'text':
    case 'code':
      return part.text;
    case 'address':
      return ` (${part.text})`;
    case 'maths':
      return part.source;
    default:
      return part.parts.map(ofInline).join('');
  }
};

const ofBlock = (block: Block): string => {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return block.parts.map(ofInline).join('');
    case 'code':
      return `${block.language}\n${block.lines.map(({ text }) => text).join('')}`;
    case 'maths':
      return block.maths.source;
    case 'quote':
      return shown(block.blocks);
    case 'list':
      return block.items.map(({ marker, blocks }) => `${marker} ${shown(blocks)}`).join('\n');
    case 'table':
      return block.rows.map((row) => row.map((cell) => cell.map(ofInline).join('')).join(' ')).join('\n');
    case 'rule':
      return '';
    default:
      return block satisfies never;
  }
};

export const shown = (blocks: readonly Block[]): string => blocks.map(ofBlock).join('\n');
