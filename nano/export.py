"""Writes the model for the page: GGUF (q8_0 matrices, f32 norms), tokenizer.json, model.json.

    python nano/export.py --run RUN --out public/models/nano

Afterwards the file is read back and its greedy answers are compared with the checkpoint's.
"""
import argparse
import hashlib
import json
import shutil
from pathlib import Path

import gguf
import numpy as np
import torch

from checkpoint import jobs_of, load_model
from data import LEVELS, read_rows
from notes import advise_content
from readback import Pairs, greedy
from tokens import CHAT_TEMPLATE, END, PAD, SPECIAL, Codec, chat, solve_content

PROMPT_FORMAT = 2
MATHS_JOBS = ['solve', 'combine', 'choose', 'judge']
NOTES_JOBS = ['note', 'propose', 'verdict']  # combining and choosing notes go with `note`
MATRICES = {'q': 'attn_q', 'k': 'attn_k', 'v': 'attn_v', 'o': 'attn_output',
            'gate': 'ffn_gate', 'up': 'ffn_up', 'down': 'ffn_down'}


def interleave(weight, heads):
    """q and k rows from the halves convention of RoPE to the pairs that llama.cpp turns."""
    rows, columns = weight.shape
    halves = weight.reshape(heads, 2, rows // heads // 2, columns)
    return halves.swapaxes(1, 2).reshape(rows, columns)


def add_tokenizer(writer, codec):
    model = json.loads(codec.tokenizer.to_str())['model']
    by_id = sorted(codec.tokenizer.get_vocab().items(), key=lambda item: item[1])
    kinds = [gguf.TokenType.CONTROL if text in SPECIAL else gguf.TokenType.NORMAL
             for text, _ in by_id]
    merges = [' '.join(m) if isinstance(m, list) else m for m in model['merges']]
    writer.add_tokenizer_model('gpt2')
    writer.add_tokenizer_pre('smollm')
    writer.add_token_list([text for text, _ in by_id])
    writer.add_token_types(kinds)
    writer.add_token_merges(merges)
    writer.add_bos_token_id(codec.tokenizer.token_to_id(PAD))
    writer.add_eos_token_id(codec.tokenizer.token_to_id(END))
    writer.add_pad_token_id(codec.tokenizer.token_to_id(PAD))
    writer.add_add_bos_token(False)
    writer.add_chat_template(CHAT_TEMPLATE)


def add_matrix(writer, name, weight):
    data = np.ascontiguousarray(weight, dtype=np.float32)
    writer.add_tensor(name, gguf.quants.quantize(data, gguf.GGMLQuantizationType.Q8_0),
                      raw_dtype=gguf.GGMLQuantizationType.Q8_0)


def write(path, model, codec):
    shape = model.shape
    if codec.size != shape.vocab:
        raise ValueError(f'{codec.size} tokens, but the model has {shape.vocab}')
    writer = gguf.GGUFWriter(path, 'llama')
    writer.add_name('CaT Lab nano')
    writer.add_license('apache-2.0')
    writer.add_context_length(shape.context)
    writer.add_embedding_length(shape.width)
    writer.add_block_count(shape.layers)
    writer.add_feed_forward_length(shape.ff)
    writer.add_head_count(shape.heads)
    writer.add_head_count_kv(shape.heads)
    writer.add_layer_norm_rms_eps(shape.eps)
    writer.add_rope_dimension_count(shape.head)
    writer.add_rope_freq_base(shape.theta)
    writer.add_vocab_size(shape.vocab)
    writer.add_file_type(gguf.LlamaFileType.MOSTLY_Q8_0)
    add_tokenizer(writer, codec)
    add_matrix(writer, 'token_embd.weight', model.embed.weight.detach().numpy())
    for i, block in enumerate(model.blocks):
        for name, theirs in MATRICES.items():
            weight = getattr(block, name).weight.detach().numpy()
            if name in 'qk':
                weight = interleave(weight, shape.heads)
            add_matrix(writer, f'blk.{i}.{theirs}.weight', weight)
        writer.add_tensor(f'blk.{i}.attn_norm.weight', block.norm1.weight.detach().numpy())
        writer.add_tensor(f'blk.{i}.ffn_norm.weight', block.norm2.weight.detach().numpy())
    writer.add_tensor('output_norm.weight', model.norm.weight.detach().numpy())
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def describe(path, model, levels, group, jobs):
    """What the app reads beside the weights: which file this is and what it was trained for."""
    data = path.read_bytes()
    return {
        'name': 'nano',
        'file': path.name,
        'revision': hashlib.sha256(data).hexdigest(),
        'bytes': len(data),
        'parameters': sum(p.numel() for p in model.parameters()),
        'contextTokens': model.shape.context,
        'levels': levels,
        'group': {'min': 1, 'max': group},
        'jobs': jobs,
        'promptFormat': PROMPT_FORMAT,
        'answerTokens': 160,
        'sampling': {'temperature': 1, 'topP': 1, 'topK': 0},
        'quantisation': 'q8_0',
    }


def agreement(model, path, codec, contents):
    """How many greedy answers of the written file equal the checkpoint's."""
    again = Pairs(path)
    same = 0
    for content in contents:
        prompt = codec.encode(chat(content))
        same += greedy(model, prompt, codec.end) == greedy(again, prompt, codec.end)
    return same


def held_contents(data, count, jobs):
    """What the written file is asked: problems, and questions for notes where it was taught them."""
    for name, job, content in (('easy', 'solve', solve_content), ('notes', 'note', advise_content)):
        path = data / f'heldout-{name}.jsonl'
        if job in jobs and path.exists():
            yield from (content(row['question']) for row in read_rows(path, count))


def main():
    args = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    args.add_argument('--run', type=Path, required=True)
    args.add_argument('--checkpoint', type=Path)
    args.add_argument('--out', type=Path, required=True)
    args.add_argument('--levels', default=','.join(LEVELS))
    args.add_argument('--group', type=int, default=16, help='largest group that was trained')
    args.add_argument('--check', type=int, default=30, help='questions of each world to compare greedy answers on')
    args.add_argument('--without-notes', action='store_true',
                      help='does not name the jobs of notes, where they are not yet fit to be offered')
    args = args.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    codec = Codec(args.run / 'tokenizer.json')
    source = args.checkpoint or args.run / 'checkpoint.pt'
    model, trained = load_model(source), jobs_of(source)
    notes = set(NOTES_JOBS) <= set(trained) and not args.without_notes
    jobs = MATHS_JOBS + (NOTES_JOBS if notes else [])
    path = args.out / 'nano.gguf'
    write(str(path), model, codec)
    shutil.copyfile(args.run / 'tokenizer.json', args.out / 'tokenizer.json')
    about = describe(path, model, args.levels.split(','), args.group, jobs)
    (args.out / 'model.json').write_text(json.dumps(about, indent=2) + '\n')
    print(json.dumps(about))
    asked = list(held_contents(args.run / 'data', args.check, jobs)) if args.check else []
    if asked:
        torch.set_num_threads(1)
        print(f'{agreement(model, path, codec, asked)} of {len(asked)} greedy answers equal')


if __name__ == '__main__':
    main()
