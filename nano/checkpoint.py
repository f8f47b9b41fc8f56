"""Saving and loading. A checkpoint holds the averaged weights (`ema`), which are what is shipped.

    python nano/checkpoint.py --run RUN --out nano/checkpoint/nano-fp16.pt

writes the slim form: averaged weights alone, in fp16. A new run starts from it with
`python nano/train.py --from nano/checkpoint/nano-fp16.pt`; the optimisers begin afresh.

    python nano/checkpoint.py --mean A.pt B.pt --out RUN/begin.pt

writes the mean of slim weights of which one was trained on from the other: often better than both.
"""
import argparse
import os
from pathlib import Path

import torch

from model import Nano, Shape


def save(path, state):
    """Written beside and moved into place, so that a killed run never leaves half a file."""
    torch.save(state, f'{path}.part')
    os.replace(f'{path}.part', path)


def load_model(path, averaged=True):
    """The model of a training checkpoint, or of the slim fp16 one in nano/checkpoint/."""
    state = torch.load(path, map_location='cpu', weights_only=True)
    model = Nano(Shape(**state['shape']))
    weights = state['ema'] if averaged and 'ema' in state else state['model']
    model.load_state_dict({k: v.float() for k, v in weights.items()})
    return model.eval()


def jobs_of(path):
    """The jobs that were trained, by the names of the training; empty for weights from before they
    were kept, which know those of maths."""
    return torch.load(path, map_location='cpu', weights_only=True).get('totals', {}).get('jobs', [])


def mean_of(paths):
    """Slim weights whose every number is the mean of theirs; the shape and the totals are the first's."""
    states = [torch.load(path, map_location='cpu', weights_only=True) for path in paths]
    first = states[0]
    if any(state['shape'] != first['shape'] for state in states):
        raise SystemExit('weights of different shapes have no mean')
    weights = {key: sum(state['model'][key].float() for state in states) / len(states)
               for key in first['model']}
    return {**first, 'model': {key: value.half() for key, value in weights.items()}}


def slim(path):
    state = torch.load(path, map_location='cpu', weights_only=True)
    weights = {k: v.half() for k, v in state['ema'].items()}
    return {'shape': state['shape'], 'model': weights, 'totals': state['totals']}


def main():
    args = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    source = args.add_mutually_exclusive_group(required=True)
    source.add_argument('--run', type=Path)
    source.add_argument('--mean', type=Path, nargs='+', help='slim weights')
    args.add_argument('--out', type=Path, required=True)
    args = args.parse_args()
    args.out.parent.mkdir(parents=True, exist_ok=True)
    save(args.out, mean_of(args.mean) if args.mean else slim(args.run / 'checkpoint.pt'))


if __name__ == '__main__':
    main()
