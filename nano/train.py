"""Trains the model; goes on from RUN/checkpoint.pt where there is one.

    python nano/train.py --run RUN --stage start --minutes 50
    python nano/train.py --run RUN --stage own --minutes 40

The learning rate follows the wall clock of this stage, so that a run ends where it was planned to
on a machine of any speed and load. Stage `start` begins with easy problems and made-up noise and
keeps its rate. Stage `own` combines rollouts that the model samples itself at temperature 1, again
and again as it improves, and lets the rate fall to nothing. Stage `long` does the same on all three
levels, most of it on hard problems, over many more tokens. Stage `careful` adds the jobs choose and
judge, stage `master` numbers to 9,999.
"""
import argparse
import json
import random
import time
from pathlib import Path

import torch
import torch.nn.functional as F

from checkpoint import load_model, save
from data import LEVELS, Source, batches, read_rows
from evaluate import measure
from own import sample_rows
from model import Nano, Shape
from muon import Muon
from tokens import Codec

MUON_LR, ADAM_LR = 0.02, 0.004
FALL = {'own': 0.7, 'long': 0.55, 'careful': 0.8, 'master': 0.75}  # the last part of a stage, in which the rate falls to nothing
JOBS = ['solve', 'combine', 'choose', 'judge', 'drill']
SMALL = {1: 2, 2: 3, 3: 3, 4: 3}
FEW = {1: 1, 2: 3, 3: 3, 4: 4, 5: 2, 6: 2, 8: 2}
MOST = {1: 2, 2: 3, 3: 3, 4: 4, 5: 4, 6: 4, 7: 4, 8: 8}
MANY = {**MOST, 12: 1, 16: 1}
ALL = {**MOST, 10: 1, 12: 1, 14: 1, 16: 2}


def curriculum(stage, f, own):
    """What is trained at the fraction `f` of a stage: level shares, group sizes, token budgets."""
    if stage == 'careful':
        part = {'mix': {'easy': 1, 'medium': 1, 'hard': 2, 'expert': 4}, 'own': own,
                'sizes': MOST if f < 0.6 else MANY}
        if f < 0.02:
            return {**part, 'solve': 4096, 'combine': 6144, 'choose': 1024, 'judge': 1024,
                    'drill': 1024}
        return {**part, 'solve': 1280, 'combine': 10240, 'choose': 512, 'judge': 512, 'drill': 256}
    if stage == 'master':
        part = {'mix': {'easy': 1, 'medium': 1, 'hard': 2, 'expert': 2, 'master': 5}, 'own': own,
                'sizes': MOST if f < 0.6 else MANY, 'choose': 512, 'judge': 512}
        if f < 0.2:
            return {**part, 'solve': 4608, 'combine': 6144, 'drill': 1024}
        return {**part, 'solve': 1536, 'combine': 9728, 'drill': 384}
    if stage == 'long' and f < 0.3:
        return {'mix': {'easy': 1, 'medium': 2, 'hard': 3}, 'sizes': MOST, 'own': own,
                'solve': 6144, 'combine': 4096, 'drill': 1024}
    if stage == 'long':
        return {'mix': {'easy': 1, 'medium': 2, 'hard': 3}, 'sizes': MOST if f < 0.7 else ALL,
                'own': own, 'solve': 3072, 'combine': 8192, 'drill': 512}
    if stage == 'own' and f < 0.4:
        return {'mix': {'easy': 3, 'medium': 2}, 'sizes': FEW, 'own': own,
                'solve': 3072, 'combine': 5120, 'drill': 512}
    if stage == 'own':
        return {'mix': {'easy': 4, 'medium': 2}, 'sizes': ALL, 'own': own,
                'solve': 4096, 'combine': 5120, 'drill': 512}
    if f < 0.3:
        return {'mix': {'easy': 1}, 'sizes': SMALL, 'own': 0,
                'solve': 3072, 'combine': 2048, 'drill': 1024}
    if f < 0.7:
        return {'mix': {'easy': 3, 'medium': 2}, 'sizes': MOST, 'own': 0,
                'solve': 3072, 'combine': 3072, 'drill': 1024}
    return {'mix': {'easy': 3, 'medium': 3, 'hard': 1}, 'sizes': ALL, 'own': 0,
            'solve': 4096, 'combine': 4096, 'drill': 1024}


def rate(stage, f, step):
    warm = min(1.0, (step + 1) / 100)
    return warm if stage == 'start' else min(warm, max(0.0, 1.0 - f) / FALL[stage])


class Feed:
    """Endless batches of one job under the curriculum of the moment."""

    def __init__(self, make, rng, pad):
        self.make, self.rng, self.pad, self.key, self.waiting = make, rng, pad, None, iter(())

    def next(self, budget, *settings):
        if self.key != (budget, str(settings)):
            self.key, self.waiting = (budget, str(settings)), iter(())
        while True:
            batch = next(self.waiting, None)
            if batch is not None:
                return batch
            examples = self.make(*settings)
            self.waiting = batches(examples, budget, self.rng, self.pad)


def loss_of(model, hidden, batch):
    """Sum of the cross-entropies of the wanted tokens, and the share of them guessed."""
    tokens, at, target, weight = batch
    states = hidden(tokens).flatten(0, 1)[at]
    logits = model.logits(states)
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
            self.model.load_state_dict(load_model(args.start_from).state_dict())
            self.ema = {k: v.clone() for k, v in self.model.state_dict().items()}
        rng = random.Random(f"{args.seed}-{self.totals['step']}")
        source = self.source = Source(args.run / 'data', self.codec, rng)
        if (args.run / 'groups.jsonl').exists():
            source.add_groups(read_rows(args.run / 'groups.jsonl'))
        self.feeds = {job: Feed(getattr(source, job), rng, self.codec.pad)
                      for job in JOBS}
        self.held = {}
        for level in LEVELS:
            path = args.run / 'data' / f'heldout-{level}.jsonl'
            self.held[level] = read_rows(path, args.eval_count) if path.exists() else []

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
        grouped = (400, plan['mix'], plan['sizes'], plan['own'])
        jobs = {'solve': (1500, plan['mix']), 'combine': grouped, 'choose': grouped,
                'judge': grouped, 'drill': (200, plan['mix'])}
        batch = {job: self.feeds[job].next(plan[job], *jobs[job]) for job in JOBS if job in plan}
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
        for level, rows in self.held.items():
            if rows:
                self.log({'level': level, **measure(model, self.codec, rows)})

    def sample(self):
        """Own rollouts for a few training problems, from the averaged weights of the moment."""
        begun = time.time()
        model = Nano(self.model.shape).eval()
        model.load_state_dict(self.ema)
        mix = curriculum(self.args.stage, self.done(), 0)['mix']
        rows = [self.source.draw(mix) for _ in range(self.args.sample_count)]
        rows = sample_rows(model, self.codec, rows, seed=self.totals['step'])
        self.source.add_groups(rows)
        with (self.args.run / 'groups.jsonl').open('a') as out:
            out.writelines(json.dumps(row) + '\n' for row in rows)
        self.totals['sampled'] = self.totals.get('sampled', 0) + len(rows)
        self.totals['sampling'] = self.totals.get('sampling', 0.0) + time.time() - begun

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
    args.add_argument('--stage', choices=['start', 'own', 'long', 'careful', 'master'], default='start')
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
