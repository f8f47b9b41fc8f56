"""What the paged cache does besides attention: rotate, append, merge, copy a page, and start blank.

The argument lists are those by which the runtime's `PagedAttentionKVCache` calls its functions.
Pages are [page, key or value, head, slot, dimension]. Arrays that describe the batch are views into
one buffer, so they carry an element offset.
"""
from tvm.script import tirx as T

SLOTS = 16


def frequency(d, half, theta):
    """theta ** (-d / half) as a product over the bits of d, each factor an exact f32 constant."""
    product = T.float32(1)
    for b in range(half.bit_length() - 1):
        factor = float(theta) ** (-(2 ** b) / half)
        bit = T.bitwise_and(T.shift_right(d, b), 1)
        product = product * T.Select(bit == 1, T.float32(factor), T.float32(1))
    return product


def series(x, coefficients):
    """A polynomial in x squared, lowest power first."""
    total = T.float32(coefficients[-1])
    for c in reversed(coefficients[:-1]):
        total = total * (x * x) + T.float32(c)
    return total


def sine_series(x):
    return x * series(x, [1, -1 / 6, 1 / 120, -1 / 5040, 1 / 362880])


def cosine_series(x):
    return series(x, [1, -1 / 2, 1 / 24, -1 / 720, 1 / 40320, -1 / 3628800])


def rotary(heads, head, theta):
    """Splits q, k and v and turns q and k by their positions, in the halves convention of RoPE.

    Sine and cosine are computed here, by a reduction to an eighth of a turn in two steps and the
    series: WebGPU promises its own ones to three digits only, and software adapters keep to that.
    """
    half, width = head // 2, heads * head
    coarse, fine = 1.5703125, 0.00048382679489661923

    @T.prim_func(private=True, s_tir=True)
    def kernel(
        pqkv: T.handle, ppos: T.handle, pq: T.handle, pk: T.handle, pv: T.handle, apply: T.int64,
    ):
        T.func_attr({'tirx.is_scheduled': True, 'tirx.noalias': True})
        n = T.int64()
        offset = T.int32()
        qkv = T.match_buffer(pqkv, (n, heads * 3, head), 'float32')
        pos = T.match_buffer(ppos, (n,), 'int32', elem_offset=offset)
        q = T.match_buffer(pq, (n, heads, head), 'float32')
        k = T.match_buffer(pk, (n, heads, head), 'float32')
        v = T.match_buffer(pv, (n, heads, head), 'float32')
        for bx in T.thread_binding(n, thread='blockIdx.x'):
            for tx in T.thread_binding(width, thread='threadIdx.x'):
                with T.sblock('rotary'):
                    T.reads()
                    T.writes()
                    angle = T.sblock_alloc_buffer((1,), 'float32', scope='local')
                    quarter = T.sblock_alloc_buffer((1,), 'int32', scope='local')
                    sine = T.sblock_alloc_buffer((3,), 'float32', scope='local')
                    cosine = T.sblock_alloc_buffer((3,), 'float32', scope='local')
                    angle[0] = T.Cast('float32', pos[bx]) * frequency(tx % half, half, theta)
                    sine[0] = T.floor(angle[0] * T.float32(0.6366197723675814) + T.float32(0.5))
                    quarter[0] = T.bitwise_and(T.Cast('int32', sine[0]), 3)
                    angle[0] = angle[0] - sine[0] * T.float32(coarse) - sine[0] * T.float32(fine)
                    sine[1] = sine_series(angle[0])
                    cosine[1] = cosine_series(angle[0])
                    sine[2] = T.Select(quarter[0] % 2 == 1, cosine[1], sine[1])
                    cosine[2] = T.Select(quarter[0] % 2 == 1, sine[1], cosine[1])
                    if quarter[0] >= 2:
                        sine[2] = -sine[2]
                    if T.Or(quarter[0] == 1, quarter[0] == 2):
                        cosine[2] = -cosine[2]
                    if apply == T.int64(0):
                        sine[2] = T.float32(0)
                        cosine[2] = T.float32(1)
                    if tx % head < half:
                        sine[2] = -sine[2]
                    h: T.let[T.int32] = tx // head
                    d: T.let[T.int32] = tx % head
                    other: T.let[T.int32] = (tx + half) % head
                    q[bx, h, d] = qkv[bx, h, d] * cosine[2] + qkv[bx, h, other] * sine[2]
                    k[bx, h, d] = qkv[bx, h + heads, d] * cosine[2] + qkv[bx, h + heads, other] * sine[2]
                    v[bx, h, d] = qkv[bx, h + heads * 2, d]

    return kernel


