"""The chat config of the model folder: sizes, sampling defaults and the chat frame."""


def chat_config(shape, tokenizer, chunk):
    """One user message in ChatML, no system message, no first token.

    There is no role template: web-llm would put the text in by a string replacement, in which a
    dollar sign of the text has a meaning.
    """
    ids = {t['content']: t['id'] for t in tokenizer['added_tokens']}
    return {
        'model_type': 'llama',
        'quantization': 'q8f32',
        'model_config': {'hidden_size': shape.width, 'num_hidden_layers': shape.layers,
                         'num_attention_heads': shape.heads, 'num_key_value_heads': shape.heads,
                         'head_dim': shape.head, 'max_position_embeddings': shape.context,
                         'vocab_size': shape.vocab},
        'vocab_size': shape.vocab,
        'context_window_size': shape.context,
        'sliding_window_size': -1,
        'attention_sink_size': -1,
        'prefill_chunk_size': chunk,
        'tensor_parallel_shards': 1,
        'temperature': 1.0,
        'top_p': 1.0,
        'repetition_penalty': 1.0,
        'frequency_penalty': 0.0,
        'presence_penalty': 0.0,
        'tokenizer_files': ['tokenizer.json'],
        'tokenizer_info': {'token_postproc_method': 'byte_level',
                           'prepend_space_in_encode': False,
                           'strip_space_in_decode': False},
        'conv_template': {
            'name': 'nano',
            'system_template': '{system_message}',
            'system_message': '',
            'render_empty_system_message': False,
            'roles': {'user': '<|im_start|>user', 'assistant': '<|im_start|>assistant',
                      'tool': '<|im_start|>user'},
            'seps': ['<|im_end|>\n'],
            'role_content_sep': '\n',
            'role_empty_sep': '\n',
            'stop_str': ['<|im_end|>'],
            'stop_token_ids': [ids['<|im_end|>'], ids['<|endoftext|>']],
        },
    }
