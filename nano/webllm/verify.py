"""Reads written shards back and compares them with the GGUF's own dequantisation."""
import json

import gguf
import numpy as np

from layout import halves


def check(out, source):
    """Ends the program where any tensor differs by any bit."""
    index = json.loads((out / 'tensor-cache.json').read_text())['records'][0]
    data = (out / index['dataPath']).read_bytes()
    read = {r['name']: np.frombuffer(data, r['dtype'], count=int(np.prod(r['shape'])),
                                     offset=r['byteOffset']).reshape(r['shape'])
            for r in index['records']}

    def matrix(name):
        words, scales = read[f'{name}.q'], read[f'{name}.s']
        lanes = [((words << (24 - 8 * lane)) >> 24).astype(np.float32) for lane in range(4)]
        flat = np.stack(lanes, 1).reshape(-1, words.shape[1])
        return (flat * np.repeat(scales, 32, axis=0)).T

    def theirs(name):
        tensor = source.tensors[f'{name}.weight']
        return gguf.quants.dequantize(tensor.data, tensor.tensor_type)

    pairs = [(matrix('table'), theirs('token_embd')), (read['norm'], theirs('output_norm'))]
    heads, width, ff = source.shape.heads, source.shape.width, source.shape.ff
    for i in range(source.shape.layers):
        qkv, up = matrix(f'layers.{i}.qkv'), matrix(f'layers.{i}.up')
        names = ['attn_q', 'attn_k', 'attn_v']
        for k, name in enumerate(names):
            expected = theirs(f'blk.{i}.{name}')
            rows = expected if name == 'attn_v' else halves(expected, heads)
            pairs.append((qkv[k * width:(k + 1) * width], rows))
        pairs += [(up[:ff], theirs(f'blk.{i}.ffn_gate')), (up[ff:], theirs(f'blk.{i}.ffn_up')),
                  (matrix(f'layers.{i}.o'), theirs(f'blk.{i}.attn_output')),
                  (matrix(f'layers.{i}.down'), theirs(f'blk.{i}.ffn_down')),
                  (read[f'layers.{i}.norm1'], theirs(f'blk.{i}.attn_norm')),
                  (read[f'layers.{i}.norm2'], theirs(f'blk.{i}.ffn_norm'))]
    wrong = sum(not np.array_equal(mine, other) for mine, other in pairs)
    if wrong:
        raise SystemExit(f'{wrong} of {len(pairs)} tensors differ from the GGUF')
    print(f'{len(pairs)} tensors equal to the GGUF')
