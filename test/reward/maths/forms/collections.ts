/** Sets of reals, and several values that stand together. */
import type { Form } from './form.ts';

export const COLLECTIONS: readonly Form[] = [
  {
    form: 'inequalities, intervals and sets of reals',
    equal: [
      ['x > 3', '3 < x'],
      ['-2x \\le 6', 'x \\ge -3'],
      ['x \\geq 3', '[3, \\infty)'],
      ['1 < x \\le 3', '(1, 3]'],
      ['x \\in [1, 3)', '1 \\le x < 3'],
      ['2x + 1 > 7', '(3,\\infty)'],
      ['x < 1 \\text{ or } x > 3', '(-\\infty, 1) \\cup (3, \\infty)'],
      ['(-\\infty,0) \\cup (1,2]', '(1, 2] \\cup (-\\infty, 0)'],
      ['[1,3] \\cup [2,5]', '[1,5]'],
      ['x <> 0', 'x \\not= 0'],
      ['x \\neq 0', '(-\\infty,0)\\cup(0,\\infty)'],
      ['\\mathbb{R} \\setminus \\{0\\}', 'x \\ne 0'],
      ['\\mathbb{R}', '(-\\infty, \\infty)'],
      ['all real numbers', '\\mathbb{R}'],
      ['|x| < 2', '(-2, 2)'],
      ['\\emptyset', '\\text{no solution}'],
      ['\\{x \\mid x > 3\\}', '(3, \\infty)'],
      ['[\\sqrt{2}, \\pi)', '\\sqrt2 \\le x < \\pi'],
    ],
    different: [
      ['x > 3', 'x < 3'],
      ['x > 3', 'x \\ge 3'],
      ['[0,1)', '(0,1]'],
      ['x > 3', '(4, \\infty)'],
      ['(0,1) \\cup (1,2)', '(0,2)'],
      ['\\infty', '-\\infty'],
      ['\\infty', '5'],
      ['\\emptyset', '\\{0\\}'],
    ],
  },
  {
    form: 'tuples, sets and lists',
    equal: [
      ['(1, \\frac12)', '(1,0.5)'],
      ['(1,2)', '1, 2'],
      ['1, 2, 3', '3, 1, 2'],
      ['1 and 2', '\\{2, 1\\}'],
      ['\\{1, 2, 2\\}', '\\{2, 1\\}'],
      ['[1, 2, 3]', '(1, 2, 3)'],
      ['\\langle 1, 2\\rangle', '(1,2)'],
      ['<1, 2>', '(1,2)'],
      ['Mary and John', 'John, Mary'],
    ],
    different: [
      ['(1,2)', '(2,1)'],
      ['(1,2)', '\\{1,2\\}'],
      ['(1,2)', '[1,2]'],
      ['1, 2', '1, 2, 3'],
      ['4, 12, 2', '10, 4, 2'],
      ['1, 2', '7'],
    ],
  },
  {
    form: 'matrices',
    equal: [
      [
        '\\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix}',
        '\\begin{bmatrix}1&2\\\\3&4\\end{bmatrix}',
      ],
      [
        '\\frac12\\begin{pmatrix} 2 \\\\ 4 \\end{pmatrix}',
        '\\begin{pmatrix} 1 \\\\ 2 \\end{pmatrix}',
      ],
      ['[[1,2],[3,4]]', '\\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix}'],
      ['\\left[\\begin{array}{cc} 1 & 2 \\end{array}\\right]', '\\begin{pmatrix}1&2\\end{pmatrix}'],
    ],
    different: [
      ['\\begin{pmatrix} 1 & 2 \\end{pmatrix}', '\\begin{pmatrix} 1 \\\\ 2 \\end{pmatrix}'],
      ['\\begin{pmatrix} 1 & 2 \\end{pmatrix}', '\\begin{pmatrix} 1 & 3 \\end{pmatrix}'],
    ],
  },
];
