/** What `cat --help` prints of `ask` and `experiment`. */
import { ggufOffers } from '../../src/engine/wllama/catalogue.ts';
import { SUBSETS_BOUND } from '../../src/run/settings.ts';

/** Of WebLLM's list. */
export const exampleName = 'Llama-3.2-1B-Instruct-q4f16_1-MLC';

export const usageText = (methods: readonly string[], usual: readonly string[]): string => `usage:
  npm run --silent cat -- ask "QUESTION" [--answer ANSWER] [flags]
  npm run --silent cat -- experiment FILE.jsonl [--limit N] [--out DIR] [--scaling LIST] [flags]

flags:
  --model nano|NAME|PATH.gguf|URL   the policy (nano); of a split GGUF the first part; a NAME is
                               ${ggufOffers.map(({ name }) => name).join(', ')}, or one of WebLLM’s
                               such as ${exampleName}
  --anchor nano|NAME|PATH.gguf|URL  the model that writes the synthesis (the policy)
  --judge nano|NAME|PATH.gguf|URL   the model that judges open questions (the anchor)
  --chat nano|general          prompts for a model that is given (general)
  --engine wllama|webllm|server|auto  CPU, GPU, a server, or the GPU where there is one (auto)
  --server URL                 with --engine server: the address of its interface, such as http://localhost:8080/v1;
                               --model is then a name that it has. Text leaves this machine. Its key is
                               read from the environment variable CAT_SERVER_KEY alone
  --gpu auto|always|never      a GGUF’s layers on the GPU: where there is one, in software too, or not
                               (auto; with --engine wllama never)
  --library PATH.wasm|URL      --model is then the folder of a model compiled for WebLLM
  --group N                    rollouts of each question, 1 to 32 (8)
  --temperature T  --top-p P  --top-k K  --max-tokens N  --seed N
  --question-visible           the anchor sees the question
  --regime auto|verifiable|open  open: judged by criteria instead of a final answer (auto: by the row)
  --repeats N  --permute       judge 1 to 5 times (1), in a random order, the answer first in turn
  --methods LIST|all           of ${methods.join(',')}
                               (${usual.join(',')}); all: selfConsistency with --regime open only
  --scaling LIST               experiment: sizes of smaller groups out of the same rollouts that a
                               synthesis is written of too, such as 1,2,4; with --out also for rows
                               that are there
  --subsets N                  how many smaller groups of each size, 1 to ${SUBSETS_BOUND.high} (1)
  --yes                        fetch a model by its NAME without asking: its hosts and its exact bytes
                               are asked about otherwise; nothing of it is kept after the command
  --json                       only JSON on stdout; progress is on stderr`;
