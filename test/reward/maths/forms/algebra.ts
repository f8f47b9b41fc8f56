/** Complex numbers, letters, equations, and what holds of a value. */
import type { Form } from './form.ts';

export const ALGEBRA: readonly Form[] = [
  {
    form: 'plus and minus',
    equal: [
      ['1 \\pm \\sqrt{2}', '1+\\sqrt2, 1-\\sqrt2'],
      ['x = \\pm 2', '\\{-2, 2\\}'],
      ['\\pm 2', '2, -2'],
    ],
    different: [
      ['\\pm 2', '2'],
      ['1 \\pm 2', '2 \\pm 1'],
    ],
  },
  {
    form: 'complex numbers',
    equal: [
      ['3 + 4i', '4i + 3'],
      ['(1+i)^2', '2i'],
      ['\\sqrt{-4}', '2i'],
      ['e^{i\\pi}', '-1'],
      ['\\frac{1}{1+i}', '\\frac{1-i}{2}'],
      ['1+2i, 1-2i', '1 \\pm 2i'],
    ],
    different: [
      ['3 + 4i', '3 - 4i'],
      ['i', '1'],
    ],
  },
  {
    form: 'expressions with letters',
    equal: [
      ['x^2+2x+1', '(x+1)^2'],
      ['2\\cdot x', 'x + x'],
      ['\\sin^2 x+\\cos^2 x', '1'],
      ['\\sqrt{x}\\sqrt{x}', 'x'],
      ['\\ln(x^2)', '2\\ln x'],
      ['\\frac{x^2-1}{x-1}', 'x+1'],
      ['\\log_2 x', '\\frac{\\ln x}{\\ln 2}'],
      ['(-1)^{n+2}', '(-1)^n'],
      ['\\frac{n!}{(n-1)!}', 'n'],
      ['|x-5|', '|5-x|'],
      ['\\tan x', '\\frac{\\sin x}{\\cos x}'],
    ],
    different: [
      ['\\sqrt{x^2}', 'x'],
      ['|x-5|', '5-x'],
      ['x+1', 'x+2'],
      ['x', 'y'],
      ['(-2)^n', '(-2)^{n+1}'],
      ['E', 'e'],
      ['\\sin x', '\\sin 2x'],
    ],
  },
  {
    form: 'equations',
    equal: [
      ['y=2x-5', '2y = 4x - 10'],
      ['y = 2x - 5', 'x = \\frac{y+5}{2}'],
      ['y = \\frac{1}{x}', 'xy = 1'],
      ['y = e^x', 'x = \\ln y'],
      ['x^2+y^2=1', '1 - x^2 = y^2'],
      ['x = 5', '5'],
      ['5 = x', 'x = 5'],
      ['x = 2 + 3 = 5', '5'],
      ['3 \\cdot 4 = 12', '12'],
      ['y = x^2', 'x^2'],
      ['f(x) = 2x', '2x'],
      ['x \\approx 2.5', '2.5'],
      ['x(10-x)=21', '10-x=\\frac{21}{x}'],
      ['yz = 2xz - 5z', 'y = 2x - 5'],
      ['PV = nRT', 'P = \\frac{nRT}{V}'],
      ['\\text{Area} = 12\\text{ cm}^2', '12'],
      ['AB = 5', '5'],
    ],
    different: [
      ['y = x', 'y = -x'],
      ['x^2+y^2=1', 'x^2+y^2=2'],
      ['x = 5', 'y = 5'],
      ['x = 5', '6'],
      ['x^2 = 4', 'x = 3'],
      ['y = x', 'y \\ne x'],
    ],
  },
  {
    form: 'systems and values with names',
    equal: [
      ['x = 1, y = 2', 'y = 2, x = 1'],
      ['x = 1, y = 2', '(1, 2)'],
      ['(x, y) = (1, 2)', '(1,2)'],
      ['x = 2 or x = 3', '3, 2'],
      ['x = 2, 3', '\\{2, 3\\}'],
      ['\\begin{cases} x=1 \\\\ y=2 \\end{cases}', '(1, 2)'],
      ['x + y = 3, x - y = 1', 'x - y = 1, y + x = 3'],
    ],
    different: [
      ['x = 1, y = 2', 'x = 2, y = 1'],
      ['x = 1, y = 2', '(2, 1)'],
      ['x = 2 or x = 3', 'x = 2'],
    ],
  },
];
