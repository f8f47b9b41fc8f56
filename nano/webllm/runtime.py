"""TVM's web runtime as LLVM bitcode, from the sources inside the two wheels.

The wheels carry the runtime but not a few small headers it includes; `headers/` holds ours. Sources
that a browser never calls (remote calls, the recurrent state, sorting on the host, self-tests) are
left out of the unity file, and `support.cc` stands for the file that needed the remote calls.
"""
import re
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path

HERE = Path(__file__).parent
UNUSED = re.compile(r'#include "(src/runtime/(rpc|extra)/|src/runtime/vm/rnn_state|.*/testing\.cc)')
FLAGS = ['-Oz', '-std=c++17', '-DNDEBUG', '-Wno-everything', '-emit-llvm', '-c',
         '-DTVM_DLL=', '-DTVM_RUNTIME_DLL=', '-DTVM_FFI_EXTRA_CXX_API=']


def wheel(name):
    return Path(find_spec(name).origin).parent


def lay_out(tree):
    """A source tree as the includes expect it: the wheels' files, then ours on top."""
    shutil.rmtree(tree, ignore_errors=True)
    tvm, ffi = wheel('tvm'), wheel('tvm_ffi')
    shutil.copytree(tvm / 'include', tree / 'include')
    shutil.copytree(tvm / 'src' / 'runtime', tree / 'src' / 'runtime')
    shutil.copytree(tvm / 'web' / 'emcc', tree / 'web' / 'emcc')
    for part in ('include', 'src', '3rdparty/dlpack'):
        shutil.copytree(ffi / part, tree / '3rdparty' / 'tvm-ffi' / part)
    shutil.copytree(HERE / 'headers' / 'tvm', tree / 'include' / 'tvm', dirs_exist_ok=True)
    shutil.copytree(HERE / 'headers' / 'support', tree / 'src' / 'support', dirs_exist_ok=True)
    unity = tree / 'web' / 'emcc' / 'wasm_runtime.cc'
    kept = [line for line in unity.read_text().splitlines() if not UNUSED.match(line)]
    unity.write_text('\n'.join(kept) + '\n')
    shutil.copyfile(HERE / 'support.cc', tree / 'web' / 'emcc' / 'support.cc')


def build(work):
    """Compiles the runtime once per work folder; returns the bitcode files. Paths are relative to the
    tree, because they become part of the messages and so of the library."""
    tree = work / 'tree'
    out = [work / f'{name}.bc' for name in ('wasm_runtime', 'webgpu_runtime', 'support')]
    if all(path.exists() for path in out):
        return out
    lay_out(tree)
    ffi = '3rdparty/tvm-ffi'
    include = ['.', 'include', f'{ffi}/include', f'{ffi}/3rdparty/dlpack/include']
    for path in out:
        source = f'web/emcc/{path.stem}.cc'
        subprocess.run(['emcc', *FLAGS, *[f'-I{i}' for i in include], source, '-o', path.resolve()],
                       check=True, cwd=tree)
    return out
