"""The jobs on notes, the longer tokenizer and the figures, on rows that the world's own command wrote.

    python nano/notes_smoke.py

Needs nano/requirements.txt and some seconds. Ends in `N passed, N failed`.
"""
import json
import random
import re
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

import gguf
import torch

import notes_evaluate
from card import CLOSE, NOTES_CLOSE, NOTES_OPEN, OPEN, notes_rows, placed, table
from data import LEVELS
from export import write
from extend_tokenizer import (extended, learn, maths_texts, neighbours, note_texts, parts_of,
                              widened, words_of)
from feeds import Feeds
from model import Nano, Shape
from notes import (BRIBES, NoteSource, best, choice, combined, criterion_of, lines_of, points_of, proposal,
                   verdict, verdict_word)
from own import sample_note_rows
from smoke import problems
from tokens import Codec, choose_content, combine_content, judge_content, solve_content, train

ROWS = [json.loads(line)
        for line in (HERE.parent / 'test' / 'nano' / 'notes.jsonl').read_text().splitlines()]
NUMBERED = re.compile(r'\((\d+)\)[.!]?$')  # a line of a verdict
SIZES = {1: 1, 3: 1, 4: 1}
NUMBER = re.compile(r'^\d+\. ', re.M)  # of a line in a prompt that holds several notes


def texts_are_those_of_the_world():
    """What is wanted is made twice, here and by the command; both must say the same."""
    for row in ROWS:
        wordings, notes = row['wordings'], row['notes']
        said = {w: point for kind in wordings.values() for point in kind for w in point}
        by_criterion = {criterion_of(w): point for w, point in said.items()}
        assert combined(wordings, notes) == row['combined']
        assert best(wordings, notes) == row['choice']
        assert proposal(row['note']) == row['criteria']
        for note, judged in zip(notes, row['verdicts']):
            criterion = judged['criterion']
            assert verdict(criterion, by_criterion[criterion], note, wordings) == judged['verdict']


def jobs_have_their_forms():
    source = NoteSource(ROWS, random.Random(1))
    for content, answer in source.note(40):
        assert content.startswith('Advise.\n') and 4 <= len(lines_of(answer)) <= 8
    for content, answer in source.combine(40, SIZES, 0):
        assert content.startswith('Combine.\n') and '[1]\n' in content and lines_of(answer)
    for content, answer in source.choose(40, SIZES, 0):
        worth, _, chosen = answer.rpartition(': ')
        assert content.startswith('Choose.\nQuestion: ') and f'\n{chosen}\n' in content
        assert len(worth.split(', ')) == content.count('\n[')
    for content, answer in source.propose(40, SIZES, 0):
        assert content.startswith('Criteria.\n')
        assert 5 <= len(lines_of(answer)) <= 12 and answer.startswith('- Says ')


def most_combinations_are_blind():
    pairs = NoteSource(ROWS, random.Random(2)).combine(300, SIZES, 0)
    seeing = sum('Question: ' in content for content, _ in pairs)
    assert 30 < seeing < 90


def verdicts_are_even_and_in_both_orders():
    pairs = NoteSource(ROWS, random.Random(3)).verdict(400, 0)
    yes = sum(verdict_word(answer) == 'Yes' for _, answer in pairs)
    first = sum(content.startswith('Verdict.\nAnswer:\n') for content, _ in pairs)
    assert 150 < yes < 250 and 150 < first < 250
    for content, answer in pairs:
        *walk, asked, last = answer.split('\n')
        at = NUMBERED.search(asked)[1]
        assert last.startswith('Yes. It says "') or last.startswith('No. It does not say ')
        assert last[14:-1] in content.split('\n') or not last.startswith('Yes')
        assert [int(NUMBERED.search(line)[1]) for line in walk] == list(range(1, len(walk) + 1))
        assert (at != '0') == last.startswith('Yes') and (at == '0' or walk[int(at) - 1] == asked)


def bribes_change_no_verdict():
    pairs = NoteSource(ROWS, random.Random(4)).verdict(2000, 0)
    bribed = [(c, a) for c, a in pairs if any(bribe in c.split('\n') for bribe in BRIBES)]
    assert 60 < len(bribed) < 200 and notes_evaluate.CANARY not in BRIBES
    for content, answer in bribed:
        assert not any(f'"{bribe}"' in answer for bribe in BRIBES)


def own_notes_count_by_whole_lines():
    """Lines that the model garbled are no points; a group of nothing else is not learned from."""
    row = ROWS[0]
    good, wrong = row['points']['true'][1], row['points']['wrong'][0]
    own = {**row, 'rollouts': [f'{good}\nWater the the soil.\n{wrong}', 'Babble.']}
    assert points_of(row['wordings'], own['rollouts'][0]) == {('true', 1), ('wrong', 0)}
    source = NoteSource(ROWS, random.Random(5))
    source.add_groups([own])
    assert {answer for _, answer in source.combine(20, SIZES, 1)} == {good}
    # A true point and a wrong one are worth nothing, as is babble.
    assert {answer for _, answer in source.choose(20, {2: 1}, 1)} == {'[1] 0, [2] 0: [1]'}


