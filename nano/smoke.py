"""Twenty training steps on a little data, then an export that is read back: the chain holds, for
maths and then for maths and notes with 2,048 tokens.

    python nano/smoke.py

Needs nano/requirements.txt, one CPU core and about a minute. Ends in `N passed, N failed`.
"""
import json
import random
import subprocess
import sys
import tempfile
from pathlib import Path

import gguf
import torch

HERE = Path(__file__).resolve().parent
SMALL = ['--width', 64, '--layers', 2, '--ff', 96, '--minutes', 5, '--log-every', 0, '--eval-count', 2]
sys.path.insert(0, str(HERE))

import own
from columns import working
from data import BEGINS, LEVELS, WORKED, Source, any_sum
from feeds import JOBS
from tokens import Codec, chat, combine_content, numbered, solve_content


def problems(count, seed):
    """Two-step sums in the form of the problem world, so that the run needs no Node."""
    rng = random.Random(seed)
    rows = []
    for _ in range(count):
        name, thing = rng.choice(['Mia', 'Tom', 'Ali']), rng.choice(['pens', 'nuts', 'caps'])
        a, b, c = rng.randint(2, 30), rng.randint(2, 30), rng.randint(2, 9)
        rows.append({
            'question': f'{name} has {a} {thing} and finds {b} more. {name} buys {c} more. '
                        f'How many {thing} does {name} have?',
            'answer': str(a + b + c),
            'solution': f'{name} has {a} + {b} = {a + b} {thing}.\n'
                        f'That makes {a + b} + {c} = {a + b + c} {thing}.\n'
                        f'The answer is {a + b + c}.',
            'level': 'easy',
        })
    return rows


