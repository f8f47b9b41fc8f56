"""Adds tokens for the notes to a tokenizer, and rows for them to the weights that learned with it.

    python nano/extend_tokenizer.py --tokenizer public/models/nano/tokenizer.json --data RUN/data \\
        --out RUN/tokenizer.json --weights nano/checkpoint/nano-fp16.pt --weights-out RUN/begin.pt

Old tokens keep their ids. New merges come after all old ones, so they join only what the old ones
leave apart, and none joins two tokens that stand side by side in a word of the maths world: maths texts
keep their tokens. Pre-tokenisation, special tokens and decoder stay, so that the GGUF, which takes
its tokens and merges from this file, still splits every text alike. The row of a new token begins as
the mean of the rows of the old tokens that it joins.
"""
import argparse
import json
from collections import Counter
from pathlib import Path

import torch
from tokenizers import Tokenizer

from checkpoint import save
from data import read_rows
from notes import (advise_content, criteria_content, criterion_of, lines_of, proposal, verdict,
                   verdict_content)
from tokens import choose_content, combine_content, judge_content, solve_content


def maths_texts(folder, rows):
    """What the jobs of maths read and write: their headings too must keep their tokens."""
    texts = ['Work.', 'Reckon.', '34, 36: No', '34, 34: Yes']
    for path in sorted(folder.glob('train-*.jsonl')):
        for row in [] if path.stem == 'train-notes' else read_rows(path, rows):
            question, solution = row['question'], row['solution']
            texts += [solve_content(question), combine_content([solution], question),
                      choose_content([solution], question), judge_content(solution, solution)]
    return texts


def note_texts(path, rows):
    """What the five jobs read and write, each about as often as in training."""
    texts = []
    for row in read_rows(path, rows):
        notes, note, question = row['notes'][:3], row['note'], row['question']
        texts += [advise_content(question), choose_content(notes, question), *notes, note,
                  criteria_content(note), proposal(note)]
        for text in notes:
            said = row['wordings']['true'][len(texts) % len(row['wordings']['true'])]
            criterion = criterion_of(said[0])
            texts += [verdict_content(criterion, lines_of(text)[0]),
                      verdict(criterion, said, text, row['wordings'])]
    return texts


def words_of(tokenizer, texts):
    """How often each piece of the pre-tokenisation occurs, and its tokens."""
    split = tokenizer.pre_tokenizer.pre_tokenize_str
    lines = Counter(line for text in texts for line in text.split('\n'))
    words = Counter({'Ċ': sum(text.count('\n') for text in texts)})
    for line, count in lines.items():
        for word, _ in split(line):
            words[word] += count
    return [([t.value for t in tokenizer.model.tokenize(word)], count) for word, count in words.items()]


def neighbours(pieces):
    return zip(pieces, pieces[1:])


def learn(words, banned, known, count):
    """Merges in order, always the most frequent pair that is not banned, until they make up `count`
    tokens that are not `known`; fewer where no pair is left."""
    merges, made = [], set()
    while len(made) < count:
        pairs = Counter()
        for pieces, often in words:
            for pair in neighbours(pieces):
                pairs[pair] += often
        allowed = [(often, pair) for pair, often in pairs.items() if pair not in banned]
        if not allowed:
            break
        merge = max(allowed)[1]
        merges.append(merge)
        made |= {''.join(merge)} - known
        words = [(joined(pieces, merge), often) for pieces, often in words]
    return merges


def joined(pieces, merge):
    if merge[0] not in pieces:
        return pieces
    out, at = [], 0
    while at < len(pieces):
        if tuple(pieces[at:at + 2]) == merge:
            out.append(''.join(merge))
            at += 2
        else:
            out.append(pieces[at])
            at += 1
    return out


def extended(tokenizer, merges):
    """A tokenizer with these merges after its own; ids go on where the old ones end."""
    whole = json.loads(tokenizer.to_str())
    vocab = whole['model']['vocab']
    as_text = bool(whole['model']['merges']) and isinstance(whole['model']['merges'][0], str)
    for left, right in merges:
        vocab.setdefault(left + right, len(vocab))
        whole['model']['merges'].append(f'{left} {right}' if as_text else [left, right])
    return Tokenizer.from_str(json.dumps(whole))


def parts_of(tokenizer, merges):
    """By new token, the ids of the old tokens that it joins."""
    old, parts = tokenizer.get_vocab(), {}
    for left, right in merges:
        if left + right not in old:
            sides = [parts.get(side, [old.get(side)]) for side in (left, right)]
            parts.setdefault(left + right, sum(sides, []))
    return parts


def widened(state, parts):
    """The slim weights with a row for each new token, in the order of `parts`."""
    embed = state['model']['embed.weight'].float()
    rows = [embed[ids].mean(0) for ids in parts.values()]
    weights = {**state['model'], 'embed.weight': torch.cat([embed, torch.stack(rows)]).half()}
    vocab = embed.shape[0] + len(rows)
    return {**state, 'shape': {**state['shape'], 'vocab': vocab}, 'model': weights}


def report(old, new, maths, notes):
    same = sum(a.ids == b.ids for a, b in zip(old.encode_batch(maths), new.encode_batch(maths)))
    lines = [line for text in notes for line in text.split('\n') if line.endswith('.')]
    means = [sum(len(e.ids) for e in t.encode_batch(lines)) / len(lines) for t in (old, new)]
    return (f'{new.get_vocab_size()} tokens; {same} of {len(maths)} maths texts keep theirs; '
            f'{means[0]:.2f} -> {means[1]:.2f} a line of a note')


def main():
    args = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    args.add_argument('--tokenizer', type=Path, required=True, help='the one to extend')
    args.add_argument('--data', type=Path, required=True, help='train-LEVEL.jsonl, train-notes.jsonl')
    args.add_argument('--out', type=Path, required=True)
    args.add_argument('--size', type=int, default=2048, help='a multiple of 32')
    args.add_argument('--rows', type=int, default=8000, help='rows read of each file')
    args.add_argument('--weights', type=Path, help='slim weights that learned with the old one')
    args.add_argument('--weights-out', type=Path)
    args = args.parse_args()
    old = Tokenizer.from_file(str(args.tokenizer))
    maths, notes = maths_texts(args.data, args.rows), note_texts(args.data / 'train-notes.jsonl', args.rows)
    banned = {pair for pieces, _ in words_of(old, maths) for pair in neighbours(pieces)}
    known = set(old.get_vocab())
    merges = learn(words_of(old, notes), banned, known, args.size - len(known))
    new = extended(old, merges)
    if new.get_vocab_size() != args.size or args.size % 32:
        # Training would pad the rows of the weights, and the export refuse them.
        raise SystemExit(f'{new.get_vocab_size()} tokens found: --size must be that many, in whole 32s')
    new.save(str(args.out))
    print(report(old, new, maths, notes))
    if args.weights:
        state = torch.load(args.weights, map_location='cpu', weights_only=True)
        if state['shape']['vocab'] != old.get_vocab_size():
            raise SystemExit(f"the weights know {state['shape']['vocab']} tokens, not {old.get_vocab_size()}")
        save(args.weights_out, widened(state, parts_of(old, merges)))


if __name__ == '__main__':
    main()
