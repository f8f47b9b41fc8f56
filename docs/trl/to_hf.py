"""The bundled model as a Llama folder of Hugging Face, from the weights that it is trained from.

    python docs/trl/to_hf.py --out out/nano-hf

Reads nano/checkpoint/nano-fp16.pt and public/models/nano/tokenizer.json; writes config.json,
model.safetensors and the tokenizer. Then both are asked the same, and must give the same logits.
"""
import argparse
import sys
from pathlib import Path

import torch
from transformers import LlamaConfig, LlamaForCausalLM, PreTrainedTokenizerFast

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / 'nano'))

from checkpoint import load_model  # noqa: E402
from tokens import CHAT_TEMPLATE, END, PAD, chat  # noqa: E402

LAYER = {
    'norm1': 'input_layernorm', 'norm2': 'post_attention_layernorm',
    'q': 'self_attn.q_proj', 'k': 'self_attn.k_proj', 'v': 'self_attn.v_proj',
    'o': 'self_attn.o_proj', 'gate': 'mlp.gate_proj', 'up': 'mlp.up_proj', 'down': 'mlp.down_proj',
}


def renamed(name):
    """nano/model.py's name of a weight as LlamaForCausalLM names it."""
    parts = name.split('.')
    if parts[0] == 'blocks':
        return f'model.layers.{parts[1]}.{LAYER[parts[2]]}.weight'
    return {'embed': 'model.embed_tokens.weight', 'norm': 'model.norm.weight'}[parts[0]]


def convert(model):
    shape = model.shape
    config = LlamaConfig(
        vocab_size=shape.vocab, hidden_size=shape.width, intermediate_size=shape.ff,
        num_hidden_layers=shape.layers, num_attention_heads=shape.heads,
        num_key_value_heads=shape.heads, max_position_embeddings=shape.context,
        rope_parameters={'rope_type': 'default', 'rope_theta': shape.theta},
        rms_norm_eps=shape.eps, tie_word_embeddings=True,
        bos_token_id=None, eos_token_id=2, pad_token_id=0,
    )
    llama = LlamaForCausalLM(config)
    weights = {renamed(name): weight for name, weight in model.state_dict().items()}
    missing, unexpected = llama.load_state_dict(weights, strict=False)
    assert set(missing) <= {'lm_head.weight'} and not unexpected, (missing, unexpected)
    llama.tie_weights()
    return llama.eval()


def main():
    args = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    args.add_argument('--checkpoint', type=Path, default=ROOT / 'nano/checkpoint/nano-fp16.pt')
    args.add_argument('--tokenizer', type=Path, default=ROOT / 'public/models/nano/tokenizer.json')
    args.add_argument('--out', type=Path, required=True)
    args = args.parse_args()
    nano = load_model(args.checkpoint)
    llama = convert(nano)
    tokenizer = PreTrainedTokenizerFast(
        tokenizer_file=str(args.tokenizer), eos_token=END, pad_token=PAD,
        clean_up_tokenization_spaces=False, padding_side='left')
    tokenizer.chat_template = CHAT_TEMPLATE
    assert tokenizer.convert_tokens_to_ids([PAD, END]) == [0, 2]
    content = 'Solve.\nTom has 12 apples and buys 5 boxes of 6 apples. How many apples has he?'
    rendered = tokenizer.apply_chat_template(
        [{'role': 'user', 'content': content}], add_generation_prompt=True, tokenize=False)
    assert rendered == chat(content)
    tokens = torch.tensor([tokenizer(rendered)['input_ids']])
    with torch.no_grad():
        apart = (llama(tokens).logits - nano(tokens)).abs().max().item()
    assert apart < 1e-3, f'logits differ by {apart}'
    llama.save_pretrained(args.out)
    tokenizer.save_pretrained(args.out)
    print(f'{args.out}: {llama.num_parameters():,} parameters, logits at most {apart:.1e} apart')


if __name__ == '__main__':
    main()
