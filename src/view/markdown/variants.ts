/** Letters of another hand: MathML Core has no attribute for them, Unicode has the letters. */

/** Where the capitals, the small letters and the digits of a hand begin. */
const HANDS: Readonly<Record<string, readonly [number, number, number?]>> = {
  bold: [0x1d400, 0x1d41a, 0x1d7ce],
  italic: [0x1d434, 0x1d44e],
  'bold-italic': [0x1d468, 0x1d482],
  script: [0x1d49c, 0x1d4b6],
  'bold-script': [0x1d4d0, 0x1d4ea],
  fraktur: [0x1d504, 0x1d51e],
  'bold-fraktur': [0x1d56c, 0x1d586],
  'double-struck': [0x1d538, 0x1d552, 0x1d7d8],
  'sans-serif': [0x1d5a0, 0x1d5ba, 0x1d7e2],
  'bold-sans-serif': [0x1d5d4, 0x1d5ee, 0x1d7ec],
  monospace: [0x1d670, 0x1d68a, 0x1d7f6],
};

/** Letters that Unicode had before it had the hands. */
const OLDER: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  italic: { h: 'ℎ' },
  script: { B: 'ℬ', E: 'ℰ', F: 'ℱ', H: 'ℋ', I: 'ℐ', L: 'ℒ', M: 'ℳ', R: 'ℛ', e: 'ℯ', g: 'ℊ', o: 'ℴ' },
  fraktur: { C: 'ℭ', H: 'ℌ', I: 'ℑ', R: 'ℜ', Z: 'ℨ' },
  'double-struck': { C: 'ℂ', H: 'ℍ', N: 'ℕ', P: 'ℙ', Q: 'ℚ', R: 'ℝ', Z: 'ℤ' },
};

export function inHand(text: string, variant: string): string {
  const hand = HANDS[variant];
  if (hand === undefined) return text;
  return [...text].map((char) => OLDER[variant]?.[char] ?? letter(char, hand)).join('');
}

function letter(char: string, [capital, small, digit]: readonly [number, number, number?]): string {
  const code = char.codePointAt(0) ?? 0;
  if (/^[A-Z]$/.test(char)) return String.fromCodePoint(capital + code - 0x41);
  if (/^[a-z]$/.test(char)) return String.fromCodePoint(small + code - 0x61);
  return digit !== undefined && /^\d$/.test(char) ? String.fromCodePoint(digit + code - 0x30) : char;
}
