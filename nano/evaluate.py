"""Accuracy on held-out problems, measured in PyTorch: single, majority, synthesis, oracle.

    python nano/evaluate.py --run RUN --count 200

Its figures steer the training. The published ones are measured through the shipped GGUF in the
browser engine.
"""
import argparse
import json
import random
import re
from collections import Counter
from pathlib import Path

import torch

from data import LEVELS, read_rows
from sampling import generate_all
from tokens import Codec, chat, combine_content, solve_content

ANSWER = re.compile(r'The answer is (\d+)\.$')
LONGEST = 160


def reading(text):
    found = ANSWER.search(text)
    return found[1] if found else None


def majority(answers):
    """The most frequent reading, ties to the first seen; absent ones do not vote."""
    counts = Counter(a for a in answers if a is not None)
    return max(counts, key=counts.get) if counts else None


def sample_groups(model, codec, rows, size, temperature=1.0, seed=0):
    prompts = [codec.encode(chat(solve_content(row['question']))) for row in rows]
    groups = generate_all(model, prompts, size, LONGEST, codec.end, temperature, seed)
    return [[codec.decode(ids) for ids in group] for group in groups]


def combine_all(model, codec, rows, groups, visible, temperature=1.0, seed=1):
    prompts = [codec.encode(chat(combine_content(g, row['question'] if visible else None)))
               for row, g in zip(rows, groups)]
    texts = generate_all(model, prompts, 1, LONGEST, codec.end, temperature, seed)
    return [codec.decode(text[0]) for text in texts]


def measure(model, codec, rows, size=8, seed=0, temperature=1.0):
    """Shares of `rows` answered rightly. Rollouts and syntheses are sampled at `temperature`."""
    groups = sample_groups(model, codec, rows, size, temperature, seed)
    blind = combine_all(model, codec, rows, groups, False, temperature)
    seen = combine_all(model, codec, rows, groups, True, temperature)
    total = Counter()
    for row, group, b, s in zip(rows, groups, blind, seen):
        answers = [reading(text) for text in group]
        vote, truth = majority(answers), row['answer']
        right = sum(a == truth for a in answers)
        total['single'] += right / size
        total['majority'] += vote == truth
        total['blind'] += reading(b) == truth
        total['visible'] += reading(s) == truth
        total['oracle'] += right > 0
        total['none_right'] += right == 0
        total['rescued'] += right == 0 and reading(b) == truth
        total['disagree'] += reading(b) != vote
        total['disagree_right'] += reading(b) != vote and reading(b) == truth
    shares = {k: round(total[k] / len(rows), 4)
              for k in ('single', 'majority', 'blind', 'visible', 'oracle')}
    counts = {k: total[k] for k in ('none_right', 'rescued', 'disagree', 'disagree_right')}
    return {'count': len(rows), **shares, **counts}


def main():
    from checkpoint import load_model
    args = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    args.add_argument('--run', type=Path, required=True)
    args.add_argument('--checkpoint', type=Path)
    args.add_argument('--count', type=int, default=200)
    args.add_argument('--group', type=int, default=8)
    args.add_argument('--temperature', type=float, default=1.0)
    args.add_argument('--threads', type=int, default=1)
    args.add_argument('--levels', default=','.join(LEVELS))
    args = args.parse_args()
    torch.set_num_threads(args.threads)
    codec = Codec(args.run / 'tokenizer.json')
    model = load_model(args.checkpoint or args.run / 'checkpoint.pt')
    for level in args.levels.split(','):
        rows = read_rows(args.run / 'data' / f'heldout-{level}.jsonl')
        random.Random(5).shuffle(rows)
        figures = measure(model, codec, rows[:args.count], args.group,
                          temperature=args.temperature)
        print(json.dumps({'level': level, **figures}), flush=True)


if __name__ == '__main__':
    main()
