"""The runtime's paged cache, made with our kernels.

Upstream's set has sliding windows, token trees and latent attention, all of which would be compiled
on every load; their places stay empty here. Compacting (trees) and reading back (debugging) have no
optional place: they get `append`, which is never called under those names.
"""
from tvm import relax
from tvm.ir import StringImm
from tvm.relax.frontend.nn.llm.kv_cache import AttnKind, PagedKVCache, RopeMode

import attention
import pages
from calls import call


def create(shape, config):
    """config: sequences, tokens in all, tokens of a prefill, tokens of a page, sliding window."""
    builder = relax.BlockBuilder.current()
    sizes = (shape.heads, shape.head)
    none = relax.Tuple([])
    append = builder.add_func(pages.append(*sizes), 'append')

    def backend(kernel, name):
        return relax.Tuple([StringImm('tirx'), builder.add_func(kernel, name)])

    created = relax.call_pure_packed(
        'vm.builtin.paged_attention_kv_cache_create',
        relax.ShapeExpr(config),
        relax.ShapeExpr([0, shape.layers]),
        relax.prim_value(shape.heads),
        relax.prim_value(shape.heads),
        relax.prim_value(shape.head),
        relax.prim_value(shape.head),
        relax.ShapeExpr([int(AttnKind.MHA)] * shape.layers),
        relax.prim_value(False),
        relax.prim_value(int(RopeMode.NORMAL)),
        relax.prim_value(1),
        relax.prim_value(int(shape.theta)),
        relax.prim_value(0),
        call(pages.blank(), 'blank', [], ())._expr,
        append,
        relax.prim_value(0),
        backend(attention.ragged(*sizes), 'ragged'),
        backend(attention.paged(*sizes), 'paged'),
        backend(attention.decode(*sizes), 'decode_attention'),
        none, none, none, none, none,
        relax.Tuple([builder.add_func(pages.merge(*sizes), 'merge')]),
        builder.add_func(pages.rotary(*sizes, shape.theta), 'rotary'),
        builder.add_func(pages.copy_page(*sizes), 'copy_page'),
        append,
        append,
        ty_args=relax.AnyType(),
    )
    return PagedKVCache(_expr=created, _name='paged_kv_cache')
