"""The tokenizer: byte-level BPE with single digits, and the chat format around every job.

`smollm` pre-tokenisation (each digit alone, then the GPT-2 pattern) is one that llama.cpp knows by
name, so the GGUF and tokenizer.json split every text alike.

    python nano/tokens.py --data RUN/data --out RUN/tokenizer.json
"""
import argparse
import json
from pathlib import Path

from tokenizers import AddedToken, Tokenizer, decoders, models, pre_tokenizers, trainers

START, END, PAD = '<|im_start|>', '<|im_end|>', '<|endoftext|>'
SPECIAL = [PAD, START, END]

# One user message, no default system message; generation starts after the assistant header.
CHAT_TEMPLATE = (
    "{% for message in messages %}{{ '<|im_start|>' + message['role'] + '\\n' + message['content']"
    " + '<|im_end|>\\n' }}{% endfor %}{% if add_generation_prompt %}{{ '<|im_start|>assistant\\n' }}"
    "{% endif %}"
)


def chat(content):
    """The whole prompt of one user message, as the chat template renders it."""
    return f'{START}user\n{content}{END}\n{START}assistant\n'


def solve_content(question):
    return f'Solve.\n{question}'


def numbered(solution):
    """Every line gets its number, but the one with the answer."""
    return '\n'.join(line if line.startswith('The answer is ') else f'{k}. {line}'
                     for k, line in enumerate(solution.split('\n'), 1))


def combine_content(solutions, question=None, job='Combine.'):
    """`[1]`, solution, `[2]`, solution … with their steps numbered; no line end at the end."""
    parts = [job]
    if question is not None:
        parts.append(f'Question: {question}')
    for k, solution in enumerate(solutions, 1):
        parts += [f'[{k}]', numbered(solution)]
    return '\n'.join(parts)


def choose_content(solutions, question=None):
    return combine_content(solutions, question, 'Choose.')


def judge_content(reference, answer):
    return f'Judge.\nReference:\n{reference}\nAnswer:\n{answer}'


def pre_tokenizer():
    return pre_tokenizers.Sequence([
        pre_tokenizers.Digits(individual_digits=True),
        pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=True),
    ])


def train(texts, size):
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizer()
    tokenizer.decoder = decoders.ByteLevel()
    tokenizer.train_from_iterator(texts, trainers.BpeTrainer(
        vocab_size=size,
        special_tokens=[AddedToken(t, special=True, normalized=False) for t in SPECIAL],
        initial_alphabet=sorted(pre_tokenizers.ByteLevel.alphabet()),
        show_progress=False,
    ))
    return tokenizer


class Codec:
    """Text to ids and back, with the chat frame as ready ids."""

    def __init__(self, path):
        self.tokenizer = Tokenizer.from_file(str(path))
        self.size = self.tokenizer.get_vocab_size()
        self.pad = self.tokenizer.token_to_id(PAD)
        self.end = self.tokenizer.token_to_id(END)
        self.newline = self.encode('\n')[0]
        self.frame = len(self.encode(f'{END}\n{START}assistant\n'))

    def encode(self, text):
        return self.tokenizer.encode(text, add_special_tokens=False).ids

    def encode_all(self, texts):
        return [e.ids for e in self.tokenizer.encode_batch_fast(texts, add_special_tokens=False)]

    def decode(self, ids):
        return self.tokenizer.decode(ids, skip_special_tokens=True)


def main():
    args = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    args.add_argument('--data', type=Path, required=True, help='folder of train-LEVEL.jsonl')
    args.add_argument('--out', type=Path, required=True)
    args.add_argument('--size', type=int, default=1536)
    args.add_argument('--rows', type=int, default=20000, help='rows read per level')
    args = args.parse_args()
    texts = []
    for path in sorted(args.data.glob('train-*.jsonl')):
        with path.open() as lines:
            for line, _ in zip(lines, range(args.rows)):
                row = json.loads(line)
                texts += [solve_content(row['question']), combine_content([row['solution']])]
    tokenizer = train(texts + ['user', 'assistant', 'Combine.\nQuestion: '], args.size)
    tokenizer.save(str(args.out))
    sample = [len(e.ids) for e in tokenizer.encode_batch(texts[:4000])]
    print(f'{tokenizer.get_vocab_size()} tokens; {sum(sample) / len(sample):.1f} per text')


if __name__ == '__main__':
    main()
