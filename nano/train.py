"""Trains the model; goes on from RUN/checkpoint.pt where there is one.

    python nano/train.py --run RUN --stage start --minutes 50
    python nano/train.py --run RUN --stage own --minutes 40

The learning rate follows the wall clock of this stage, so that a run ends where it was planned to
on a machine of any speed and load. Stage `start` begins with easy problems and made-up noise and
keeps its rate. Stage `own` combines rollouts that the model samples itself at temperature 1, again
and again as it improves, and lets the rate fall to nothing. Stage `long` does the same on all three
levels, most of it on hard problems, over many more tokens. Stage `careful` adds the jobs choose and
judge, stage `large` numbers to 9,999, stage `notes` the world of notes, with more tokens, stage
`walk` a judge that goes line by line. Stage `hone` combines again what the model combined wrongly, stage `broad`
evens out: more choosing, judging, coined words and large groups.
"""
import argparse
import json
import random
import time
from pathlib import Path

import torch
import torch.nn.functional as F

from checkpoint import jobs_of, load_model, save
from curriculum import STAGES, curriculum, rate
from data import LEVELS, read_rows
from evaluate import measure
from feeds import Feeds
from model import Nano, Shape
from muon import Muon
from notes_evaluate import measure_notes
from own import missed_rows, sample_note_rows, sample_rows
from tokens import Codec

MUON_LR, ADAM_LR = 0.02, 0.004
BF16 = torch.cpu._is_avx512_bf16_supported()


def loss_of(model, hidden, batch):
    """Sum of the cross-entropies of the wanted tokens, and the share of them guessed. The matrices
    multiply in bf16, which CPUs with `avx512_bf16` do 1.4 times as fast in all; weights, norms and the
    loss stay in fp32."""
    tokens, at, target, weight = batch
    with torch.autocast('cpu', torch.bfloat16, enabled=BF16):
        states = hidden(tokens).flatten(0, 1)[at]
        logits = model.logits(states)
    logits = logits.float()
    guessed = (logits.detach().argmax(-1) == target).float().mean().item()
    losses = F.cross_entropy(logits, target, reduction='none')
    return (losses * weight).sum(), guessed