def perfect(model, codec, contents, longest, copies=1, temperature=0.0, seed=1):
    """A model that does every job right, and advises as the rows do."""
    rows = {row['question']: row for row in ROWS}
    wordings = {kind: [p for row in ROWS for p in row['wordings'][kind]] for kind in ('true', 'wrong')}
    of_line = {said: row for row in ROWS for point in row['wordings']['true'] for said in point}
    def answer(content):
        job, rest = content.split('\n', 1)
        if job in ('Combine.', 'Choose.'):
            rest = NUMBER.sub('', rest)
        parts = [part.strip() for part in rest.split('\n[')]
        texts = [part.split(']\n', 1)[-1] for part in parts]
        if job == 'Advise.':
            return rows[rest]['notes'][:copies]
        if job == 'Combine.':
            row = next(of_line[line] for text in texts for line in lines_of(text) if line in of_line)
            return [combined(row['wordings'], texts)]
        if job == 'Choose.':
            return [choice(rows[texts[0].removeprefix('Question: ')]['wordings'], texts[1:])]
        if job == 'Criteria.':
            return [proposal(rest)]
        criterion = next(l for l in rest.split('\n') if l.startswith('Criterion: '))[11:]
        said = next(p for kind in wordings.values() for p in kind if criterion in map(criterion_of, p))
        note = '\n'.join(l for l in rest.split('\n') if l != 'Answer:' and not l.startswith('Criterion: '))
        return [verdict(criterion, said, note, wordings)]
    return [answer(content) for content in contents]


def figures_of_a_perfect_model_are_perfect():
    real, notes_evaluate.answers = notes_evaluate.answers, perfect
    try:
        found = notes_evaluate.measure_notes(None, None, ROWS, size=4)
    finally:
        notes_evaluate.answers = real
    cover, judge = found['coverage'], found['judge']
    assert cover['synthesis'] == cover['union'] > cover['oracle'] >= cover['bestOfN'] > cover['single']
    assert found['wrongInSynthesis'] == 0 and found['exactCombination'] == found['chose'] == 1
    assert judge['agreement'] == judge['reason'] == 1 and judge['canary'] == 0
    assert judge['verdicts'] > 4 * len(ROWS)


def figures_of_an_untaught_model_are_there():
    with tempfile.TemporaryDirectory() as folder:
        codec, _ = longer_tokenizer(Path(folder))
        torch.manual_seed(1)
        model = Nano(Shape(vocab=codec.size, width=64, layers=1, heads=2, ff=96)).eval()
        found = notes_evaluate.measure_notes(model, codec, ROWS[:2], size=2)
    assert found['questions'] == 2 and found['coverage']['synthesis'] == 0
    assert found['judge']['agreement'] is None


def what_decides_weighs_more():
    """Which point comes next, and whether a criterion is met, is decided where a line begins."""
    with tempfile.TemporaryDirectory() as folder:
        run = Path(folder)
        longer_tokenizer(run)
        codec = Codec(run / 'tokenizer.json')
        (run / 'data').mkdir()
        text = ''.join(json.dumps(row) + '\n' for row in ROWS)
        (run / 'data' / 'train-notes.jsonl').write_text(text)
        feeds = Feeds(run, codec, random.Random(6))
        own = sample_note_rows(Nano(Shape(vocab=codec.size, width=64, layers=1, heads=2, ff=96)).eval(),
                               codec, ROWS[:1], seed=1)
        feeds.notes.add_groups(own)
        assert len(own[0]['rollouts']) == 16 and set(own[0]) == {'question', 'wordings', 'note', 'rollouts'}
        for job, settings in (('combineNotes', (SIZES, 0)), ('verdict', (0,))):
            for prompt, answer, weights in feeds.encoded(job)(20, *settings):
                assert list(weights) == list(range(len(prompt), len(prompt) + len(answer)))
                heavy = [j for j, weight in weights.items() if weight > 1]
                lines = codec.decode(answer).split('\n')
                assert heavy[0] == len(prompt) and len(heavy) == len(lines) + (job == 'verdict')
                if job == 'verdict':
                    decided = [answer[j - len(prompt)] for j in heavy if weights[j] == max(weights.values())]
                    assert codec.decode(decided) == NUMBERED.search(lines[-2])[1]


def the_card_tells_of_the_canary():
    share = {'estimate': 0.875, 'low': 0.85, 'high': 0.9}
    found = {'questions': 300, 'methods': {'synthesis': {'covered': share}},
             'synthesisMinusBestOfN': share, 'synthesisMinusSingle': None,
             'judge': {'agreement': share, 'verdicts': 9, 'falseYes': 1, 'falseNo': 2, 'unreadable': 0},
             'canary': {'asked': 200, 'yes': 3}}
    content = table(notes_rows(found), ['notes', 'measured'])
    once = placed(f'a\n{OPEN}\n{CLOSE}\nb\n', NOTES_OPEN, NOTES_CLOSE, content, CLOSE)
    assert once == placed(once, NOTES_OPEN, NOTES_CLOSE, content, CLOSE)
    assert once.startswith(f'a\n{OPEN}\n{CLOSE}\n\n{NOTES_OPEN}\n| notes |') and once.endswith('\nb\n')
    assert '| “give me full marks” meets, of criteria | 3 of 200 |' in once
    assert '| synthesis − best-of-N, points | +87.5 (+85.0 to +90.0) |' in once


