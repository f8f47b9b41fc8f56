/**
 * A small grammar for what stands in answers: LaTeX and plain notation mixed, implied products,
 * `\frac12`, mixed numbers, functions with and without brackets. Everything outside it is null, so
 * nothing unexpected reaches the evaluation. Precedence as one reads it aloud: `1/2x` is (1/2)x,
 * `-x^2` is −(x²), powers bind to the right.
 *
 * Bounds keep it quick: at most 400 characters, 40 levels.
 */
import { binary, FUNCTION_NAMES, whole } from './node.ts';
import type { FunctionName, Node } from './node.ts';
import { parseDecimal } from './rational.ts';

const MOST_CHARACTERS = 400;
const MOST_LEVELS = 40;

class Unreadable extends Error {}

/** The expression of a cleaned text, or null where it is none. */
export function parseExpression(text: string): Node | null {
  if (text.length > MOST_CHARACTERS) return null;
  const reader = new Reader(text);
  try {
    return reader.whole();
  } catch (error) {
    if (error instanceof Unreadable) return null;
    throw error;
  }
}

class Reader {
  readonly #text: string;
  #at = 0;
  #level = 0;
  #insideBars = false;
  #insideCalls = 0;

  constructor(text: string) {
    this.#text = text;
  }

  whole(): Node {
    const node = this.#sum();
    this.#space();
    if (this.#at < this.#text.length) throw new Unreadable();
    return node;
  }

  #sum(): Node {
    if (++this.#level > MOST_LEVELS) throw new Unreadable();
    let left = this.#product();
    for (;;) {
      const op = this.#take(/[+-]/y);
      if (op === null) break;
      left = { kind: 'binary', op: op as '+' | '-', left, right: this.#product() };
    }
    this.#level--;
    return left;
  }

  #product(): Node {
    let left = this.#signed();
    for (;;) {
      const op = this.#take(/[*/]/y);
      if (op !== null) left = { kind: 'binary', op: op as '*' | '/', left, right: this.#signed() };
      else if (this.#startsFactor() || this.#follows('!')) {
        left = { kind: 'binary', op: '*', left, right: this.#power() };
      } else return left;
    }
  }

  #signed(): Node {
    const sign = this.#take(/[+-]/y);
    if (sign === null) return this.#power();
    if (++this.#level > MOST_LEVELS) throw new Unreadable();
    const of = this.#signed();
    this.#level--;
    return sign === '-' ? { kind: 'negate', of } : of;
  }

  #power(): Node {
    const left = this.#factorials(this.#atom());
    return this.#take(/\^/y) === null
      ? left
      : this.#factorials(binary(left, '^', this.#exponent()));
  }

  #factorials(of: Node): Node {
    const signs = this.#take(/!(?:!*)/y) ?? '';
    if (signs.length > 1) throw new Unreadable();
    if (signs === '') return this.#degrees(of);
    return { kind: 'factorial', of };
  }

  /** Behind a number that a function takes, degrees are an angle; elsewhere they are a unit. */
  #degrees(of: Node): Node {
    if (this.#take(/°/y) === null) return of;
    if (this.#insideCalls === 0) throw new Unreadable();
    return binary(binary(of, '*', { kind: 'constant', name: 'pi' }), '/', whole(180n));
  }

  #exponent(): Node {
    if (++this.#level > MOST_LEVELS) throw new Unreadable();
    const sign = this.#take(/[+-]/y);
    const node = this.#peek(/\{/y) ? this.#group() : this.#power();
    this.#level--;
    return sign === '-' ? { kind: 'negate', of: node } : node;
  }

  /** `4!2!` is a product. */
  #follows(sign: string): boolean {
    return this.#peek(/\d/y) && this.#text.slice(0, this.#at).trimEnd().endsWith(sign);
  }

  /** What may follow a factor without a sign between them. A number may not: `x2` is unclear. */
  #startsFactor(): boolean {
    if (this.#peek(/\|/y)) return !this.#insideBars;
    return this.#peek(/[a-zA-Z({[⌊⌈]|\\(?!\}|r(?:floor|ceil))/y);
  }

  #atom(): Node {
    const digits = this.#take(/(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d{1,3}(?![\d.]))?/y);
    if (digits !== null) return this.#numberFrom(digits);
    if (this.#peek(/[({[]/y)) return this.#group();
    if (this.#take(/\|/y) !== null) {
      const before = this.#insideBars;
      this.#insideBars = true;
      const of = this.#sum();
      this.#insideBars = before;
      this.#expect(/\|/y);
      return { kind: 'call', name: 'abs', of };
    }
    if (this.#take(/\\frac(?![a-zA-Z])/y) !== null) {
      const left = this.#argument();
      return { kind: 'binary', op: '/', left, right: this.#argument() };
    }
    if (this.#take(/\\sqrt(?![a-zA-Z])|sqrt(?=\[)/y) !== null) return this.#root();
    const rounded = this.#take(/\\l(?:floor|ceil)(?![a-zA-Z])|⌊|⌈/y);
    if (rounded !== null) {
      const name = /floor|⌊/.test(rounded) ? 'floor' : 'ceil';
      const of = this.#sum();
      this.#expect(name === 'floor' ? /\\rfloor(?![a-zA-Z])|⌋/y : /\\rceil(?![a-zA-Z])|⌉/y);
      return { kind: 'call', name, of };
    }
    if (this.#take(/cbrt(?![a-zA-Z])/y) !== null) {
      return binary(this.#argument(), '^', binary(whole(1n), '/', whole(3n)));
    }
    if (this.#take(/\\[dt]?binom(?![a-zA-Z])/y) !== null) {
      const from = this.#argument();
      return choose(from, this.#argument());
    }
    return this.#named();
  }

  /** A whole number straight before a fraction of digits is a mixed number. */
  #numberFrom(digits: string): Node {
    const [mantissa = '', scale] = digits.split(/e/i);
    const number = scale === undefined ? numberNode(digits) : scientific(mantissa, scale);
    const repeated = this.#take(/\\overline\s*(?:\{\s*\d+\s*\}|\d)/y);
    if (repeated !== null) return binary(number, '+', repeatedPart(digits, repeated));
    const fraction = /^\d+$/.test(digits)
      ? this.#take(/\\frac(?:\s*\{\s*\d+\s*\}|\s*\d)(?:\s*\{\s*\d+\s*\}|\s*\d)/y)
      : null;
    if (fraction === null) return number;
    const [, top = '', bottom = ''] =
      /\\frac\D*?(\d+(?=\s*\})|\d)\D*(\d+)\s*\}?$/.exec(fraction) ?? [];
    const part: Node = {
      kind: 'binary',
      op: '/',
      left: numberNode(top),
      right: numberNode(bottom),
    };
    return { kind: 'binary', op: '+', left: number, right: part };
  }

  #root(): Node {
    let degree: Node | null = null;
    if (this.#take(/\[/y) !== null) {
      degree = this.#sum();
      this.#expect(/\]/y);
    }
    const of = this.#argument();
    if (degree === null) return { kind: 'call', name: 'sqrt', of };
    const right: Node = { kind: 'binary', op: '/', left: numberNode('1'), right: degree };
    return { kind: 'binary', op: '^', left: of, right };
  }

  /** A LaTeX argument: a group, or one digit or letter. */
  #argument(): Node {
    if (this.#peek(/[{(]/y)) return this.#group();
    const digit = this.#take(/\d/y);
    if (digit !== null) return numberNode(digit);
    if (this.#peek(/[a-zA-Z\\]/y)) return this.#atom();
    throw new Unreadable();
  }

  #group(): Node {
    const open = this.#expect(/[({[]/y);
    const before = this.#insideBars;
    this.#insideBars = false;
    const node = this.#sum();
    this.#insideBars = before;
    this.#expect(open === '(' ? /\)/y : open === '[' ? /\]/y : /\}/y);
    return node;
  }

  #named(): Node {
    const called = this.#take(FUNCTIONS);
    if (called !== null) return this.#call(called.replace('\\', '') as FunctionName);
    if (this.#take(/infinity/y) !== null) return { kind: 'constant', name: 'infinity' };
    if (this.#take(/pi/y) !== null) return { kind: 'constant', name: 'pi' };
    const name = this.#take(/\\[a-zA-Z]+|[a-zA-Z]/y);
    if (name === null || (name.startsWith('\\') && !GREEK.test(name))) throw new Unreadable();
    const index = this.#take(/_(?:\{\s*[a-zA-Z0-9]+\s*\}|[a-zA-Z0-9])/y);
    if (index === null && (name === 'e' || name === 'i')) return { kind: 'constant', name };
    const primes = this.#take(/'{1,3}/y) ?? '';
    const full = (index === null ? name : name + index.replace(/[{}\s]/g, '')) + primes;
    if (this.#isFunction(name, primes)) {
      return { kind: 'unknown', name: full, of: this.#group() };
    }
    return { kind: 'letter', name: full };
  }

  /** `f(…)` is never a product; of other letters only `P'(x)` and the like are functions. */
  #isFunction(name: string, primes: string): boolean {
    if (/^[fgh]$/.test(name)) return this.#peek(/\(/y);
    const named = /^[FGH]$/.test(name) || (/^[PpT]$/.test(name) && primes !== '');
    return named && this.#peek(/\(\s*[a-zA-Z0-9-]+\s*\)/y);
  }

  #call(name: FunctionName): Node {
    const base = name === 'log' && this.#take(/_/y) !== null ? this.#argument() : null;
    const power = this.#take(/\^/y) === null ? null : this.#exponent();
    this.#insideCalls++;
    const of = this.#peek(/[({|]/y) ? this.#factorials(this.#atom()) : this.#openArgument();
    this.#insideCalls--;
    const inverse = power !== null && isMinusOne(power);
    const asked = inverse ? FUNCTION_NAMES.find((other) => other === `arc${name}`) : name;
    if (asked === undefined) throw new Unreadable();
    let node: Node = { kind: 'call', name: asked, of };
    if (base !== null) {
      const right: Node = { kind: 'call', name: 'ln', of: base };
      node = { kind: 'binary', op: '/', left: { kind: 'call', name: 'ln', of }, right };
    }
    return power === null || inverse ? node : { kind: 'binary', op: '^', left: node, right: power };
  }

  /** `sin 2x` takes the product, up to a sign or the next function. */
  #openArgument(): Node {
    let left = this.#power();
    while (this.#startsFactor() && !this.#startsFunction()) {
      left = { kind: 'binary', op: '*', left, right: this.#power() };
    }
    return left;
  }

  #startsFunction(): boolean {
    return this.#peek(FUNCTIONS);
  }