def append(heads, head):
    """Writes new keys and values into their slots; position -1 means none."""

    @T.prim_func(private=True, s_tir=True)
    def kernel(ppages: T.handle, pk: T.handle, pv: T.handle, pmap: T.handle):
        T.func_attr({'tirx.is_scheduled': True, 'tirx.noalias': True})
        n, count = T.int64(), T.int64()
        offset = T.int32()
        pages = T.match_buffer(ppages, (count, 2, heads, SLOTS, head), 'float32')
        k = T.match_buffer(pk, (n, heads, head), 'float32')
        v = T.match_buffer(pv, (n, heads, head), 'float32')
        where = T.match_buffer(pmap, (n,), 'int32', elem_offset=offset)
        for bx in T.thread_binding(n, thread='blockIdx.x'):
            for tx in T.thread_binding(heads * head, thread='threadIdx.x'):
                with T.sblock('append'):
                    T.reads()
                    T.writes()
                    if where[bx] >= 0:
                        h: T.let[T.int32] = tx // head
                        d: T.let[T.int32] = tx % head
                        pages[where[bx] // SLOTS, 0, h, where[bx] % SLOTS, d] = k[bx, h, d]
                        pages[where[bx] // SLOTS, 1, h, where[bx] % SLOTS, d] = v[bx, h, d]

    return kernel


def merge(heads, head):
    """Joins two partial attentions in place, by their log2 sums. One thread owns a whole head: its
    sum is read and written by that thread alone, so no other can see it half merged."""

    @T.prim_func(private=True, s_tir=True)
    def kernel(pv: T.handle, ps: T.handle, pov: T.handle, pos: T.handle):
        T.func_attr({'tirx.is_scheduled': True, 'tirx.noalias': True})
        n = T.int64()
        v = T.match_buffer(pv, (n, heads, head), 'float32')
        s = T.match_buffer(ps, (n, heads), 'float32')
        ov = T.match_buffer(pov, (n, heads, head), 'float32')
        os = T.match_buffer(pos, (n, heads), 'float32')
        for bx in T.thread_binding(n, thread='blockIdx.x'):
            for tx in T.thread_binding(heads, thread='threadIdx.x'):
                with T.sblock('merge'):
                    T.reads()
                    T.writes()
                    top = T.sblock_alloc_buffer((1,), 'float32', scope='local')
                    mine = T.sblock_alloc_buffer((1,), 'float32', scope='local')
                    other = T.sblock_alloc_buffer((1,), 'float32', scope='local')
                    top[0] = T.max(s[bx, tx], os[bx, tx])
                    mine[0] = T.exp2(s[bx, tx] - top[0])
                    other[0] = T.exp2(os[bx, tx] - top[0])
                    s[bx, tx] = top[0] + T.log2(mine[0] + other[0])
                    top[0] = mine[0] + other[0]
                    mine[0] = mine[0] / top[0]
                    other[0] = other[0] / top[0]
                    for d in T.serial(head):
                        v[bx, tx, d] = v[bx, tx, d] * mine[0] + ov[bx, tx, d] * other[0]

    return kernel


def copy_page(heads, head):
    """The first `length` slots of one page into another, for a fork inside a page."""

    @T.prim_func(private=True, s_tir=True)
    def kernel(ppages: T.handle, from_page: T.int64, to_page: T.int64, length: T.int64):
        T.func_attr({'tirx.is_scheduled': True, 'tirx.noalias': True})
        count = T.int64()
        pages = T.match_buffer(ppages, (count, 2, heads, SLOTS, head), 'float32')
        for bx in T.thread_binding(length, thread='blockIdx.x'):
            for tx in T.thread_binding(heads * head, thread='threadIdx.x'):
                with T.sblock('copy_page'):
                    T.reads()
                    T.writes()
                    h: T.let[T.int32] = tx // head
                    d: T.let[T.int32] = tx % head
                    pages[to_page, 0, h, bx, d] = pages[from_page, 0, h, bx, d]
                    pages[to_page, 1, h, bx, d] = pages[from_page, 1, h, bx, d]

    return kernel


def blank():
    """One zero on the device: by it the cache learns its type and its device."""

    @T.prim_func(private=True, s_tir=True)
    def kernel(py: T.handle):
        T.func_attr({'tirx.is_scheduled': True, 'tirx.noalias': True})
        y = T.match_buffer(py, (), 'float32')
        for tx in T.thread_binding(1, thread='threadIdx.x'):
            with T.sblock('blank'):
                T.reads()
                T.writes()
                y[()] = T.float32(0)

    return kernel
