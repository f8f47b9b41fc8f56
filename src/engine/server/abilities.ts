/** What a server was found to do, once, when its model was loaded. */
export interface Abilities {
  /** Gives the log-probability of each token. */
  readonly logprobs: boolean;
  /** Takes `top_k` and its like, which OpenAI's own interface has not. */
  readonly extras: boolean;
  /** Tells the tokens of a streamed prompt. */
  readonly usage: boolean;
  /** Gives several different answers to one request (`n`). */
  readonly choices: boolean;
  /** Keeps to a JSON schema. */
  readonly grammar: boolean;
  /** Counts the tokens of a prompt (`/tokenize`); otherwise an answer of one token tells them. */
  readonly counts: boolean;
}

export const nothingKnown: Abilities = {
  logprobs: true,
  extras: true,
  usage: true,
  choices: false,
  grammar: false,
  counts: false,
};
