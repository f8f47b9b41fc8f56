"""Puts measured figures into the model card, between its two marker lines.

    npm run -s cat -- experiment RUN/easy.jsonl --json > easy.json    (likewise medium, hard)
    python nano/card.py --card public/models/nano/CARD.md easy.json medium.json hard.json

Each file is the JSON that `experiment` prints; its name is the name of the row.
"""
import argparse
import json
from math import sqrt
from pathlib import Path

OPEN, CLOSE = '<!-- figures -->', '<!-- end of figures -->'
METHODS = ['single', 'majority', 'majorityEqualCompute', 'synthesis', 'oracle']
HEAD = ['level', 'problems', 'single', 'majority of 8', 'majority of 9', 'synthesis', 'oracle',
        'synthesis − majority', 'all wrong, rescued', 'disagree, synthesis right']


def wilson(share, count, z=1.96):
    """The 95 % Wilson interval; for `single` too wide, as its rollouts are more than `count`."""
    middle = (share + z * z / (2 * count)) / (1 + z * z / count)
    half = z / (1 + z * z / count) * sqrt(share * (1 - share) / count + z * z / (4 * count ** 2))
    return middle - half, middle + half


def cell(share, count):
    if share is None:
        return '–'
    low, high = wilson(share, count)
    return f'{100 * share:.1f} ({100 * low:.1f}–{100 * high:.1f})'


def row(name, found):
    count = found['questions']
    cells = [cell(found['accuracy'].get(method), count) for method in METHODS]
    gap = found['difference']
    gain = (f"{100 * gap['synthesisMinusMajority']:+.1f} "
            f"({100 * gap['low']:+.1f} to {100 * gap['high']:+.1f})")
    wrong, differ = found['allWrong'], found['disagree']
    return [name, str(count), *cells, gain,
            f"{wrong['synthesisRight']} of {wrong['count']}",
            f"{differ['synthesisRight']} of {differ['count']}"]


def table(rows):
    lines = [HEAD, ['---'] * len(HEAD), *rows]
    return '\n'.join('| ' + ' | '.join(line) + ' |' for line in lines)


def main():
    args = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    args.add_argument('--card', type=Path, required=True)
    args.add_argument('files', type=Path, nargs='+')
    args = args.parse_args()
    rows = [row(path.stem, json.loads(path.read_text())) for path in args.files]
    before, rest = args.card.read_text().split(OPEN)
    after = rest.split(CLOSE)[1]
    args.card.write_text(f'{before}{OPEN}\n{table(rows)}\n{CLOSE}{after}')


if __name__ == '__main__':
    main()
