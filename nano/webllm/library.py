"""Lowers the network for WebGPU, links it with the runtime, and shrinks the result.

All kernels come with their thread layout, so no scheduler runs. The host part is a system library
for wasm; web-llm finds everything through it.
"""
import json
import re
import subprocess
from pathlib import Path

import tvm
from tvm import relax

from network import Network
from shape import parameters as expected
from signatures import signatures

TARGET = {'kind': 'webgpu', 'max_num_threads': 256}
HOST = {'kind': 'llvm', 'mtriple': 'wasm32-unknown-unknown-wasm'}
LINK = ['-Oz', '-std=c++17', '--no-entry', '-s', 'WASM_BIGINT=1', '-s', 'STANDALONE_WASM=1',
        '-s', 'ERROR_ON_UNDEFINED_SYMBOLS=0', '-s', 'ALLOW_MEMORY_GROWTH=1',
        '-s', 'INITIAL_MEMORY=32MB']
# What web-llm itself gives to the library; everything else must be linked.
FROM_PAGE = {'TVMFFIWasmSafeCall', 'TVMFFIWasmFunctionDeleter'}
PASSES = [
    relax.transform.LegalizeOps(),
    relax.transform.RewriteDataflowReshape(),
    relax.transform.ToNonDataflow(),
    relax.transform.RemovePurityChecking(),
    relax.transform.CallTIRRewrite(),
    relax.transform.StaticPlanBlockMemory(),
    relax.transform.LowerAllocTensor(),
    relax.transform.KillAfterLastUse(),
    relax.transform.LowerRuntimeBuiltin(),
    relax.transform.ComputePrimValue(),
    relax.transform.VMShapeLower(),
    relax.transform.AttachGlobalSymbol(),
]


def metadata(shape, parameters, chunk):
    """What web-llm reads from `_metadata` before it makes a cache."""
    return {
        'model_type': 'llama',
        'quantization': 'q8f32',
        'context_window_size': shape.context,
        'sliding_window_size': -1,
        'attention_sink_size': -1,
        'prefill_chunk_size': chunk,
        'tensor_parallel_shards': 1,
        'kv_state_kind': 'kv_cache',
        'params': [{'name': name, 'shape': list(sizes), 'dtype': dtype}
                   for name, sizes, dtype in parameters],
        'memory_usage': {},
    }


def lower(shape, chunk):
    """The module before the back end, and the metadata."""
    module, parameters = Network(shape).export_tvm(spec=signatures(shape))
    listed = [(name, tuple(map(int, p.shape)), str(p.dtype)) for name, p in parameters]
    if sorted(listed) != sorted(expected(shape)):
        raise ValueError('the network and shape.py list different parameters')
    about = metadata(shape, listed, chunk)
    builder = relax.BlockBuilder(module)
    with builder.function('_metadata', params=[]):
        builder.emit_func_output(tvm.ir.StringImm(json.dumps(about)))
    return builder.finalize(), about


def link(runtime):
    """A linker for `export_library`: the runtime first, then the compiled module."""
    def run(output, objects, **_):
        command = ['emcc', *LINK, '-o', str(output), *map(str, runtime), *map(str, objects)]
        done = subprocess.run(command, capture_output=True, text=True)
        missing = set(re.findall(r'undefined symbol: (\w+)', done.stderr)) - FROM_PAGE
        if done.returncode or missing:
            raise RuntimeError(done.stderr)
        run.object_format = 'o'
    return run


def build(shape, chunk, runtime, out):
    module, about = lower(shape, chunk)
    target = tvm.target.Target(TARGET, host=HOST)
    executable = relax.build(module, target, relax_pipeline=tvm.transform.Sequential(PASSES))
    out = Path(out)
    out.parent.mkdir(parents=True, exist_ok=True)
    executable.export_library(str(out), fcompile=link(runtime))
    return about
