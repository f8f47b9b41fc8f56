"""Compiles the network into a WebLLM library.

Weights are not in it: compile again only when the network's shape or its kernels change.

    python nano/webllm/compile.py --gguf nano.gguf --out webllm/nano.wasm --work RUN/webllm
"""
import argparse
import re
import subprocess
import time
from importlib.metadata import version
from pathlib import Path

import library
import runtime
from shape import open_gguf

CHUNK = 1024
EMSCRIPTEN = '3.1.6'


def check_versions():
    """Refuses other versions than the pinned ones: the runtime's sources and headers must match."""
    pins = (Path(__file__).parent / 'requirements.txt').read_text()
    found = {name: version(name) for name in re.findall(r'^(.+)==', pins, re.M)}
    wanted = dict(re.findall(r'^(.+)==(.+)$', pins, re.M))
    text = subprocess.run(['emcc', '--version'], capture_output=True, text=True, check=True).stdout
    if found != wanted or f' {EMSCRIPTEN}' not in text:
        raise SystemExit(f'needs {wanted} and emscripten {EMSCRIPTEN}; found {found} and {text}')


def main():
    args = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    args.add_argument('--gguf', type=Path, required=True, help='only its sizes are read')
    args.add_argument('--out', type=Path, required=True, help='the .wasm to write')
    args.add_argument('--work', type=Path, required=True, help='folder for the runtime as bitcode')
    args.add_argument('--chunk', type=int, default=CHUNK, help='most tokens in one prefill')
    args = args.parse_args()
    check_versions()
    start = time.time()
    args.work.mkdir(parents=True, exist_ok=True)
    bitcode = runtime.build(args.work)
    print(f'runtime {time.time() - start:.0f} s')
    _, shape = open_gguf(args.gguf)
    about = library.build(shape, args.chunk, bitcode, args.out)
    print(f'{args.out} {args.out.stat().st_size} bytes, {len(about["params"])} parameters, '
          f'{time.time() - start:.0f} s')


if __name__ == '__main__':
    main()
