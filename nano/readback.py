"""Reads a GGUF of ours as llama.cpp does: dequantised, with RoPE on neighbouring pairs.

An independent check of the export: the attention here turns pairs (2i, 2i+1), so a wrong
permutation of q and k shows as different answers.
"""
import gguf
import torch
import torch.nn.functional as F

from model import Nano, Shape
from sampling import generate


def number(reader, key):
    return reader.get_field(key).contents()


def tensors(reader):
    return {t.name: torch.from_numpy(gguf.quants.dequantize(t.data, t.tensor_type).copy()).float()
            for t in reader.tensors}


class Pairs:
    """The forward pass of llama.cpp's `llama` architecture over the file's own tensors."""

    def __init__(self, path):
        reader = gguf.GGUFReader(path)
        self.weights = tensors(reader)
        self.shape = Shape(
            vocab=self.weights['token_embd.weight'].shape[0],
            width=number(reader, 'llama.embedding_length'),
            layers=number(reader, 'llama.block_count'),
            heads=number(reader, 'llama.attention.head_count'),
            ff=number(reader, 'llama.feed_forward_length'),
            context=number(reader, 'llama.context_length'),
            theta=number(reader, 'llama.rope.freq_base'),
            eps=number(reader, 'llama.attention.layer_norm_rms_epsilon'),
        )

    def turn(self, x):
        """RoPE on x [heads, length, head]: dimensions 2i and 2i+1 turn together."""
        length, head = x.shape[1:]
        inverse = self.shape.theta ** (-torch.arange(0, head, 2).float() / head)
        angle = torch.arange(length).float()[:, None] * inverse
        even, odd = x[..., 0::2], x[..., 1::2]
        turned = [even * angle.cos() - odd * angle.sin(), even * angle.sin() + odd * angle.cos()]
        return torch.stack(turned, -1).flatten(-2)

    def norm(self, x, name):
        return F.rms_norm(x, x.shape[-1:], self.weights[f'{name}.weight'], self.shape.eps)

    def logits(self, ids):
        """ids [length] -> logits of the last position."""
        w, heads, length = self.weights, self.shape.heads, len(ids)
        x = w['token_embd.weight'][torch.tensor(ids)]
        for i in range(self.shape.layers):
            y = self.norm(x, f'blk.{i}.attn_norm')
            q, k, v = ((y @ w[f'blk.{i}.attn_{n}.weight'].T).view(length, heads, -1).transpose(0, 1)
                       for n in 'qkv')
            y = F.scaled_dot_product_attention(self.turn(q), self.turn(k), v, is_causal=True)
            x = x + y.transpose(0, 1).flatten(1) @ w[f'blk.{i}.attn_output.weight'].T
            y = self.norm(x, f'blk.{i}.ffn_norm')
            y = F.silu(y @ w[f'blk.{i}.ffn_gate.weight'].T) * (y @ w[f'blk.{i}.ffn_up.weight'].T)
            x = x + y @ w[f'blk.{i}.ffn_down.weight'].T
        return self.norm(x[-1], 'output_norm') @ w['token_embd.weight'].T


def load_gguf(path):
    """The file's dequantised weights in the training network, for measuring what is shipped."""
    pairs = Pairs(path)
    model, heads = Nano(pairs.shape), pairs.shape.heads
    parts = {'q': 'attn_q', 'k': 'attn_k', 'v': 'attn_v', 'o': 'attn_output', 'gate': 'ffn_gate',
             'up': 'ffn_up', 'down': 'ffn_down', 'norm1': 'attn_norm', 'norm2': 'ffn_norm'}
    state = {'embed.weight': pairs.weights['token_embd.weight'],
             'norm.weight': pairs.weights['output_norm.weight']}
    for i in range(pairs.shape.layers):
        for ours, theirs in parts.items():
            weight = pairs.weights[f'blk.{i}.{theirs}.weight']
            if ours in 'qk':
                rows, columns = weight.shape
                weight = weight.view(heads, -1, 2, columns).transpose(1, 2).reshape(rows, columns)
            state[f'blocks.{i}.{ours}.weight'] = weight
    model.load_state_dict(state)
    return model.eval()


def greedy(model, prompt, end, longest=160):
    """The most likely continuation of a prompt, from a checkpoint or from a GGUF."""
    if isinstance(model, Nano):
        return generate(model, [prompt], 1, longest, end, 0, None)[0][0]
    ids = list(prompt)
    while len(ids) < len(prompt) + longest:
        token = int(model.logits(ids).argmax())
        if token == end:
            break
        ids.append(token)
    return ids[len(prompt):]
