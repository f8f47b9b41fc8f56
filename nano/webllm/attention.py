"""Attention kernels of the paged cache, with the argument lists the runtime calls them by.

Each keeps a running maximum, a running sum and a running mean in registers (one head has 32
dimensions) and returns beside the result the log2 of the sum, by which `pages.merge` joins parts.
`ragged` attends inside the new tokens, `paged` to the pages before them: one thread per row and
head, no barriers. `decode` has one row per sequence, so 32 threads share the keys of a head and
meet once at the end.
"""
import math

from tvm.script import tirx as T

from pages import SLOTS

THREADS = 64
SHARE = 32
LOW = -5e4
LOG2E = math.log2(math.e)


@T.macro
def start(state, query, mean, q, row, h, head, scale):
    state[0] = T.float32(LOW)
    state[1] = T.float32(0)
    for d in T.unroll(head):
        query[d] = q[row, h, d] * (scale * T.float32(LOG2E))
        mean[d] = T.float32(0)


@T.macro
def absorb(state, query, mean, key, value, head):
    """One key and value; state is maximum, sum, score, factor."""
    state[2] = T.float32(0)
    for d in T.unroll(head):
        state[2] = state[2] + query[d] * key[d]
    state[3] = T.exp2(state[0] - T.max(state[0], state[2]))
    state[0] = T.max(state[0], state[2])
    state[2] = T.exp2(state[2] - state[0])
    state[1] = state[1] * state[3] + state[2]
    for d in T.unroll(head):
        mean[d] = mean[d] * state[3] + state[2] * value[d]


@T.macro
def finish(state, mean, out, lse, row, h, head):
    """Without any key: a zero result with the lowest sum, which counts for nothing in a merge."""
    for d in T.unroll(head):
        out[row, h, d] = mean[d] / T.max(state[1], T.float32(1e-30))
    lse[row, h] = state[0] + T.log2(T.max(state[1], T.float32(1e-30)))


@T.macro
def own_sequence(found, indptr, count, row):
    """found = the sequence whose rows hold `row`."""
    found[0] = 0
    for i in T.serial(count):
        if row >= indptr[i + 1]:
            found[0] = i + 1


