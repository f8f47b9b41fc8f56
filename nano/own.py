"""The model's own rollouts of training problems and questions, which are what it learns to combine."""
import random

from data import covered, reading
from evaluate import combine_all, sample_groups
from notes_evaluate import sample_notes

GROUP = 16
OF_PROBLEM = ('question', 'answer', 'solution', 'level')
OF_NOTE = ('question', 'wordings', 'note')


def sample_rows(model, codec, rows, seed):
    """Rows with `rollouts`: 16 texts each at temperature 1, right and wrong ones as they come."""
    groups = sample_groups(model, codec, rows, GROUP, 1.0, seed)
    return [{**{k: row[k] for k in OF_PROBLEM}, 'rollouts': [text.strip() for text in group]}
            for row, group in zip(rows, groups)]


def missed_rows(model, codec, rows, seed, size=8):
    """Of rows with `rollouts`: the groups of `size`, two of each, that the model combines wrongly (blind and
    greedily, as the page does) though each step of the right solution stands in them."""
    rng = random.Random(seed)
    groups = [(row, rng.sample(row['rollouts'], size)) for row in rows for _ in range(2)]
    groups = [(row, read) for row, read in groups if covered(row['solution'], read)]
    texts = combine_all(model, codec, [row for row, _ in groups], [read for _, read in groups], False)
    return [{**row, 'rollouts': read} for (row, read), text in zip(groups, texts)
            if reading(text) != row['answer']]


def sample_note_rows(model, codec, rows, seed):
    """The same of notes: 16 each, with what is needed to tell what a combination of them says."""
    rows = [{k: row[k] for k in OF_NOTE} for row in rows]
    return sample_notes(model, codec, rows, GROUP, seed)
