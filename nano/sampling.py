"""Batched generation with a key-value cache. Prompts are padded on the left and masked."""
import torch
import torch.nn.functional as F

from model import rotate


def step(model, tokens, start, cache, mask, cos, sin):
    """Runs tokens [batch, n] at cache columns start..start+n and returns the last logits."""
    x = model.embed(tokens)
    n = tokens.shape[1]
    for block, (keys, values) in zip(model.blocks, cache):
        y = block.norm1(x)
        q = rotate(block.heads(block.q(y)), cos, sin)
        keys[:, :, start:start + n] = rotate(block.heads(block.k(y)), cos, sin)
        values[:, :, start:start + n] = block.heads(block.v(y))
        y = F.scaled_dot_product_attention(
            q, keys[:, :, :start + n], values[:, :, :start + n], attn_mask=mask)
        x = x + block.o(y.transpose(1, 2).flatten(2))
        x = x + block.feed(block.norm2(x))
    return model.logits(model.norm(x[:, -1]))


def choose(logits, temperature, generator):
    if temperature == 0:
        return logits.argmax(-1)
    chance = torch.softmax(logits / temperature, -1)
    return torch.multinomial(chance, 1, generator=generator)[:, 0]


@torch.no_grad()
def generate(model, prompts, copies, longest, end, temperature, generator):
    """`copies` continuations of each prompt (lists of ids), without the end token.

    A prompt is run once and its cache repeated. A continuation that reaches `longest` is cut there.
    """
    shape, rows = model.shape, len(prompts)
    width = max(map(len, prompts))
    tokens = torch.zeros(rows, width, dtype=torch.long)
    real = torch.zeros(rows, width + longest, dtype=torch.bool)
    real[:, width:] = True
    for i, prompt in enumerate(prompts):
        tokens[i, width - len(prompt):] = torch.tensor(prompt)
        real[i, width - len(prompt):width] = True
    cache = [[torch.zeros(rows, shape.heads, width + longest, shape.head) for _ in range(2)]
             for _ in model.blocks]
    causal = torch.ones(width, width, dtype=torch.bool).tril()
    mask = (causal & real[:, None, None, :width]) | torch.eye(width, dtype=torch.bool)
    logits = step(model, tokens, 0, cache, mask, model.cos[:width], model.sin[:width])
    logits = logits.repeat_interleave(copies, 0)
    real = real.repeat_interleave(copies, 0)
    cache = [[part.repeat_interleave(copies, 0) for part in pair] for pair in cache]
    out = [[] for _ in range(rows * copies)]
    alive = torch.arange(rows * copies)
    going = torch.ones(rows * copies, dtype=torch.bool)
    for at in range(width, width + longest):
        drawn = choose(logits, temperature, generator)
        going &= drawn != end
        for row, token in zip(alive[going].tolist(), drawn[going].tolist()):
            out[row].append(token)
        left = int(going.sum())
        if left == 0 or at + 1 == width + longest:
            break
        if left < 0.7 * len(going):
            # Finished rows run along until there are enough of them to pay for moving the cache.
            alive, drawn, real = alive[going], drawn[going], real[going]
            cache = [[part[going] for part in pair] for pair in cache]
            going = torch.ones(left, dtype=torch.bool)
        mask = real[:, None, None, :at + 1]
        logits = step(model, drawn[:, None], at, cache, mask, model.cos[at:at + 1],
                      model.sin[at:at + 1])
    return [out[i * copies:(i + 1) * copies] for i in range(rows)]


def generate_all(model, prompts, copies, longest, end, temperature, seed, tokens=40000):
    """`generate` in batches of like length, of about `tokens` cache columns each."""
    generator = torch.Generator().manual_seed(seed)
    order = sorted(range(len(prompts)), key=lambda i: len(prompts[i]))
    out = [None] * len(prompts)
    while order:
        count = max(1, tokens // (copies * (len(prompts[order[0]]) + longest)))
        picked, order = order[:count], order[count:]
        batch = [prompts[i] for i in picked]
        for i, texts in zip(picked, generate(
                model, batch, copies, longest, end, temperature, generator)):
            out[i] = texts
    return out
