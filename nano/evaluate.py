"""Accuracy on held-out problems, measured in PyTorch: single, majority, synthesis, oracle.

    python nano/evaluate.py --run RUN --count 200

Its figures steer the training. The published ones are measured through the shipped GGUF in the
browser engine.
"""
import argparse
import json
import random
from collections import Counter
from pathlib import Path

import torch

from data import LEVELS, read_rows, reading
from sampling import generate_all
from tokens import Codec, chat, combine_content, solve_content

LONGEST = {'solve': 200, 'combine': 480}


def majority(answers):
    """The most frequent reading, ties to the first seen; absent ones do not vote."""
    counts = Counter(a for a in answers if a is not None)
    return max(counts, key=counts.get) if counts else None


def sample_groups(model, codec, rows, size, temperature=1.0, seed=0):
    prompts = [codec.encode(chat(solve_content(row['question']))) for row in rows]
    groups = generate_all(model, prompts, size, LONGEST['solve'], codec.end, temperature, seed)
    return [[codec.decode(ids) for ids in group] for group in groups]


def combine_all(model, codec, rows, groups, visible, seed=1):
    """One greedy synthesis a group, as the page takes it (deviation 13)."""
    prompts = [codec.encode(chat(combine_content(g, row['question'] if visible else None)))
               for row, g in zip(rows, groups)]
    texts = generate_all(model, prompts, 1, LONGEST['combine'], codec.end, 0, seed)
    return [codec.decode(text[0]) for text in texts]


def outcomes(model, codec, rows, size=8, seed=0, temperature=1.0):
    """Per problem what each method answered; one rollout more than `size` serves equal compute."""
    groups = sample_groups(model, codec, rows, size + 1, temperature, seed)
    eight = [group[:size] for group in groups]
    written = {name: combine_all(model, codec, rows, eight, name == 'visible')
               for name in ('blind', 'visible')}
    for i, row in enumerate(rows):
        answers, truth = [reading(text) for text in groups[i]], row['answer']
        vote, blind = majority(answers[:size]), reading(written['blind'][i])
        right = sum(a == truth for a in answers[:size])
        yield {
            'single': right / size, 'majority': vote == truth,
            'majorityEqualCompute': majority(answers) == truth, 'synthesis': blind == truth,
            'visible': reading(written['visible'][i]) == truth, 'oracle': right > 0,
            'disagree': blind is None or blind != vote,
        }


def bootstrap(gaps, rounds=2000, seed=0):
    """The 95 % interval of the mean of paired differences."""
    rng = random.Random(seed)
    means = sorted(sum(rng.choices(gaps, k=len(gaps))) / len(gaps) for _ in range(rounds))
    return means[int(0.025 * rounds)], means[int(0.975 * rounds)]


def measure(model, codec, rows, size=8, seed=0, temperature=1.0):
    """Figures in the form that `npm run cat -- experiment --json` prints, and `visible` beside."""
    found = list(outcomes(model, codec, rows, size, seed, temperature))
    shares = {name: round(sum(f[name] for f in found) / len(found), 4)
              for name in found[0] if name != 'disagree'}
    gaps = [f['synthesis'] - f['majority'] for f in found]
    low, high = bootstrap(gaps)
    differ, lost = [f for f in found if f['disagree']], [f for f in found if not f['oracle']]
    return {
        'questions': len(found), 'accuracy': shares,
        'difference': {'synthesisMinusMajority': round(sum(gaps) / len(gaps), 4),
                       'low': round(low, 4), 'high': round(high, 4)},
        'disagree': {'count': len(differ), 'synthesisRight': sum(f['synthesis'] for f in differ)},
        'allWrong': {'count': len(lost), 'synthesisRight': sum(f['synthesis'] for f in lost)},
    }


def main():
    from checkpoint import load_model
    from readback import load_gguf
    args = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    args.add_argument('--run', type=Path, required=True)
    args.add_argument('--checkpoint', type=Path)
    args.add_argument('--count', type=int, default=200)
    args.add_argument('--group', type=int, default=8)
    args.add_argument('--temperature', type=float, default=1.0)
    args.add_argument('--threads', type=int, default=1)
    args.add_argument('--gguf', type=Path, help='measure this file instead of a checkpoint')
    args.add_argument('--split', default='heldout', choices=['heldout', 'edited'])
    args.add_argument('--levels', default=','.join(LEVELS))
    args = args.parse_args()
    torch.set_num_threads(args.threads)
    codec = Codec(args.run / 'tokenizer.json')
    model = (load_gguf(args.gguf) if args.gguf
             else load_model(args.checkpoint or args.run / 'checkpoint.pt'))
    for level in args.levels.split(','):
        rows = read_rows(args.run / 'data' / f'{args.split}-{level}.jsonl')
        random.Random(5).shuffle(rows)
        figures = measure(model, codec, rows[:args.count], args.group,
                          temperature=args.temperature)
        print(json.dumps({'level': level, **figures}), flush=True)


if __name__ == '__main__':
    main()
