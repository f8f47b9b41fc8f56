"""Argument shapes of every exported function. Names in them are sizes known at run time."""
from tvm.relax.frontend import nn
from tvm.relax.frontend.nn.llm.kv_cache import PagedKVCache


def signatures(shape):
    def tensor(sizes, dtype='float32'):
        return nn.spec.Tensor(sizes, dtype)

    cache = nn.spec.Object(object_type=PagedKVCache)
    width, vocab = shape.width, shape.vocab
    packed = {'param_mode': 'packed', 'effect_mode': 'none'}
    plain = {'param_mode': 'none', 'effect_mode': 'none'}
    return {
        'embed': {'input_ids': tensor(['n'], 'int32'), '$': packed},
        'prefill': {'input_embed': tensor([1, 'n', width]), 'paged_kv_cache': cache, '$': packed},
        'decode': {'input_embed': tensor([1, 1, width]), 'paged_kv_cache': cache, '$': packed},
        'batch_prefill': {'input_embeds': tensor([1, 'n', width]),
                          'logit_positions': tensor(['b'], 'int32'),
                          'paged_kv_cache': cache, '$': packed},
        'batch_decode': {'input_embeds': tensor(['b', 1, width]), 'paged_kv_cache': cache,
                         '$': packed},
        'batch_verify': {'input_embeds': tensor([1, 'n', width]), 'paged_kv_cache': cache,
                         '$': packed},
        'softmax_with_temperature': {'logits': tensor(['b', 1, vocab]),
                                     'temperature': tensor(['b']), '$': plain},
        'argsort_probs': {'probs': tensor(['b', vocab]), '$': plain},
        'sample_with_top_p': {'sorted_probs': tensor(['b', vocab]),
                              'sorted_indices': tensor(['b', vocab], 'int32'),
                              'uniform_samples': tensor(['c']),
                              'sample_indices': tensor(['c'], 'int32'),
                              'top_p': tensor(['b']), '$': plain},
        'apply_bitmask_inplace': {'logits': tensor(['b', vocab]),
                                  'seq_ids': tensor(['c'], 'int32'),
                                  'bitmask': tensor(['m', vocab // 32], 'int32'), '$': plain},
        'apply_penalty_inplace': {'logits': tensor(['b', vocab]),
                                  'seq_ids': tensor(['c'], 'int32'),
                                  'pos2seq_ids': tensor(['t'], 'int32'),
                                  'token_ids': tensor(['t'], 'int32'),
                                  'token_cnt': tensor(['t'], 'int32'),
                                  'penalties': tensor(['c', 3]), '$': plain},
        'apply_logit_bias_inplace': {'logits': tensor(['b', vocab]),
                                     'pos2seq_ids': tensor(['t'], 'int32'),
                                     'token_ids': tensor(['t'], 'int32'),
                                     'logit_bias': tensor(['t']), '$': plain},
        'create_tir_paged_kv_cache': {'max_batch_size': int, 'max_total_seq_len': int,
                                      'prefill_chunk_size': int, 'page_size': int,
                                      'support_sliding_window': int, '$': plain},
    }
