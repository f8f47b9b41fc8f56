"""The GGUF's tensors in the order and form the compiled library reads them."""
import numpy as np

from shape import open_gguf


def halves(rows, heads):
    """q and k rows from the pairs that llama.cpp turns back to the halves the kernels turn."""
    return rows.reshape(heads, -1, 2, *rows.shape[1:]).swapaxes(1, 2).reshape(rows.shape)


class Source:
    """The GGUF's tensors: q8_0 as bytes [outputs, inputs] and scales [outputs, inputs / 32]."""

    def __init__(self, path):
        reader, self.shape = open_gguf(path)
        self.tensors = {t.name: t for t in reader.tensors}

    def vector(self, name):
        return np.array(self.tensors[f'{name}.weight'].data, dtype=np.float32)

    def blocks(self, name):
        tensor = self.tensors[f'{name}.weight']
        if tensor.tensor_type.name != 'Q8_0':
            raise ValueError(f'{name} is {tensor.tensor_type.name}, not Q8_0')
        outputs = int(tensor.shape[1])
        raw = np.ascontiguousarray(tensor.data).view(np.uint8).reshape(outputs, -1, 34)
        scales = raw[:, :, :2].copy().view(np.float16).astype(np.float32)[:, :, 0]
        return raw[:, :, 2:].reshape(outputs, -1).view(np.int8), scales

    def layer(self, i, names):
        """Several matrices of a layer, one under the other."""
        parts = []
        for name in names:
            part = self.blocks(f'blk.{i}.{name}')
            if name in ('attn_q', 'attn_k'):
                part = tuple(halves(rows, self.shape.heads) for rows in part)
            parts.append(part)
        return tuple(np.concatenate(kind) for kind in zip(*parts))


def packed(name, part):
    """Words [inputs / 4, outputs], the lowest byte first, and scales [inputs / 32, outputs]."""
    values, scales = part
    outputs, inputs = values.shape
    words = np.ascontiguousarray(values).view('<i4').reshape(outputs, inputs // 4).T
    return {f'{name}.q': np.ascontiguousarray(words), f'{name}.s': np.ascontiguousarray(scales.T)}


def arrays(source):
    """Every parameter by the name the compiled library asks for."""
    named = {**packed('table', source.blocks('token_embd')), 'norm': source.vector('output_norm')}
    for i in range(source.shape.layers):
        at = f'layers.{i}'
        named[f'{at}.norm1'] = source.vector(f'blk.{i}.attn_norm')
        named[f'{at}.norm2'] = source.vector(f'blk.{i}.ffn_norm')
        named |= packed(f'{at}.qkv', source.layer(i, ['attn_q', 'attn_k', 'attn_v']))
        named |= packed(f'{at}.o', source.layer(i, ['attn_output']))
        named |= packed(f'{at}.up', source.layer(i, ['ffn_gate', 'ffn_up']))
        named |= packed(f'{at}.down', source.layer(i, ['ffn_down']))
    return named
