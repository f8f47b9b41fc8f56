/** Sets that one click fetches, each one file that never changes at its address. */
export interface PublicSet {
  readonly id: 'math-500' | 'gsm8k';
  readonly name: string;
  readonly url: string;
  /** Of the file: what comes with another is refused. */
  readonly sha256: string;
  readonly bytes: number;
  readonly questions: number;
  readonly licence: string;
}

/**
 * No host of data sets could be reached while this was written. The digests and sizes are those that
 * many public repositories, unrelated to each other, give for these files at these revisions;
 * MATH-500's is also that of `math_splits/test.jsonl` in openai/prm800k, of which it is a copy.
 */
export const PUBLIC_SETS: readonly PublicSet[] = [
  {
    id: 'math-500',
    name: 'MATH-500',
    url:
      'https://huggingface.co/datasets/HuggingFaceH4/MATH-500/resolve/' +
      '6e4ed1a2a79af7d8630a6b768ec859cb5af4d3be/test.jsonl',
    sha256: '35dc41080a3680858b27fa7e0533d2d547825316fc5dafe5d316f4ccc5a06132',
    bytes: 446_564,
    questions: 500,
    licence: 'MIT',
  },
  {
    id: 'gsm8k',
    name: 'GSM8K test',
    url:
      'https://raw.githubusercontent.com/openai/grade-school-math/' +
      '3101c7d5072418e28b9008a6636bde82a006892c/grade_school_math/data/test.jsonl',
    sha256: '3730d312f6e3440559ace48831e51066acaca737f6eabec99bccb9e4b3c39d14',
    bytes: 749_738,
    questions: 1319,
    licence: 'MIT',
  },
];
