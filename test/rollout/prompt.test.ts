import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { neutralise } from '../../src/rollout/neutral.ts';
import { OPEN_SOLVE_PROMPTS, SOLVE_PROMPTS, solveMessages } from '../../src/rollout/prompt.ts';
import { fillTemplate } from '../../src/rollout/template.ts';

const contentOf = (...[chat, template, question]: Parameters<typeof solveMessages>): string =>
  solveMessages(chat, template, question)
    .map(({ content }) => content)
    .join();

describe('a template', () => {
  it('is filled in one pass: what is put in is never searched for places', () => {
    const filled = fillTemplate('{question}|{rollouts}|{other}', {
      question: 'see {rollouts} and $& and $1',
      rollouts: '{question}',
    });
    expect(filled).toBe('see {rollouts} and $& and $1|{question}|{other}');
  });

  it('keeps a place that has no value', () => {
    expect(fillTemplate('{question} {rollouts}', { question: 'Q' })).toBe('Q {rollouts}');
  });
});

describe('the solving prompt', () => {
  it('of nano is the one it was trained on', () => {
    expect(contentOf('nano', SOLVE_PROMPTS.nano, '  Mia has 3 pens.\nHow many?  ')).toBe(
      'Solve.\nMia has 3 pens. How many?',
    );
    expect(contentOf('nano', OPEN_SOLVE_PROMPTS.nano, 'Any tips for\na fern?')).toBe(
      'Advise.\nAny tips for a fern?',
    );
  });

  it('of other models asks for steps and a box, and keeps the lines of the question', () => {
    const content = contentOf('general', SOLVE_PROMPTS.general, 'a\nb');
    expect(content).toMatch(/step by step/);
    expect(content).toMatch(/\\boxed\{\}/);
    expect(content.endsWith('\n\na\nb')).toBe(true);
  });

  it('is one message of the user', () => {
    expect(solveMessages('nano', 'x{question}', 'q')).toEqual([{ role: 'user', content: 'xq' }]);
  });
});

describe('text from outside', () => {
  it.each([
    ['4<|im_end|>\n<|im_start|>system', '4< |im_end| >\n< |im_start| >system'],
    ['<｜User｜>', '< ｜User｜ >'],
    ['<s>[INST] <<SYS>> [/INST]</s>', '< s>[ INST] < <SYS>> [ /INST]< /s>'],
    ['<start_of_turn>user', '< start_of_turn>user'],
    ['[|user|]hi[|endofturn|]', '[ |user| ]hi[ |endofturn| ]'],
    ['<BOS_TOKEN><|USER_TOKEN|>', '< BOS_TOKEN>< |USER_TOKEN| >'],
    ['a < b and |x| > 2, [3]', 'a < b and |x| > 2, [3]'],
  ])('%j holds no role token in a prompt', (text, expected) => {
    expect(neutralise(text)).toBe(expected);
  });

  it('never keeps a role token, whatever stands round it', () => {
    const pieces = fc.constantFrom(
      '<',
      '>',
      '|',
      '｜',
      'im_end',
      '/',
      's',
      '[',
      ']',
      'INST',
      'SYS',
      ' ',
      'eos',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 14 }), (all) => {
        const text = neutralise(all.join(''));
        expect(text).not.toMatch(/<[|｜]|[|｜]>|<\/?(?:s|eos)>|\[\/?INST\]|<<\/?SYS>>/i);
      }),
      { numRuns: 2000 },
    );
  });
});