def script(name, *args):
    done = subprocess.run([sys.executable, str(HERE / name), *map(str, args)],
                          capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise RuntimeError(f'{name} failed:\n{done.stderr[-2000:]}')
    return done.stdout


def prepare(run):
    data = run / 'data'
    data.mkdir()
    for level in LEVELS:
        for split, count in (('train', 400), ('heldout', 4)):
            rows = problems(count, f'{level}-{split}')
            text = ''.join(json.dumps({**row, 'level': level}) + '\n' for row in rows)
            (data / f'{split}-{level}.jsonl').write_text(text)
    script('tokens.py', '--data', data, '--out', run / 'tokenizer.json', '--size', 320)


def pieces_join(run):
    """Solutions keep their tokens inside a combine prompt, and digits stay single."""
    codec = Codec(run / 'tokenizer.json')
    solution = problems(1, 0)[0]['solution']
    prompt = codec.encode(chat(combine_content([solution, solution], 'How many?')))
    part = codec.encode(numbered(solution))
    held = any(prompt[i:i + len(part)] == part for i in range(len(prompt)))
    digits = [codec.tokenizer.id_to_token(i) for i in codec.encode(solve_content('12 345'))]
    return held and not any(len(t) > 1 and any(c.isdigit() for c in t) for t in digits)


def small_sums_weigh_more(run):
    """In a working, where it begins and the results of its small sums; in a drill, only what follows the sum."""
    source = Source(run / 'data', Codec(run / 'tokenizer.json'), random.Random(1))
    codec = source.codec
    prompt, answer, _ = source.encode([('Work.', 'Mia has 564 / 6 = (56 / 6 = 9 r 2, 24 / 6 = 4) 94 pens.')])[0]
    weights = source.reckoned(prompt, answer)
    heavy = codec.decode([t for j, t in enumerate(answer) if weights[len(prompt) + j] == WORKED])
    begins = codec.decode([t for j, t in enumerate(answer) if weights[len(prompt) + j] == BEGINS])
    learned = codec.decode([answer[j] for j in source.results(answer)])
    sums = [any_sum(source.rng) for _ in range(200)]
    return (heavy.replace(' ', '') == '9r2,4)' and begins.endswith('(')
            and learned.strip().startswith('(56 / 6') and all(working(line) for line in sums))


def log_of(run):
    return [json.loads(line) for line in (run / 'log.jsonl').read_text().splitlines()]


def losses_of(run, job):
    return [row['loss'][job][0] for row in log_of(run) if 'loss' in row]


def loss_falls(run):
    script('train.py', '--run', run, '--steps', 20, *SMALL)
    losses = losses_of(run, 'solve')
    print(f'loss {losses[0]:.2f} -> {losses[-1]:.2f}')
    return losses[-1] < losses[0] - 0.5


def goes_on_with_own_rollouts(run):
    script('train.py', '--run', run, '--steps', 22, '--stage', 'own', '--sample-count', 2, *SMALL)
    steps = [row['step'] for row in log_of(run)]
    groups = [json.loads(line) for line in (run / 'groups.jsonl').read_text().splitlines()]
    return steps[-1] == 22 and steps.count(1) == 1 and len(groups[0]['rollouts']) == 16


def what_was_combined_wrongly_comes_again(run):
    """Of stage `hone`: groups whose synthesis is wrong are kept with what it read, and are combined again."""
    rows = [{**row, 'rollouts': [row['solution']] * 16} for row in problems(6, 'missed')]
    asked, own.combine_all = own.combine_all, lambda _, __, rows, groups, ___: [
        f"The answer is {row['answer'] if row['question'] == rows[0]['question'] else 0}." for row in rows]
    try:
        missed = own.missed_rows(None, None, rows, 1)
    finally:
        own.combine_all = asked
    source = Source(run / 'data', Codec(run / 'tokenizer.json'), random.Random(1))
    source.add_missed(missed)
    drawn = [source.missed_group({'hard': 1}) for _ in range(40)]
    again = {row['question'] for row, read in drawn if len(read) == 8}
    whole = source.codec.decode(source.combine(1, {'easy': 1}, {1: 1}, 0, missed=1)[0][0])
    return (len(missed) == 10 and again == {row['question'] for row in rows[1:]} and '[8]' in whole)


def begins_from_slim_weights(run):
    script('checkpoint.py', '--run', run, '--out', run / 'whole.pt')
    script('checkpoint.py', '--mean', run / 'whole.pt', run / 'whole.pt', '--out', run / 'slim.pt')
    before = (run / 'slim.pt').stat().st_size
    (run / 'checkpoint.pt').unlink()
    script('train.py', '--run', run, '--steps', 1, '--from', run / 'slim.pt', *SMALL)
    losses = losses_of(run, 'solve')
    return before < 400_000 and losses[-1] < losses[0] - 0.5


def export_agrees(run):
    """In all but the answers: so little trained, rounding decides them. Those of notes below are compared."""
    out = script('export.py', '--run', run, '--out', run / 'out', '--check', 2)
    about = json.loads((run / 'out' / 'model.json').read_text())
    reader = gguf.GGUFReader(run / 'out' / 'nano.gguf')
    names = {t.name for t in reader.tensors}
    tokens = len(reader.get_field('tokenizer.ggml.tokens').contents())
    print(out.splitlines()[-1])
    return (about['bytes'] == (run / 'out' / 'nano.gguf').stat().st_size
            and {'token_embd.weight', 'blk.1.attn_q.weight', 'output_norm.weight'} <= names
            and tokens == Codec(run / 'tokenizer.json').size
            and out.rstrip().endswith('of 2 greedy answers equal'))


def shortened(source, path, size):
    """The first `size` tokens: what the shipped tokenizer was before it learned notes."""
    whole = json.loads(source.read_text())
    vocab = {token: at for token, at in whole['model']['vocab'].items() if at < size}
    whole['model']['merges'] = [pair for pair in whole['model']['merges'] if ''.join(pair) in vocab]
    whole['model']['vocab'] = vocab
    path.write_text(json.dumps(whole))


def prepare_notes(run):
    """Weights of a step or two with the tokens of maths, then 512 tokens more."""
    shipped = HERE.parent / 'public' / 'models' / 'nano' / 'tokenizer.json'
    maths, notes = run / 'maths', run / 'notes'
    rows = HERE.parent / 'test' / 'nano' / 'notes.jsonl'
    for folder in (maths, notes):
        (folder / 'data').mkdir(parents=True)
        for path in [*(run / 'data').glob('train-*'), run / 'data' / 'heldout-easy.jsonl']:
            (folder / 'data' / path.name).symlink_to(path)
    for split in ('train', 'heldout'):
        (notes / 'data' / f'{split}-notes.jsonl').symlink_to(rows)
    shortened(shipped, maths / 'tokenizer.json', 1536)
    script('train.py', '--run', maths, '--steps', 2, *SMALL)
    script('checkpoint.py', '--run', maths, '--out', maths / 'slim.pt')
    print(script('extend_tokenizer.py', '--tokenizer', maths / 'tokenizer.json', '--data', notes / 'data',
                 '--out', notes / 'tokenizer.json', '--weights', maths / 'slim.pt',
                 '--weights-out', notes / 'begin.pt').strip())
    return maths, notes


def notes_follow_maths(run):
    """Stage `notes`: every job's loss falls; half-way through it the model's own notes are combined."""
    maths, notes = prepare_notes(run)
    stage = ['--run', notes, '--stage', 'notes', '--sample-count', 1, '--rate', 3, *SMALL]
    script('train.py', *stage, '--steps', 18, '--from', notes / 'begin.pt')
    state = torch.load(notes / 'checkpoint.pt', weights_only=True)
    state['totals'].update(spent=150.0, sampling=0.0)
    torch.save(state, notes / 'checkpoint.pt')
    script('train.py', *stage, '--steps', 20)
    mine = [json.loads(line) for line in (notes / 'notes-groups.jsonl').read_text().splitlines()]
    fell = {job: [sum(losses[:4]) / 4, sum(losses[-4:]) / 4]
            for job in JOBS for losses in [losses_of(notes, job)]}
    print('loss ' + ', '.join(f'{job} {a:.1f} -> {b:.1f}' for job, (a, b) in fell.items()))
    last = log_of(notes)[-1]
    return (all(b < a for a, b in fell.values()) and last['world'] == 'notes'
            and set(last['coverage']) == {'single', 'bestOfN', 'synthesis', 'union', 'oracle'}
            and [len(row['rollouts']) for row in mine] == [16] * len(mine) != [])


def weights_of_other_tokens_are_refused(run):
    stage = ['--run', run / 'maths', '--stage', 'notes', '--steps', 1, *SMALL]
    (run / 'maths' / 'checkpoint.pt').unlink()
    try:
        script('train.py', *stage, '--from', run / 'notes' / 'begin.pt')
    except RuntimeError as error:
        return 'knows 2048 tokens, but RUN/tokenizer.json has 1536' in str(error)
    return False


def the_export_of_notes_agrees(run):
    """All of the longer vocabulary, the jobs in the manifest, and the answers of both worlds."""
    notes = run / 'notes'
    out = script('export.py', '--run', notes, '--out', notes / 'out', '--check', 2)
    about = json.loads((notes / 'out' / 'model.json').read_text())
    reader = gguf.GGUFReader(notes / 'out' / 'nano.gguf')
    print(out.splitlines()[-1])
    return (len(reader.get_field('tokenizer.ggml.tokens').contents()) == 2048
            and about['jobs'] == ['solve', 'combine', 'choose', 'judge', 'note', 'propose', 'verdict']
            and out.rstrip().endswith('of 4 greedy answers equal') and int(out.splitlines()[-1][0]) > 2)


def webllm_has_the_shipped_weights(run):
    """What the page runs on the GPU is laid out from the very GGUF that it runs on the CPU."""
    shipped = HERE.parent / 'public' / 'models' / 'nano'
    made = run / 'resolve' / 'main'
    script('webllm/weights.py', '--gguf', shipped / 'nano.gguf', '--out', made, '--check')
    there = shipped / 'webllm' / 'resolve' / 'main'
    return ({file.name for file in made.iterdir()} == {file.name for file in there.iterdir()}
            and all(file.read_bytes() == (there / file.name).read_bytes()
                    for file in made.iterdir()))


def main():
    passed = failed = 0
    with tempfile.TemporaryDirectory() as folder:
        run = Path(folder)
        prepare(run)
        for check in (pieces_join, small_sums_weigh_more, loss_falls, goes_on_with_own_rollouts,
                      what_was_combined_wrongly_comes_again, export_agrees,
                      begins_from_slim_weights, notes_follow_maths,
                      weights_of_other_tokens_are_refused, the_export_of_notes_agrees,
                      webllm_has_the_shipped_weights):
            if check(run):
                passed += 1
                print(f'ok      {check.__name__}')
            else:
                failed += 1
                print(f'FAILED  {check.__name__}')
    print(f'{passed} passed, {failed} failed')
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
