"""Saving and loading. A checkpoint holds the averaged weights (`ema`), which are what is shipped."""
import os

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