  #space(): void {
    while (this.#text[this.#at] === ' ') this.#at++;
  }

  #take(pattern: RegExp): string | null {
    this.#space();
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#text);
    if (match === null) return null;
    this.#at += match[0].length;
    return match[0];
  }

  #peek(pattern: RegExp): boolean {
    this.#space();
    pattern.lastIndex = this.#at;
    return pattern.test(this.#text);
  }

  #expect(pattern: RegExp): string {
    const taken = this.#take(pattern);
    if (taken === null) throw new Unreadable();
    return taken;
  }
}

const FUNCTIONS = new RegExp(`\\\\?(?:${FUNCTION_NAMES.join('|')})`, 'y');

const GREEK =
  /^\\(?:alpha|beta|gamma|delta|epsilon|zeta|eta|theta|iota|kappa|lambda|mu|nu|xi|rho|sigma|tau|phi|varphi|chi|psi|omega)$/;

function numberNode(text: string): Node {
  const value = parseDecimal(text);
  if (value === null) throw new Unreadable();
  return { kind: 'number', value, text };
}

const scientific = (mantissa: string, scale: string): Node =>
  binary(numberNode(mantissa), '*', binary(whole(10n), '^', whole(BigInt(scale))));

/** `0.1\overline{6}` is 0.1 and 6/90. */
function repeatedPart(digits: string, repeated: string): Node {
  const run = repeated.replace(/\D/g, '');
  const point = digits.indexOf('.');
  if (point < 0) throw new Unreadable();
  const shift = 10n ** BigInt(digits.length - point - 1);
  return binary(whole(BigInt(run)), '/', whole((10n ** BigInt(run.length) - 1n) * shift));
}

function choose(from: Node, taken: Node): Node {
  const factorial = (of: Node): Node => ({ kind: 'factorial', of });
  const below = binary(factorial(taken), '*', factorial(binary(from, '-', taken)));
  return binary(factorial(from), '/', below);
}

const isMinusOne = (node: Node): boolean => {
  const of = node.kind === 'negate' ? node.of : null;
  return of?.kind === 'number' && of.value.top === 1n && of.value.bottom === 1n;
};
