"""Matrix kernels over q8_0 weights: y = x W, with what stands around it in a Llama folded in.

A weight of `inputs` x `outputs` is stored as int32 words [inputs / 4, outputs], four signed bytes
each, and one f32 scale per 32 inputs [inputs / 32, outputs]: the numbers of GGUF's q8_0. One thread
makes `rows` x `columns` results, its columns 64 apart, so that neighbouring threads read
neighbouring words. A single row is spread over many threads, one result each; several rows are cut
into tiles, so that a value is loaded once for several columns and a weight unpacked once for
several rows.

Every sum runs over the inputs in the same order whatever the batch, so a sequence gets the same
logits alone and in a batch.
"""
from tvm.script import tirx as T

BLOCK = 32
THREADS = 64


def byte(word, lane):
    """The signed byte `lane` of an int32 word, as f32."""
    return T.Cast('float32', T.shift_right(T.shift_left(word, 24 - 8 * lane), 24))


def check(inputs, outputs, columns):
    if inputs % BLOCK or outputs % (THREADS * columns):
        raise ValueError(f'{inputs} x {outputs}: needs multiples of {BLOCK} x {THREADS * columns}')


def normed(inputs, outputs, rows, columns, gated, eps):
    """RMSNorm of x, times W; `gated`: W is two matrices side by side, y = silu(x A) * (x B)."""
    check(inputs, outputs, columns)
    parts = columns * 2 if gated else columns
    span = THREADS * columns

    def column(bx, tx, p):
        return bx * span + tx + p % columns * THREADS + p // columns * outputs

    @T.prim_func(private=True, s_tir=True)
    def kernel(px: T.handle, pgain: T.handle, pw: T.handle, pscale: T.handle, py: T.handle):
        T.func_attr({'tirx.is_scheduled': True, 'tirx.noalias': True})
        n = T.int64()
        x = T.match_buffer(px, (n, inputs), 'float32')
        gain = T.match_buffer(pgain, (inputs,), 'float32')
        w = T.match_buffer(pw, (inputs // 4, outputs * parts // columns), 'int32')
        scale = T.match_buffer(pscale, (inputs // BLOCK, outputs * parts // columns), 'float32')
        y = T.match_buffer(py, (n, outputs), 'float32')
        for by in T.thread_binding((n + (rows - 1)) // rows, thread='blockIdx.y'):
            for bx in T.thread_binding(outputs // span, thread='blockIdx.x'):
                for tx in T.thread_binding(THREADS, thread='threadIdx.x'):
                    with T.sblock('normed'):
                        T.reads()
                        T.writes()
                        row = T.sblock_alloc_buffer((rows,), 'int32', scope='local')
                        packed = T.sblock_alloc_buffer((parts,), 'int32', scope='local')
                        factor = T.sblock_alloc_buffer((parts,), 'float32', scope='local')
                        total = T.sblock_alloc_buffer((rows * parts,), 'float32', scope='local')
                        square = T.sblock_alloc_buffer((rows,), 'float32', scope='local')
                        value = T.sblock_alloc_buffer((rows,), 'float32', scope='local')
                        weight = T.sblock_alloc_buffer((1,), 'float32', scope='local')
                        for r in T.unroll(rows):
                            row[r] = T.Cast('int32', T.min(by * rows + r, n - 1))
                            square[r] = T.float32(0)
                            for p in T.unroll(parts):
                                total[r * parts + p] = T.float32(0)
                        for word in T.serial(inputs // 4):
                            for p in T.unroll(parts):
                                packed[p] = w[word, column(bx, tx, p)]
                                factor[p] = scale[word // 8, column(bx, tx, p)]
                            for lane in T.unroll(4):
                                for r in T.unroll(rows):
                                    value[r] = x[row[r], word * 4 + lane]
                                    square[r] += value[r] * value[r]
                                    value[r] *= gain[word * 4 + lane]
                                for p in T.unroll(parts):
                                    weight[0] = byte(packed[p], lane) * factor[p]
                                    for r in T.unroll(rows):
                                        total[r * parts + p] += value[r] * weight[0]
                        for r in T.unroll(rows):
                            if by * rows + r < n:
                                square[r] = T.rsqrt(square[r] / T.float32(inputs) + T.float32(eps))
                                for c in T.unroll(columns):
                                    value[r] = total[r * parts + c] * square[r]
                                    if gated:
                                        value[r] = value[r] / (T.float32(1) + T.exp(-value[r]))
                                        value[r] *= total[r * parts + c + parts - columns]
                                        value[r] *= square[r]
                                    y[row[r], column(bx, tx, c)] = value[r]

    return kernel


def added(inputs, outputs, rows, columns):
    """y = base + x W: the way back into the residual stream."""
    check(inputs, outputs, columns)
    span = THREADS * columns

    def column(bx, tx, c):
        return bx * span + tx + c * THREADS

    @T.prim_func(private=True, s_tir=True)
    def kernel(px: T.handle, pw: T.handle, pscale: T.handle, pbase: T.handle, py: T.handle):
        T.func_attr({'tirx.is_scheduled': True, 'tirx.noalias': True})
        n = T.int64()
        x = T.match_buffer(px, (n, inputs), 'float32')
        w = T.match_buffer(pw, (inputs // 4, outputs), 'int32')
        scale = T.match_buffer(pscale, (inputs // BLOCK, outputs), 'float32')
        base = T.match_buffer(pbase, (n, outputs), 'float32')
        y = T.match_buffer(py, (n, outputs), 'float32')
        for by in T.thread_binding((n + (rows - 1)) // rows, thread='blockIdx.y'):
            for bx in T.thread_binding(outputs // span, thread='blockIdx.x'):
                for tx in T.thread_binding(THREADS, thread='threadIdx.x'):
                    with T.sblock('added'):
                        T.reads()
                        T.writes()
                        row = T.sblock_alloc_buffer((rows,), 'int32', scope='local')
                        packed = T.sblock_alloc_buffer((columns,), 'int32', scope='local')
                        factor = T.sblock_alloc_buffer((columns,), 'float32', scope='local')
                        total = T.sblock_alloc_buffer((rows * columns,), 'float32', scope='local')
                        value = T.sblock_alloc_buffer((rows,), 'float32', scope='local')
                        weight = T.sblock_alloc_buffer((1,), 'float32', scope='local')
                        for r in T.unroll(rows):
                            row[r] = T.Cast('int32', T.min(by * rows + r, n - 1))
                            for c in T.unroll(columns):
                                total[r * columns + c] = T.float32(0)
                        for word in T.serial(inputs // 4):
                            for c in T.unroll(columns):
                                packed[c] = w[word, column(bx, tx, c)]
                                factor[c] = scale[word // 8, column(bx, tx, c)]
                            for lane in T.unroll(4):
                                for r in T.unroll(rows):
                                    value[r] = x[row[r], word * 4 + lane]
                                for c in T.unroll(columns):
                                    weight[0] = byte(packed[c], lane) * factor[c]
                                    for r in T.unroll(rows):
                                        total[r * columns + c] += value[r] * weight[0]
                        for r in T.unroll(rows):
                            if by * rows + r < n:
                                for c in T.unroll(columns):
                                    at: T.let[T.int32] = column(bx, tx, c)
                                    y[row[r], at] = base[row[r], at] + total[r * columns + c]

    return kernel


def embedded(vocab, width):
    """Rows of the tied embedding, which lies as the output matrix does: width x vocab."""

    @T.prim_func(private=True, s_tir=True)
    def kernel(pid: T.handle, pw: T.handle, pscale: T.handle, py: T.handle):
        T.func_attr({'tirx.is_scheduled': True, 'tirx.noalias': True})
        n = T.int64()
        token = T.match_buffer(pid, (n,), 'int32')
        w = T.match_buffer(pw, (width // 4, vocab), 'int32')
        scale = T.match_buffer(pscale, (width // BLOCK, vocab), 'float32')
        y = T.match_buffer(py, (n, width), 'float32')
        for by in T.thread_binding(n, thread='blockIdx.x'):
            for tx in T.thread_binding(width // 4, thread='threadIdx.x'):
                with T.sblock('embedded'):
                    T.reads()
                    T.writes()
                    for lane in T.unroll(4):
                        y[by, tx * 4 + lane] = byte(w[tx, token[by]], lane) * scale[tx // 8, token[by]]

    return kernel


def picked(width):
    """Rows of x at given positions."""

    @T.prim_func(private=True, s_tir=True)
    def kernel(px: T.handle, pat: T.handle, py: T.handle):
        T.func_attr({'tirx.is_scheduled': True, 'tirx.noalias': True})
        n, count = T.int64(), T.int64()
        x = T.match_buffer(px, (n, width), 'float32')
        at = T.match_buffer(pat, (count,), 'int32')
        y = T.match_buffer(py, (count, width), 'float32')
        for bx in T.thread_binding(count, thread='blockIdx.x'):
            for tx in T.thread_binding(width, thread='threadIdx.x'):
                with T.sblock('picked'):
                    T.reads()
                    T.writes()
                    y[bx, tx] = x[at[bx], tx]

    return kernel


def last(width):
    """The last row of x."""

    @T.prim_func(private=True, s_tir=True)
    def kernel(px: T.handle, py: T.handle):
        T.func_attr({'tirx.is_scheduled': True, 'tirx.noalias': True})
        n = T.int64()
        x = T.match_buffer(px, (n, width), 'float32')
        y = T.match_buffer(py, (1, width), 'float32')
        for tx in T.thread_binding(width, thread='threadIdx.x'):
            with T.sblock('last'):
                T.reads()
                T.writes()
                y[0, tx] = x[n - 1, tx]

    return kernel
