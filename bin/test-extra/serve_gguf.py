"""Serves one GGUF file by llama.cpp's own server, on a free port of this machine, until stdin is closed.

    python serve_gguf.py MODEL.gguf [SLOTS] [TOKENS_PER_SLOT]

Prints one line `listening http://127.0.0.1:PORT` once the model is loaded.
"""

import sys

import xllamacpp

slots = int(sys.argv[2]) if len(sys.argv) > 2 else 8
tokens = int(sys.argv[3]) if len(sys.argv) > 3 else 1024

params = xllamacpp.CommonParams()
params.model.path = sys.argv[1]
params.port = 0
params.n_parallel = slots
params.n_ctx = slots * tokens
params.n_gpu_layers = 0
# More threads than idle cores wait for each other.
params.cpuparams.n_threads = 1
params.cpuparams_batch.n_threads = 1
params.warmup = False

server = xllamacpp.Server(params)
print(f"listening {server.listening_address}", flush=True)
sys.stdin.read()
