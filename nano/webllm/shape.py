"""The sizes of the network, read from the GGUF: one source for the compiler and for the shards."""
from dataclasses import dataclass

import gguf


@dataclass(frozen=True)
class Shape:
    vocab: int
    width: int
    layers: int
    heads: int
    ff: int
    context: int
    theta: float
    eps: float

    @property
    def head(self):
        return self.width // self.heads


def read_shape(reader):
    def number(key):
        return reader.get_field(f'llama.{key}').contents()

    tensors = {t.name: t for t in reader.tensors}
    return Shape(
        vocab=int(tensors['token_embd.weight'].shape[1]),
        width=number('embedding_length'),
        layers=number('block_count'),
        heads=number('attention.head_count'),
        ff=number('feed_forward_length'),
        context=number('context_length'),
        theta=number('rope.freq_base'),
        eps=number('attention.layer_norm_rms_epsilon'),
    )


def open_gguf(path):
    reader = gguf.GGUFReader(path)
    return reader, read_shape(reader)


def parameters(shape):
    """Name, shape and type of every parameter, in the order in which the functions expect them."""
    def matrix(name, inputs, outputs):
        return [(f'{name}.q', (inputs // 4, outputs), 'int32'),
                (f'{name}.s', (inputs // 32, outputs), 'float32')]

    width, ff = shape.width, shape.ff
    listed = matrix('table', width, shape.vocab) + [('norm', (width,), 'float32')]
    for i in range(shape.layers):
        listed += [(f'layers.{i}.norm{k}', (width,), 'float32') for k in (1, 2)]
        listed += matrix(f'layers.{i}.qkv', width, 3 * width) + matrix(f'layers.{i}.o', width, width)
        listed += matrix(f'layers.{i}.up', width, 2 * ff) + matrix(f'layers.{i}.down', ff, width)
    return listed
