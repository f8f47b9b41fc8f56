"""The model's own rollouts of training problems, which are what it learns to combine."""
from evaluate import sample_groups

GROUP = 16


def sample_rows(model, codec, rows, seed):
    """Rows with `rollouts`: 16 texts each at temperature 1, right and wrong ones as they come."""
    groups = sample_groups(model, codec, rows, GROUP, 1.0, seed)
    return [{**{k: row[k] for k in ('question', 'answer', 'solution', 'level')},
             'rollouts': [text.strip() for text in group]} for row, group in zip(rows, groups)]