class Run:
    def __init__(self, args):
        self.args = args
        self.codec = Codec(args.run / 'tokenizer.json')
        self.path = args.run / 'checkpoint.pt'
        self.totals = {'step': 0, 'tokens': 0, 'seconds': 0.0, 'stage': args.stage, 'spent': 0.0}
        self.model = Nano(Shape(vocab=-(-self.codec.size // 32) * 32, width=args.width,
                                layers=args.layers, heads=args.width // 32, ff=args.ff))
        matrices = [p for n, p in self.model.named_parameters() if 'blocks' in n and p.ndim == 2]
        rest = [p for n, p in self.model.named_parameters() if 'blocks' not in n or p.ndim < 2]
        self.muon = Muon(matrices, lr=MUON_LR)
        self.adam = torch.optim.AdamW(rest, lr=ADAM_LR, betas=(0.9, 0.98), weight_decay=0.0)
        self.ema = {k: v.clone() for k, v in self.model.state_dict().items()}
        if self.path.exists():
            self.resume()
        elif args.start_from:
            self.begin(args.start_from)
        rng = random.Random(f"{args.seed}-{self.totals['step']}")
        self.feeds = Feeds(args.run, self.codec, rng)
        if args.stage == 'notes' and self.feeds.notes is None:
            raise SystemExit('stage notes needs RUN/data/train-notes.jsonl: see nano/README.md')
        self.held = {}
        for name in [*LEVELS, 'notes']:
            path = args.run / 'data' / f'heldout-{name}.jsonl'
            self.held[name] = read_rows(path, args.eval_count) if path.exists() else []

    def begin(self, path):
        """Averaged weights of an earlier run; those of another tokenizer are refused."""
        model, self.totals['jobs'] = load_model(path), jobs_of(path)
        if model.shape.vocab != self.model.shape.vocab:
            raise SystemExit(f'{path} knows {model.shape.vocab} tokens, but RUN/tokenizer.json has '
                             f'{self.codec.size}: nano/extend_tokenizer.py makes both')
        self.model.load_state_dict(model.state_dict())
        self.ema = {k: v.clone() for k, v in self.model.state_dict().items()}

    def resume(self):
        state = torch.load(self.path, weights_only=True)
        self.model.load_state_dict(state['model'])
        self.ema = state['ema']
        self.muon.load_state_dict(state['muon'])
        self.adam.load_state_dict(state['adam'])
        self.totals = state['totals']
        if self.totals['stage'] != self.args.stage:
            self.totals.update(stage=self.args.stage, spent=0.0, sampling=0.0)

    def save(self):
        save(self.path, {
            'shape': self.model.shape.to_json(), 'model': self.model.state_dict(),
            'ema': self.ema, 'muon': self.muon.state_dict(), 'adam': self.adam.state_dict(),
            'totals': self.totals,
        })

    def step(self, hidden, f):
        plan = curriculum(self.args.stage, f, self.args.own)
        scale = self.args.rate * rate(self.args.stage, f, self.totals['step'])
        batch = self.feeds.batch(plan)
        wanted = sum(weight.sum() for _, _, _, weight in batch.values())
        seen = {}
        for job, part in batch.items():
            loss, guessed = loss_of(self.model, hidden, part)
            (loss / wanted).backward()
            seen[job] = (loss.item() / part[3].sum().item(), guessed)
            self.totals['tokens'] += part[0].numel()
        torch.nn.utils.clip_grad_norm_(self.adam.param_groups[0]['params'], 1.0)
        for optimiser, lr in ((self.muon, MUON_LR), (self.adam, ADAM_LR)):
            optimiser.param_groups[0]['lr'] = lr * scale
            optimiser.step()
            optimiser.zero_grad()
        self.totals['step'] += 1
        self.totals['jobs'] = sorted({*self.totals.get('jobs', []), *batch})
        keep = min(0.995, 1 - 1 / (1 + self.totals['step'] / 10))
        for key, value in self.model.state_dict().items():
            self.ema[key].lerp_(value, 1 - keep)
        return seen

    def log(self, row):
        row = {'step': self.totals['step'], 'tokens': self.totals['tokens'],
               'minutes': round(self.totals['seconds'] / 60, 1), 'stage': self.args.stage, **row}
        print(json.dumps(row), flush=True)
        with (self.args.run / 'log.jsonl').open('a') as out:
            out.write(json.dumps(row) + '\n')

    def evaluate(self):
        self.save()
        model = load_model(self.path)
        for level in LEVELS:
            if self.held[level]:
                self.log({'level': level, **measure(model, self.codec, self.held[level])})
        if self.held['notes'] and 'note' in self.totals.get('jobs', []):
            self.log({'world': 'notes', **measure_notes(model, self.codec, self.held['notes'])})

    def sample(self):
        """Own rollouts for a few training problems, from the averaged weights of the moment; once
        own notes are wanted, also for as many questions."""
        begun = time.time()
        model = Nano(self.model.shape).eval()
        model.load_state_dict(self.ema)
        plan = curriculum(self.args.stage, self.done(), self.args.own)
        count, seed = self.args.sample_count, self.totals['step']
        maths, notes = self.feeds.maths, self.feeds.notes
        rows = sample_rows(model, self.codec, [maths.draw(plan['mix']) for _ in range(count)], seed)
        self.keep(maths.add_groups, 'groups', rows)
        if plan.get('missed'):
            self.keep(maths.add_missed, 'missed', missed_rows(model, self.codec, rows, seed))
        if plan.get('ownNotes'):
            rows = [notes.draw() for _ in range(count)]
            self.keep(notes.add_groups, 'notes-groups', sample_note_rows(model, self.codec, rows, seed))
        self.totals['sampled'] = self.totals.get('sampled', 0) + count
        self.totals['sampling'] = self.totals.get('sampling', 0.0) + time.time() - begun

    def keep(self, add, name, rows):
        add(rows)
        with (self.args.run / f'{name}.jsonl').open('a') as out:
            out.writelines(json.dumps(row) + '\n' for row in rows)

    def sampling_due(self):
        """Sampling takes its share of the stage's time, after a first stock of groups."""
        if self.args.stage == 'start':
            return False
        due = self.totals.get('sampling', 0.0) < self.args.sampling * self.totals['spent']
        return due or self.totals.get('sampled', 0) < 4 * self.args.sample_count

    def train(self):
        hidden = self.model.hidden
        if self.args.compile:
            for block in self.model.blocks:
                block.compile(dynamic=True)
        sums, last_log, last_save, last_eval = {}, time.time(), time.time(), time.time()
        while self.totals['spent'] < self.args.minutes * 60 and self.more():
            begun = time.time()
            if self.sampling_due():
                self.sample()
            seen = self.step(hidden, self.done())
            for job, (loss, guessed) in seen.items():
                sums.setdefault(job, []).append((loss, guessed))
            if begun - last_log > self.args.log_every:
                row = {job: [round(sum(x[i] for x in xs) / len(xs), 4) for i in (0, 1)]
                       for job, xs in sums.items()}
                self.log({'loss': row, 'sampled': self.totals.get('sampled', 0)})
                sums, last_log = {}, begun
            if begun - last_save > 240:
                self.save()
                last_save = begun
            if begun - last_eval > self.args.eval_every * 60:
                self.evaluate()
                last_eval = time.time()
            spent = time.time() - begun
            self.totals['spent'] += spent
            self.totals['seconds'] += spent
        self.evaluate()

    def done(self):
        """The fraction of this stage that is behind."""
        return self.totals['spent'] / (self.args.minutes * 60)

    def more(self):
        return self.args.steps is None or self.totals['step'] < self.args.steps


def options():
    args = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    args.add_argument('--run', type=Path, required=True, help='data/, tokenizer.json, checkpoint')
    args.add_argument('--stage', choices=STAGES, default='start')
    args.add_argument('--minutes', type=float, default=50, help='wall-clock length of the stage')
    args.add_argument('--steps', type=int, help='stop after this many steps in all')
    args.add_argument('--sampling', type=float, default=0.2, help='share of time, after stage start')
    args.add_argument('--sample-count', type=int, default=60, help='problems sampled at a time')
    args.add_argument('--own', type=float, default=0.7, help='share of own groups among those combined')
    args.add_argument('--width', type=int, default=192)
    args.add_argument('--layers', type=int, default=5)
    args.add_argument('--ff', type=int, default=512)
    args.add_argument('--from', type=Path, dest='start_from', help='slim weights to begin with')
    args.add_argument('--rate', type=float, default=1.0, help='factor on the learning rate')
    args.add_argument('--seed', type=int, default=1)
    args.add_argument('--threads', type=int, default=1)
    args.add_argument('--compile', action='store_true')
    args.add_argument('--eval-count', type=int, default=64)
    args.add_argument('--eval-every', type=float, default=10, help='minutes')
    args.add_argument('--log-every', type=float, default=30, help='seconds')
    return args


def main():
    args = options().parse_args()
    torch.set_num_threads(args.threads)
    torch.manual_seed(args.seed)
    Run(args).train()


if __name__ == '__main__':
    main()
