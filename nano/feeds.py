"""Endless batches of every job of both worlds, under the curriculum of the moment."""
from data import BEGINS, DECIDES, Source, batches, read_rows
from notes import NoteSource

MATHS = ['solve', 'combine', 'choose', 'judge', 'drill']
NOTES = ['note', 'combineNotes', 'chooseNote', 'propose', 'verdict']
JOBS = [*MATHS, *NOTES]


class Feed:
    """Endless batches of one job."""

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


class Feeds:
    """`maths` and, where RUN/data has them, `notes`; each with the model's own groups of earlier
    sittings."""

    def __init__(self, run, codec, rng):
        self.codec = codec
        self.digits = {codec.encode(digit)[0] for digit in '0123456789'}
        self.maths = Source(run / 'data', codec, rng)
        path = run / 'data' / 'train-notes.jsonl'
        self.notes = NoteSource(read_rows(path), rng) if path.exists() else None
        for source, name in ((self.maths, 'groups'), (self.notes, 'notes-groups')):
            path = run / f'{name}.jsonl'
            if source and path.exists():
                source.add_groups(read_rows(path))
        if (run / 'missed.jsonl').exists():
            self.maths.add_missed(read_rows(run / 'missed.jsonl'))
        makers = {**{job: getattr(self.maths, job) for job in MATHS},
                  **{job: self.encoded(job) for job in NOTES}}
        self.feeds = {job: Feed(make, rng, codec.pad) for job, make in makers.items()}

    def encoded(self, job):
        """Where a line of a combination begins it is decided which point comes next: these tokens weigh
        more. A verdict is decided by one number, at the end of the line before its last."""
        name = {'combineNotes': 'combine', 'chooseNote': 'choose'}.get(job, job)

        def make(*settings):
            examples = self.maths.encode(getattr(self.notes, name)(*settings))
            if job not in ('combineNotes', 'verdict'):
                return examples
            weigh = self.decides if job == 'verdict' else self.begins
            return [(prompt, answer, weigh(prompt, answer)) for prompt, answer, _ in examples]

        return make

    def begins(self, prompt, answer):
        whole = [self.codec.newline, *answer]
        return {len(prompt) + j: BEGINS if before == self.codec.newline else 1.0
                for j, before in enumerate(whole[:-1])}

    def decides(self, prompt, answer):
        last = max(j for j, token in enumerate(answer) if token == self.codec.newline)
        number = max(j for j, token in enumerate(answer[:last]) if token in self.digits)
        return {**self.begins(prompt, answer), len(prompt) + number: DECIDES}

    def batch(self, plan):
        """By job one batch within its budget."""
        mix, sizes = plan['mix'], plan['sizes']
        grouped, noted = (400, mix, sizes, plan['own']), (300, sizes, plan.get('ownNotes'))
        settings = {'solve': (1500, mix), 'combine': (*grouped, plan.get('missed', 0)), 'choose': grouped, 'judge': grouped,
                    'drill': (200, mix), 'note': (800,), 'combineNotes': noted, 'chooseNote': noted,
                    'propose': noted, 'verdict': (800, plan.get('ownNotes'))}
        return {job: self.feeds[job].next(plan[job], *settings[job]) for job in JOBS if job in plan}
