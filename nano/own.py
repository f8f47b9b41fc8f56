"""The model's own rollouts of training problems and questions, which are what it learns to combine."""
from evaluate import sample_groups
from notes_evaluate import sample_notes

GROUP = 16
OF_PROBLEM = ('question', 'answer', 'solution', 'level')
OF_NOTE = ('question', 'wordings', 'note')


def sample_rows(model, codec, rows, seed):
    """Rows with `rollouts`: 16 texts each at temperature 1, right and wrong ones as they come."""
    groups = sample_groups(model, codec, rows, GROUP, 1.0, seed)
    return [{**{k: row[k] for k in OF_PROBLEM}, 'rollouts': [text.strip() for text in group]}
            for row, group in zip(rows, groups)]


def sample_note_rows(model, codec, rows, seed):
    """The same of notes: 16 each, with what is needed to tell what a combination of them says."""
    rows = [{k: row[k] for k in OF_NOTE} for row in rows]
    return sample_notes(model, codec, rows, GROUP, seed)