def ragged(heads, head):
    """Causal attention among the new tokens of each sequence."""

    @T.prim_func(private=True, s_tir=True)
    def kernel(
        pq: T.handle, pqstart: T.handle, pk: T.handle, pv: T.handle, pkstart: T.handle,
        pqpos: T.handle, pkpos: T.handle, pout: T.handle, plse: T.handle,
        causal: T.int64, rotary: T.int64, rope_scale: T.float32, theta: T.float32, scale: T.float32,
    ):
        T.func_attr({'tirx.is_scheduled': True, 'tirx.noalias': True})
        n, m, count = T.int32(), T.int32(), T.int32()
        off0, off1, off2, off3 = T.int32(), T.int32(), T.int32(), T.int32()
        q = T.match_buffer(pq, (n, heads, head), 'float32')
        qstart = T.match_buffer(pqstart, (count + 1,), 'int32', elem_offset=off0)
        k = T.match_buffer(pk, (m, heads, head), 'float32')
        v = T.match_buffer(pv, (m, heads, head), 'float32')
        kstart = T.match_buffer(pkstart, (count + 1,), 'int32', elem_offset=off1)
        qpos = T.match_buffer(pqpos, (n,), 'int32', elem_offset=off2)
        kpos = T.match_buffer(pkpos, (count,), 'int32', elem_offset=off3)
        out = T.match_buffer(pout, (n, heads, head), 'float32')
        lse = T.match_buffer(plse, (n, heads), 'float32')
        for by in T.thread_binding(heads, thread='blockIdx.y'):
            for bx in T.thread_binding((n + (THREADS - 1)) // THREADS, thread='blockIdx.x'):
                for tx in T.thread_binding(THREADS, thread='threadIdx.x'):
                    with T.sblock('ragged'):
                        T.reads()
                        T.writes()
                        state = T.sblock_alloc_buffer((4,), 'float32', scope='local')
                        query = T.sblock_alloc_buffer((head,), 'float32', scope='local')
                        mean = T.sblock_alloc_buffer((head,), 'float32', scope='local')
                        key = T.sblock_alloc_buffer((head,), 'float32', scope='local')
                        value = T.sblock_alloc_buffer((head,), 'float32', scope='local')
                        found = T.sblock_alloc_buffer((1,), 'int32', scope='local')
                        row: T.let[T.int32] = bx * THREADS + tx
                        if row < n:
                            own_sequence(found, qstart, count, row)
                            start(state, query, mean, q, row, by, head, scale)
                            for t in T.serial(row - qstart[found[0]] + 1):
                                for d in T.unroll(head):
                                    key[d] = k[kstart[found[0]] + t, by, d]
                                    value[d] = v[kstart[found[0]] + t, by, d]
                                absorb(state, query, mean, key, value, head)
                            finish(state, mean, out, lse, row, by, head)

    return kernel


def paged(heads, head):
    """Every row attends to all that the pages of its sequence held before."""

    @T.prim_func(private=True, s_tir=True)
    def kernel(
        pq: T.handle, pqstart: T.handle, ppages: T.handle, pfirst: T.handle, ptable: T.handle,
        plast: T.handle, pkpos: T.handle, pqpos: T.handle, pout: T.handle, plse: T.handle,
        causal: T.int64, rotary: T.int64, rope_scale: T.float32, theta: T.float32, scale: T.float32,
    ):
        T.func_attr({'tirx.is_scheduled': True, 'tirx.noalias': True})
        n, count, size, held = T.int32(), T.int32(), T.int32(), T.int32()
        off0, off1, off2 = T.int32(), T.int32(), T.int32()
        off3, off4, off5 = T.int32(), T.int32(), T.int32()
        q = T.match_buffer(pq, (n, heads, head), 'float32')
        qstart = T.match_buffer(pqstart, (count + 1,), 'int32', elem_offset=off0)
        pages = T.match_buffer(ppages, (size, 2, heads, SLOTS, head), 'float32')
        first = T.match_buffer(pfirst, (count + 1,), 'int32', elem_offset=off1)
        table = T.match_buffer(ptable, (held,), 'int32', elem_offset=off2)
        last = T.match_buffer(plast, (count,), 'int32', elem_offset=off3)
        kpos = T.match_buffer(pkpos, (count,), 'int32', elem_offset=off4)
        qpos = T.match_buffer(pqpos, (n,), 'int32', elem_offset=off5)
        out = T.match_buffer(pout, (n, heads, head), 'float32')
        lse = T.match_buffer(plse, (n, heads), 'float32')
        for by in T.thread_binding(heads, thread='blockIdx.y'):
            for bx in T.thread_binding((n + (THREADS - 1)) // THREADS, thread='blockIdx.x'):
                for tx in T.thread_binding(THREADS, thread='threadIdx.x'):
                    with T.sblock('paged'):
                        T.reads()
                        T.writes()
                        state = T.sblock_alloc_buffer((4,), 'float32', scope='local')
                        query = T.sblock_alloc_buffer((head,), 'float32', scope='local')
                        mean = T.sblock_alloc_buffer((head,), 'float32', scope='local')
                        key = T.sblock_alloc_buffer((head,), 'float32', scope='local')
                        value = T.sblock_alloc_buffer((head,), 'float32', scope='local')
                        found = T.sblock_alloc_buffer((2,), 'int32', scope='local')
                        row: T.let[T.int32] = bx * THREADS + tx
                        if row < n:
                            own_sequence(found, qstart, count, row)
                            found[1] = 0
                            if first[found[0] + 1] > first[found[0]]:
                                found[1] = first[found[0] + 1] - first[found[0]] - 1
                                found[1] = found[1] * SLOTS + last[found[0]]
                            start(state, query, mean, q, row, by, head, scale)
                            for t in T.serial(found[1]):
                                page: T.let[T.int32] = table[first[found[0]] + t // SLOTS]
                                for d in T.unroll(head):
                                    key[d] = pages[page, 0, by, t % SLOTS, d]
                                    value[d] = pages[page, 1, by, t % SLOTS, d]
                                absorb(state, query, mean, key, value, head)
                            finish(state, mean, out, lse, row, by, head)

    return kernel


def decode(heads, head):
    """One row per sequence: thread t takes keys t, t + 32, …, then dimension t of the result."""
    if head != SHARE:
        raise ValueError(f'heads of {head} dimensions: the last step gives one to each of {SHARE}')

    @T.prim_func(private=True, s_tir=True)
    def kernel(
        pq: T.handle, ppages: T.handle, pfirst: T.handle, ptable: T.handle, plast: T.handle,
        pkpos: T.handle, pqpos: T.handle, pout: T.handle, plse: T.handle,
        rotary: T.int64, rope_scale: T.float32, theta: T.float32, scale: T.float32,
    ):
        T.func_attr({'tirx.is_scheduled': True, 'tirx.noalias': True})
        n, size, held = T.int32(), T.int32(), T.int32()
        off1, off2, off3 = T.int32(), T.int32(), T.int32()
        off4, off5 = T.int32(), T.int32()
        q = T.match_buffer(pq, (n, heads, head), 'float32')
        pages = T.match_buffer(ppages, (size, 2, heads, SLOTS, head), 'float32')
        first = T.match_buffer(pfirst, (n + 1,), 'int32', elem_offset=off1)
        table = T.match_buffer(ptable, (held,), 'int32', elem_offset=off2)
        last = T.match_buffer(plast, (n,), 'int32', elem_offset=off3)
        kpos = T.match_buffer(pkpos, (n,), 'int32', elem_offset=off4)
        qpos = T.match_buffer(pqpos, (n,), 'int32', elem_offset=off5)
        out = T.match_buffer(pout, (n, heads, head), 'float32')
        lse = T.match_buffer(plse, (n, heads), 'float32')
        for by in T.thread_binding(heads, thread='blockIdx.y'):
            for bx in T.thread_binding(n, thread='blockIdx.x'):
                for tx in T.thread_binding(SHARE, thread='threadIdx.x'):
                    with T.sblock('decode'):
                        T.reads()
                        T.writes()
                        state = T.sblock_alloc_buffer((4,), 'float32', scope='local')
                        query = T.sblock_alloc_buffer((head,), 'float32', scope='local')
                        mean = T.sblock_alloc_buffer((head,), 'float32', scope='local')
                        key = T.sblock_alloc_buffer((head,), 'float32', scope='local')
                        value = T.sblock_alloc_buffer((head,), 'float32', scope='local')
                        count = T.sblock_alloc_buffer((1,), 'int32', scope='local')
                        parts = T.sblock_alloc_buffer((SHARE, head), 'float32', scope='shared')
                        tops = T.sblock_alloc_buffer((SHARE,), 'float32', scope='shared')
                        sums = T.sblock_alloc_buffer((SHARE,), 'float32', scope='shared')
                        count[0] = 0
                        if first[bx + 1] > first[bx]:
                            count[0] = (first[bx + 1] - first[bx] - 1) * SLOTS + last[bx]
                        start(state, query, mean, q, bx, by, head, scale)
                        for i in T.serial((count[0] - tx + (SHARE - 1)) // SHARE):
                            page: T.let[T.int32] = table[first[bx] + (i * SHARE + tx) // SLOTS]
                            for d in T.unroll(head):
                                key[d] = pages[page, 0, by, (i * SHARE + tx) % SLOTS, d]
                                value[d] = pages[page, 1, by, (i * SHARE + tx) % SLOTS, d]
                            absorb(state, query, mean, key, value, head)
                        for d in T.unroll(head):
                            parts[tx, d] = mean[d]
                        tops[tx] = state[0]
                        sums[tx] = state[1]
                        T.tvm_storage_sync('shared')
                        state[0] = T.float32(LOW)
                        for i in T.serial(SHARE):
                            state[0] = T.max(state[0], tops[i])
                        state[1] = T.float32(0)
                        state[2] = T.float32(0)
                        for i in T.serial(SHARE):
                            state[3] = T.exp2(tops[i] - state[0])
                            state[1] = state[1] + sums[i] * state[3]
                            state[2] = state[2] + parts[i, tx] * state[3]
                        out[bx, by, tx] = state[2] / T.max(state[1], T.float32(1e-30))
                        if tx == 0:
                            lse[bx, by] = state[0] + T.log2(T.max(state[1], T.float32(1e-30)))

    return kernel
