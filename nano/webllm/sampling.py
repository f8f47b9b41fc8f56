"""What web-llm asks of the device after a step: probabilities, order, draw, and logit edits.

All over [rows, vocab] in f32. Sorting counts for every entry how many come before it: no barriers,
quick to compile, and for a vocabulary of some thousand faster than a general sort.
"""
from tvm.script import tirx as T

THREADS = 64
LOWEST = -3.4e38


def softmax(vocab):
    """Probabilities of [rows, 1, vocab] at a temperature per row."""

    @T.prim_func(private=True, s_tir=True)
    def kernel(px: T.handle, pt: T.handle, py: T.handle):
        T.func_attr({'tirx.is_scheduled': True, 'tirx.noalias': True})
        n = T.int64()
        x = T.match_buffer(px, (n, 1, vocab), 'float32')
        heat = T.match_buffer(pt, (n,), 'float32')
        y = T.match_buffer(py, (n, 1, vocab), 'float32')
        for bx in T.thread_binding(n, thread='blockIdx.x'):
            for tx in T.thread_binding(THREADS, thread='threadIdx.x'):
                with T.sblock('softmax'):
                    T.reads()
                    T.writes()
                    mine = T.sblock_alloc_buffer((2,), 'float32', scope='local')
                    tops = T.sblock_alloc_buffer((THREADS,), 'float32', scope='shared')
                    sums = T.sblock_alloc_buffer((THREADS,), 'float32', scope='shared')
                    mine[0] = T.float32(LOWEST)
                    for i in T.serial(vocab // THREADS):
                        mine[0] = T.max(mine[0], x[bx, 0, i * THREADS + tx])
                    tops[tx] = mine[0]
                    T.tvm_storage_sync('shared')
                    for i in T.serial(THREADS):
                        mine[0] = T.max(mine[0], tops[i])
                    mine[1] = T.float32(0)
                    for i in T.serial(vocab // THREADS):
                        mine[1] = mine[1] + T.exp((x[bx, 0, i * THREADS + tx] - mine[0]) / heat[bx])
                    sums[tx] = mine[1]
                    T.tvm_storage_sync('shared')
                    mine[1] = T.float32(0)
                    for i in T.serial(THREADS):
                        mine[1] = mine[1] + sums[i]
                    for i in T.serial(vocab // THREADS):
                        me: T.let[T.int32] = i * THREADS + tx
                        y[bx, 0, me] = T.exp((x[bx, 0, me] - mine[0]) / heat[bx]) / mine[1]

    return kernel


def argsort(vocab):
    """Probabilities in falling order and the tokens they belong to; ties by token. A thread ranks
    four entries, so that each probability is read once for the four."""
    if vocab % (THREADS * 4):
        raise ValueError(f'{vocab} tokens: needs a multiple of {THREADS * 4}')

    @T.prim_func(private=True, s_tir=True)
    def kernel(px: T.handle, py: T.handle, pid: T.handle):
        T.func_attr({'tirx.is_scheduled': True, 'tirx.noalias': True})
        n = T.int64()
        x = T.match_buffer(px, (n, vocab), 'float32')
        y = T.match_buffer(py, (n, vocab), 'float32')
        token = T.match_buffer(pid, (n, vocab), 'int32')
        for by in T.thread_binding(n, thread='blockIdx.y'):
            for bx in T.thread_binding(vocab // (THREADS * 4), thread='blockIdx.x'):
                for tx in T.thread_binding(THREADS, thread='threadIdx.x'):
                    with T.sblock('argsort'):
                        T.reads()
                        T.writes()
                        me = T.sblock_alloc_buffer((4,), 'int32', scope='local')
                        rank = T.sblock_alloc_buffer((4,), 'int32', scope='local')
                        mine = T.sblock_alloc_buffer((4,), 'float32', scope='local')
                        other = T.sblock_alloc_buffer((1,), 'float32', scope='local')
                        for e in T.unroll(4):
                            me[e] = bx * (THREADS * 4) + e * THREADS + tx
                            mine[e] = x[by, me[e]]
                            rank[e] = 0
                        for i in T.serial(vocab):
                            other[0] = x[by, i]
                            for e in T.unroll(4):
                                before = T.Or(other[0] > mine[e], T.And(other[0] == mine[e], i < me[e]))
                                rank[e] = rank[e] + T.Select(before, 1, 0)
                        for e in T.unroll(4):
                            y[by, rank[e]] = mine[e]
                            token[by, rank[e]] = me[e]

    return kernel


def draw(vocab):
    """One token per sample: the fewest likeliest tokens that reach top_p, then one of them by its
    share. The row is walked from the likeliest on and left as soon as the draw is decided."""

    @T.prim_func(private=True, s_tir=True)
    def kernel(
        pp: T.handle, pid: T.handle, pu: T.handle, prow: T.handle, ptop: T.handle, py: T.handle,
    ):
        T.func_attr({'tirx.is_scheduled': True, 'tirx.noalias': True})
        n, count = T.int64(), T.int64()
        p = T.match_buffer(pp, (n, vocab), 'float32')
        token = T.match_buffer(pid, (n, vocab), 'int32')
        u = T.match_buffer(pu, (count,), 'float32')
        row = T.match_buffer(prow, (count,), 'int32')
        top = T.match_buffer(ptop, (n,), 'float32')
        y = T.match_buffer(py, (count,), 'int32')
        for bx in T.thread_binding(count, thread='blockIdx.x'):
            for tx in T.thread_binding(1, thread='threadIdx.x'):
                with T.sblock('draw'):
                    T.reads()
                    T.writes()
                    mass = T.sblock_alloc_buffer((2,), 'float32', scope='local')
                    at = T.sblock_alloc_buffer((1,), 'int32', scope='local')
                    mass[0] = T.float32(1)
                    if top[row[bx]] < T.float32(1):
                        mass[0] = T.float32(0)
                        at[0] = 0
                        while T.And(at[0] < vocab, mass[0] < top[row[bx]]):
                            mass[0] = mass[0] + p[row[bx], at[0]]
                            at[0] = at[0] + 1
                    at[0] = 0
                    mass[1] = p[row[bx], 0]
                    while T.And(at[0] < vocab - 1, mass[1] <= u[bx] * mass[0]):
                        at[0] = at[0] + 1
                        mass[1] = mass[1] + p[row[bx], at[0]]
                    y[bx] = token[row[bx], at[0]]

    return kernel


def mask(vocab):
    """Forbids every token whose bit is clear."""

    @T.prim_func(private=True, s_tir=True)
    def kernel(px: T.handle, prow: T.handle, pbits: T.handle):
        T.func_attr({'tirx.is_scheduled': True, 'tirx.noalias': True})
        n, count, masks = T.int64(), T.int64(), T.int64()
        x = T.match_buffer(px, (n, vocab), 'float32')
        row = T.match_buffer(prow, (count,), 'int32')
        bits = T.match_buffer(pbits, (masks, vocab // 32), 'int32')
        for by in T.thread_binding(count, thread='blockIdx.y'):
            for bx in T.thread_binding(vocab // THREADS, thread='blockIdx.x'):
                for tx in T.thread_binding(THREADS, thread='threadIdx.x'):
                    with T.sblock('mask'):
                        T.reads()
                        T.writes()
                        me: T.let[T.int32] = bx * THREADS + tx
                        if T.bitwise_and(T.shift_right(bits[row[by], me // 32], me % 32), 1) == 0:
                            x[row[by], me] = T.float32(LOWEST)

    return kernel


def penalty(vocab):
    """Presence, frequency and repetition penalties on the tokens that appeared."""

    @T.prim_func(private=True, s_tir=True)
    def kernel(
        px: T.handle, prow: T.handle, powner: T.handle, pid: T.handle, pseen: T.handle,
        ppen: T.handle,
    ):
        T.func_attr({'tirx.is_scheduled': True, 'tirx.noalias': True})
        n, rows, count = T.int64(), T.int64(), T.int64()
        x = T.match_buffer(px, (n, vocab), 'float32')
        row = T.match_buffer(prow, (rows,), 'int32')
        owner = T.match_buffer(powner, (count,), 'int32')
        token = T.match_buffer(pid, (count,), 'int32')
        seen = T.match_buffer(pseen, (count,), 'int32')
        pen = T.match_buffer(ppen, (rows, 3), 'float32')
        for bx in T.thread_binding(count, thread='blockIdx.x'):
            for tx in T.thread_binding(1, thread='threadIdx.x'):
                with T.sblock('penalty'):
                    T.reads()
                    T.writes()
                    edited = T.sblock_alloc_buffer((1,), 'float32', scope='local')
                    edited[0] = x[row[owner[bx]], token[bx]] - pen[owner[bx], 0]
                    edited[0] = edited[0] - T.Cast('float32', seen[bx]) * pen[owner[bx], 1]
                    if edited[0] < T.float32(0):
                        x[row[owner[bx]], token[bx]] = edited[0] * pen[owner[bx], 2]
                    else:
                        x[row[owner[bx]], token[bx]] = edited[0] / pen[owner[bx], 2]

    return kernel


def bias(vocab):
    """Adds a number to the logits of given tokens."""

    @T.prim_func(private=True, s_tir=True)
    def kernel(px: T.handle, prow: T.handle, pid: T.handle, padd: T.handle):
        T.func_attr({'tirx.is_scheduled': True, 'tirx.noalias': True})
        n, count = T.int64(), T.int64()
        x = T.match_buffer(px, (n, vocab), 'float32')
        row = T.match_buffer(prow, (count,), 'int32')
        token = T.match_buffer(pid, (count,), 'int32')
        add = T.match_buffer(padd, (count,), 'float32')
        for bx in T.thread_binding(count, thread='blockIdx.x'):
            for tx in T.thread_binding(1, thread='threadIdx.x'):
                with T.sblock('bias'):
                    T.reads()
                    T.writes()
                    x[row[bx], token[bx]] = x[row[bx], token[bx]] + add[bx]

    return kernel
