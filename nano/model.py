"""A small Llama: RMSNorm, RoPE (halves convention), SwiGLU, no biases, tied embeddings.

Kept to what llama.cpp's `llama` architecture computes, so that the export is exact. Sequences are
padded on the right: with causal attention a real token never sees padding, so no mask is needed.
"""
from dataclasses import asdict, dataclass

import torch
import torch.nn as nn
import torch.nn.functional as F

SHORT = 256


@dataclass(frozen=True)
class Shape:
    """Sizes of the network. Every row length is a multiple of 32, as q8_0 blocks require."""
    vocab: int = 1024
    width: int = 192
    layers: int = 5
    heads: int = 6
    ff: int = 512
    context: int = 4096
    theta: float = 10000.0
    eps: float = 1e-5

    @property
    def head(self):
        return self.width // self.heads

    def to_json(self):
        return asdict(self)


def rope_table(shape, length):
    """cos and sin of shape [length, head]: the angle of dimension i repeats at i + head/2."""
    inverse = shape.theta ** (-torch.arange(0, shape.head, 2).float() / shape.head)
    angle = torch.arange(length).float()[:, None] * inverse[None, :]
    angle = torch.cat([angle, angle], dim=1)
    return angle.cos(), angle.sin()


def rotate(x, cos, sin):
    """RoPE on x [..., length, head] in the halves convention."""
    half = x.shape[-1] // 2
    turned = torch.cat([-x[..., half:], x[..., :half]], dim=-1)
    return x * cos + turned * sin


def causal(q, k, v):
    """Causal attention. PyTorch's own for CPUs is made for long sequences; up to SHORT positions the
    plain matrices are two to four times as fast in bf16."""
    length = q.shape[2]
    if length > SHORT:
        return F.scaled_dot_product_attention(q, k, v, is_causal=True)
    ahead = torch.ones(length, length, dtype=torch.bool, device=q.device).triu(1)
    scores = (q @ k.transpose(-1, -2)).float() * q.shape[-1] ** -0.5
    return torch.softmax(scores.masked_fill(ahead, float('-inf')), -1).to(v.dtype) @ v


class Norm(nn.Module):
    def __init__(self, width, eps):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(width))
        self.eps = eps

    def forward(self, x):
        x = x.float()
        return x * torch.rsqrt(x.pow(2).mean(-1, keepdim=True) + self.eps) * self.weight


class Block(nn.Module):
    def __init__(self, shape):
        super().__init__()
        self.shape = shape
        width, ff = shape.width, shape.ff
        self.norm1, self.norm2 = Norm(width, shape.eps), Norm(width, shape.eps)
        self.q = nn.Linear(width, width, bias=False)
        self.k = nn.Linear(width, width, bias=False)
        self.v = nn.Linear(width, width, bias=False)
        self.o = nn.Linear(width, width, bias=False)
        self.gate = nn.Linear(width, ff, bias=False)
        self.up = nn.Linear(width, ff, bias=False)
        self.down = nn.Linear(ff, width, bias=False)

    def heads(self, x):
        batch, length, _ = x.shape
        return x.view(batch, length, self.shape.heads, self.shape.head).transpose(1, 2)

    def attend(self, x, cos, sin):
        q = rotate(self.heads(self.q(x)), cos, sin)
        k = rotate(self.heads(self.k(x)), cos, sin)
        v = self.heads(self.v(x))
        y = causal(q.to(v.dtype), k.to(v.dtype), v)
        return self.o(y.transpose(1, 2).flatten(2))

    def feed(self, x):
        return self.down(F.silu(self.gate(x)) * self.up(x))

    def forward(self, x, cos, sin):
        x = x + self.attend(self.norm1(x), cos, sin)
        return x + self.feed(self.norm2(x))


class Nano(nn.Module):
    def __init__(self, shape):
        super().__init__()
        self.shape = shape
        self.embed = nn.Embedding(shape.vocab, shape.width)
        self.blocks = nn.ModuleList(Block(shape) for _ in range(shape.layers))
        self.norm = Norm(shape.width, shape.eps)
        cos, sin = rope_table(shape, shape.context)
        self.register_buffer('cos', cos, persistent=False)
        self.register_buffer('sin', sin, persistent=False)
        self.reset()

    def reset(self):
        nn.init.normal_(self.embed.weight, std=0.02)
        for name, weight in self.named_parameters():
            if weight.ndim == 2 and 'embed' not in name:
                nn.init.normal_(weight, std=weight.shape[1] ** -0.5 * 0.6)
        for block in self.blocks:
            nn.init.zeros_(block.o.weight)
            nn.init.zeros_(block.down.weight)

    def hidden(self, tokens):
        """tokens [batch, length] -> normalised hidden states [batch, length, width]."""
        length = tokens.shape[1]
        x = self.embed(tokens)
        for block in self.blocks:
            x = block(x, self.cos[:length], self.sin[:length])
        return self.norm(x)

    def logits(self, hidden):
        return F.linear(hidden, self.embed.weight)

    def forward(self, tokens):
        return self.logits(self.hidden(tokens))
