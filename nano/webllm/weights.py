"""Writes the model folder that web-llm loads: shards, their index, chat config and tokenizer.

    python nano/webllm/weights.py --gguf nano.gguf --out webllm/resolve/main --library webllm/nano.wasm --check

Needs no compiler: run it after every export. The bytes and scales of the GGUF are only laid out
anew, so the page computes with the very numbers of the file.
"""
import argparse
import hashlib
import json
import shutil
from pathlib import Path

from chat import chat_config
from layout import Source, arrays
from manifest import write_manifest
from shape import parameters
from verify import check

SHARD = 'params_shard_0.bin'
CHUNK = 1024


def write_shard(out, named, expected):
    records, offset = [], 0
    with (out / SHARD).open('wb') as shard:
        for name, shape, dtype in expected:
            array = named[name]
            if (tuple(array.shape), array.dtype.name) != (tuple(shape), dtype):
                raise ValueError(f'{name}: {array.shape} {array.dtype}, expected {shape} {dtype}')
            data = array.tobytes()
            shard.write(data)
            records.append({'name': name, 'shape': list(shape), 'dtype': dtype, 'format': 'raw',
                            'nbytes': len(data), 'byteOffset': offset})
            offset += len(data)
    digest = hashlib.md5((out / SHARD).read_bytes()).hexdigest()
    shards = [{'dataPath': SHARD, 'format': 'raw-shard', 'nbytes': offset, 'records': records,
               'md5sum': digest}]
    about = {'metadata': {'ParamSize': len(records), 'ParamBytes': offset}, 'records': shards}
    (out / 'tensor-cache.json').write_text(json.dumps(about) + '\n')
    return offset


def main():
    args = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    args.add_argument('--gguf', type=Path, required=True)
    args.add_argument('--out', type=Path, required=True, help='folder ending in resolve/main')
    args.add_argument('--tokenizer', type=Path, help='default: tokenizer.json beside the GGUF')
    args.add_argument('--chunk', type=int, default=CHUNK, help='as the library was compiled')
    args.add_argument('--library', type=Path, help='writes model.json beside it, too')
    args.add_argument('--check', action='store_true', help='read back and compare with the GGUF')
    args = args.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    source = Source(args.gguf)
    size = write_shard(args.out, arrays(source), parameters(source.shape))
    tokenizer = args.tokenizer or args.gguf.parent / 'tokenizer.json'
    shutil.copyfile(tokenizer, args.out / 'tokenizer.json')
    config = chat_config(source.shape, json.loads(tokenizer.read_text()), args.chunk)
    (args.out / 'mlc-chat-config.json').write_text(json.dumps(config, indent=2) + '\n')
    print(f'{args.out}: {size} bytes of weights')
    if args.check:
        check(args.out, source)
    if args.library:
        about, path = args.gguf.parent / 'model.json', args.library.parent / 'model.json'
        print(f'{path}: {write_manifest(args.out, args.library, about, path)}')


if __name__ == '__main__':
    main()
