/** Numbers to a base, ratios, and words for a value. */
import type { Form } from './form.ts';

export const WORDS: readonly Form[] = [
  {
    form: 'numbers to a base',
    equal: [
      ['1011_2', '11'],
      ['1011_{2}', '1011_{\\text{two}}'],
      ['204_5', '204_{5}'],
      ['FF_{16}', '255'],
      ['1011 base 2', '1011_2'],
    ],
    different: [
      ['1011_2', '1011'],
      ['1011_2', '1011_3'],
    ],
  },
  {
    form: 'ratios and times',
    equal: [
      ['3:4', '6:8'],
      ['3:4', '\\frac34'],
      ['1:2:3', '2:4:6'],
      ['3 to 4', '3:4'],
      ['3:45 PM', '15:45'],
      ['3:45 p.m.', '3:45'],
      ['5 pm', '5:00 PM'],
    ],
    different: [
      ['3:4', '4:3'],
      ['3:45 am', '3:45 pm'],
      ['3:45', '3:46'],
      ['1:2:3', '1:2:4'],
    ],
  },
  {
    form: 'factorials and number words',
    equal: [
      ['5!', '120'],
      ['\\binom{5}{2}', '10'],
      ['seven', '7'],
      ['twenty-five', '25'],
      ['one hundred and five', '105'],
      ['two thousand three hundred', '2300'],
      ['two thirds', '2/3'],
      ['one half', '0.5'],
      ['five apples', '5'],
    ],
    different: [
      ['5!', '5'],
      ['seven', '8'],
      ['Tuesday', '2'],
    ],
  },
  {
    form: 'words and choices',
    equal: [
      ['\\text{Tuesday}', 'tuesday'],
      ['(C)', '\\text{C}'],
      ['C', '\\textbf{(C)}'],
      ['(C) 12', 'C'],
      ['\\textbf{(C)}\\ 12', '12'],
      ['B. the second', 'B'],
      ['the circle', 'circle'],
      ['June 20', 'june 20'],
      ['yes', 'Yes.'],
    ],
    different: [
      ['odd', 'oddd'],
      ['C', 'D'],
      ['(C) 12', '(D) 12'],
      ['yes', 'no'],
      ['June 20', 'June 21'],
    ],
  },
];