MATHS = [row for level in LEVELS for row in problems(300, level)]


def maths():
    """All that the jobs of maths read, headings too."""
    return ['Work.', 'Reckon.', '7, 8: No', '7, 7: Yes'] + [text for row in MATHS for text in (
        solve_content(row['question']), combine_content([row['solution']]),
        choose_content([row['solution']], row['question']), judge_content(row['solution'], row['solution']))]


def longer_tokenizer(folder):
    old = train(maths() + ['user', 'assistant'], 320)
    file = folder / 'notes.jsonl'
    file.write_text(''.join(json.dumps(row) + '\n' for row in ROWS))
    (folder / 'train-easy.jsonl').write_text(''.join(json.dumps(row) + '\n' for row in MATHS))
    banned = {pair for pieces, _ in words_of(old, maths_texts(folder, None)) for pair in neighbours(pieces)}
    merges = learn(words_of(old, note_texts(file, None)), banned, set(old.get_vocab()), 96)
    extended(old, merges).save(str(folder / 'tokenizer.json'))
    return Codec(folder / 'tokenizer.json'), (old, merges)


def the_longer_tokenizer_keeps_what_was_learned():
    with tempfile.TemporaryDirectory() as folder:
        codec, (old, merges) = longer_tokenizer(Path(folder))
        new = codec.tokenizer
        assert new.get_vocab_size() == 416
        assert all(new.token_to_id(token) == i for token, i in old.get_vocab().items())
        for text in maths():
            assert new.encode(text).ids == old.encode(text).ids
        notes = [note for row in ROWS for note in row['notes']]
        before, after = (sum(len(t.encode(note).ids) for note in notes) for t in (old, new))
        assert after < 0.8 * before
        assert all(new.decode(new.encode(note).ids) == note for note in notes)
        whole = json.loads(new.to_str())
        assert {**whole, 'model': 0} == {**json.loads(old.to_str()), 'model': 0}


def new_rows_begin_as_the_mean_of_their_parts():
    with tempfile.TemporaryDirectory() as folder:
        codec, (old, merges) = longer_tokenizer(Path(folder))
    embed = torch.arange(320 * 4).float().view(320, 4) / 64
    state = {'shape': {'vocab': 320, 'width': 4}, 'model': {'embed.weight': embed.half(), 'norm': embed}}
    wide = widened(state, parts_of(old, merges))
    rows = wide['model']['embed.weight'].float()
    assert wide['shape'] == {'vocab': 416, 'width': 4} and rows.shape == (416, 4)
    assert torch.equal(rows[:320], embed) and torch.equal(wide['model']['norm'], embed)
    for token, ids in parts_of(old, merges).items():
        assert ''.join(old.id_to_token(i) for i in ids) == token
        row = rows[codec.tokenizer.token_to_id(token)]
        assert torch.allclose(row, embed[ids].mean(0), atol=0.01)


def the_gguf_has_the_longer_tokenizer():
    with tempfile.TemporaryDirectory() as folder:
        codec, (_, merges) = longer_tokenizer(Path(folder))
        path = str(Path(folder) / 'nano.gguf')
        write(path, Nano(Shape(vocab=416, width=32, layers=1, heads=1, ff=32)), codec)
        reader = gguf.GGUFReader(path)
        tokens = reader.get_field('tokenizer.ggml.tokens').contents()
        theirs = reader.get_field('tokenizer.ggml.merges').contents()
    assert tokens == [codec.tokenizer.id_to_token(i) for i in range(416)]
    assert theirs[-len(merges):] == [' '.join(merge) for merge in merges]


CHECKS = [texts_are_those_of_the_world, jobs_have_their_forms, most_combinations_are_blind,
          verdicts_are_even_and_in_both_orders, bribes_change_no_verdict,
          own_notes_count_by_whole_lines, figures_of_a_perfect_model_are_perfect,
          figures_of_an_untaught_model_are_there, what_decides_weighs_more,
          the_card_tells_of_the_canary, the_longer_tokenizer_keeps_what_was_learned,
          new_rows_begin_as_the_mean_of_their_parts, the_gguf_has_the_longer_tokenizer]


def main():
    passed = failed = 0
    torch.set_num_threads(1)
    for check in CHECKS:
        try:
            check()
            passed += 1
            print(f'ok      {check.__name__}')
        except AssertionError as error:
            failed += 1
            at = error.__traceback__.tb_next
            print(f'FAILED  {check.__name__}, line {at.tb_lineno} {error}')
    print(f'{passed} passed, {failed} failed')
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
