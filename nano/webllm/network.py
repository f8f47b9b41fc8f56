"""The network as web-llm calls it: embed, prefill, decode, their batched forms, and sampling.

Four kernels a layer beside the cache's own: norm + qkv, back to the stream, norm + gated up, back
to the stream. Everything works on rows [n, width]; whether a row is a prompt's token or a
sequence's next one only the cache knows, so a prompt, a batch of next tokens and a scored text run
through the same kernels. Only a single next token has its own, for speed.
"""
from tvm.relax.frontend import nn
from tvm.relax.frontend.nn import op

import cache
import linear
import sampling
from calls import call, edit

# Rows and columns of one thread: for several rows, for the gated matrix, for the table, whose columns are
# the vocabulary and need not be a multiple of three tiles, and for a single row.
TILE = (4, 3)
TILE_GATED = (4, 2)
TILE_TABLE = (4, 2)
STEP = (1, 1)


class Matrix(nn.Module):
    """A q8_0 weight: words and scales."""

    def __init__(self, inputs, outputs):
        self.inputs, self.outputs = inputs, outputs
        self.q = nn.Parameter((inputs // 4, outputs), 'int32')
        self.s = nn.Parameter((inputs // linear.BLOCK, outputs), 'float32')

    def normed(self, x, gain, tile, eps, gated=False):
        outputs = self.outputs // 2 if gated else self.outputs
        kernel = linear.normed(self.inputs, outputs, *tile, gated, eps)
        return call(kernel, 'normed', [x, gain, self.q, self.s], (x.shape[0], outputs))

    def added(self, x, base, tile):
        kernel = linear.added(self.inputs, self.outputs, *tile)
        return call(kernel, 'added', [x, self.q, self.s, base], (x.shape[0], self.outputs))


class Layer(nn.Module):
    def __init__(self, shape):
        self.shape = shape
        self.norm1 = nn.Parameter((shape.width,), 'float32')
        self.norm2 = nn.Parameter((shape.width,), 'float32')
        self.qkv = Matrix(shape.width, 3 * shape.width)
        self.o = Matrix(shape.width, shape.width)
        self.up = Matrix(shape.width, 2 * shape.ff)
        self.down = Matrix(shape.ff, shape.width)

    def forward(self, x, kv, index, tile):
        shape, n = self.shape, x.shape[0]
        qkv = self.qkv.normed(x, self.norm1, tile, shape.eps)
        qkv = op.reshape(qkv, (1, n, 3 * shape.heads, shape.head))
        y = kv.attention_with_fused_qkv(index, qkv, shape.heads, shape.head ** -0.5)
        x = self.o.added(op.reshape(y, (n, shape.width)), x, tile)
        gated = TILE_GATED if tile == TILE else tile
        y = self.up.normed(x, self.norm2, gated, shape.eps, gated=True)
        return self.down.added(y, x, tile)


class Network(nn.Module):
    def __init__(self, shape):
        self.shape = shape
        self.table = Matrix(shape.width, shape.vocab)
        self.norm = nn.Parameter((shape.width,), 'float32')
        self.layers = nn.ModuleList([Layer(shape) for _ in range(shape.layers)])

    def hidden(self, embeds, kv, tile):
        x = op.reshape(embeds, (embeds.shape[0] * embeds.shape[1], self.shape.width))
        for index, layer in enumerate(self.layers):
            x = layer(x, kv, index, tile)
        return x

    def logits(self, x, tile, shape):
        y = self.table.normed(x, self.norm, tile, self.shape.eps)
        return op.reshape(y, (*shape, self.shape.vocab))

    def embed(self, input_ids):
        kernel = linear.embedded(self.shape.vocab, self.shape.width)
        return call(kernel, 'embedded', [input_ids, self.table.q, self.table.s],
                    (input_ids.shape[0], self.shape.width))

    def prefill(self, input_embed, paged_kv_cache):
        x = self.hidden(input_embed, paged_kv_cache, TILE)
        x = call(linear.last(self.shape.width), 'last', [x], (1, self.shape.width))
        return self.logits(x, STEP, (1, 1)), paged_kv_cache

    def decode(self, input_embed, paged_kv_cache):
        x = self.hidden(input_embed, paged_kv_cache, STEP)
        return self.logits(x, STEP, (1, 1)), paged_kv_cache

    def batch_prefill(self, input_embeds, logit_positions, paged_kv_cache):
        x = self.hidden(input_embeds, paged_kv_cache, TILE)
        count = logit_positions.shape[0]
        x = call(linear.picked(self.shape.width), 'picked', [x, logit_positions],
                 (count, self.shape.width))
        return self.logits(x, STEP, (1, count)), paged_kv_cache

    def batch_decode(self, input_embeds, paged_kv_cache):
        x = self.hidden(input_embeds, paged_kv_cache, TILE)
        return self.logits(x, TILE_TABLE, (x.shape[0], 1)), paged_kv_cache

    def batch_verify(self, input_embeds, paged_kv_cache):
        x = self.hidden(input_embeds, paged_kv_cache, TILE)
        return self.logits(x, TILE_TABLE, (1, x.shape[0])), paged_kv_cache

    def softmax_with_temperature(self, logits, temperature):
        return call(sampling.softmax(self.shape.vocab), 'softmax', [logits, temperature],
                    logits.shape)

    def argsort_probs(self, probs):
        outs = [nn.Tensor.placeholder(probs.shape, dtype) for dtype in ('float32', 'int32')]
        return tuple(op.tensor_ir_op(sampling.argsort(self.shape.vocab), 'argsort', [probs], outs))

    def sample_with_top_p(self, sorted_probs, sorted_indices, uniform_samples, sample_indices, top_p):
        return call(sampling.draw(self.shape.vocab), 'draw',
                    [sorted_probs, sorted_indices, uniform_samples, sample_indices, top_p],
                    uniform_samples.shape, 'int32')

    def apply_bitmask_inplace(self, logits, seq_ids, bitmask):
        return edit(sampling.mask(self.shape.vocab), 'mask', [logits, seq_ids, bitmask])

    def apply_penalty_inplace(self, logits, seq_ids, pos2seq_ids, token_ids, token_cnt, penalties):
        return edit(sampling.penalty(self.shape.vocab), 'penalty',
                    [logits, seq_ids, pos2seq_ids, token_ids, token_cnt, penalties])

    def apply_logit_bias_inplace(self, logits, pos2seq_ids, token_ids, logit_bias):
        return edit(sampling.bias(self.shape.vocab), 'bias',
                    [logits, pos2seq_ids, token_ids, logit_bias])

    def create_tir_paged_kv_cache(self, max_batch_size, max_total_seq_len, prefill_chunk_size,
                                  page_size, support_sliding_window):
        return cache.create(self.shape, [max_batch_size, max_total_seq_len, prefill_chunk_size,
                                         page_size, support_sliding_window])
