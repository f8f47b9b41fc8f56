"""Twenty training steps on a little data, then an export that is read back: the chain holds.

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

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from data import LEVELS
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


def loss_falls(run):
    script('train.py', '--run', run, '--minutes', 5, '--steps', 20, '--log-every', 0,
           '--eval-count', 2, '--width', 64, '--layers', 2, '--ff', 96)
    rows = [json.loads(line) for line in (run / 'log.jsonl').read_text().splitlines()]
    losses = [row['loss']['solve'][0] for row in rows if 'loss' in row]
    print(f'loss {losses[0]:.2f} -> {losses[-1]:.2f}')
    return losses[-1] < losses[0] - 0.5


def goes_on_with_own_rollouts(run):
    script('train.py', '--run', run, '--minutes', 5, '--steps', 22, '--log-every', 0,
           '--eval-count', 2, '--stage', 'own', '--sample-count', 2, '--width', 64, '--layers', 2, '--ff', 96)
    steps = [json.loads(line)['step'] for line in (run / 'log.jsonl').read_text().splitlines()]
    groups = [json.loads(line) for line in (run / 'groups.jsonl').read_text().splitlines()]
    return steps[-1] == 22 and steps.count(1) == 1 and len(groups[0]['rollouts']) == 16


def begins_from_slim_weights(run):
    script('checkpoint.py', '--run', run, '--out', run / 'slim.pt')
    before = (run / 'slim.pt').stat().st_size
    (run / 'checkpoint.pt').unlink()
    script('train.py', '--run', run, '--minutes', 5, '--steps', 1, '--log-every', 0,
           '--eval-count', 2, '--width', 64, '--layers', 2, '--ff', 96, '--from', run / 'slim.pt')
    rows = [json.loads(line) for line in (run / 'log.jsonl').read_text().splitlines()]
    losses = [row['loss']['solve'][0] for row in rows if 'loss' in row]
    return before < 400_000 and losses[-1] < losses[0] - 0.5


def export_agrees(run):
    out = script('export.py', '--run', run, '--out', run / 'out', '--check', 2)
    about = json.loads((run / 'out' / 'model.json').read_text())
    reader = gguf.GGUFReader(run / 'out' / 'nano.gguf')
    names = {t.name for t in reader.tensors}
    tokens = len(reader.get_field('tokenizer.ggml.tokens').contents())
    print(out.splitlines()[-1])
    return (about['bytes'] == (run / 'out' / 'nano.gguf').stat().st_size
            and {'token_embd.weight', 'blk.1.attn_q.weight', 'output_norm.weight'} <= names
            and tokens == Codec(run / 'tokenizer.json').size
            and out.rstrip().endswith('of 2 greedy answers equal') and not out.startswith('0 of'))


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
        for check in (pieces_join, loss_falls, goes_on_with_own_rollouts, export_agrees,
                      begins_from_slim_weights, webllm_has_the_shipped_weights):
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
