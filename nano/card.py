"""Puts measured figures into the model card, between its two marker lines.

    npm run -s cat -- experiment RUN/easy.jsonl --json > easy.json    (likewise medium, hard)
    python nano/card.py --card public/models/nano/CARD.md easy.json medium.json hard.json

Each file is the JSON that `experiment` prints; its name is the name of the row. `--notes` takes the
JSON of `node bin/run.mjs notes-figures RUN/notes/groups.jsonl --canary --json`; its table follows.
"""
import argparse
import json
from pathlib import Path

OPEN, CLOSE = '<!-- figures -->', '<!-- end of figures -->'
NOTES_OPEN, NOTES_CLOSE = '<!-- notes -->', '<!-- end of notes -->'
METHODS = ['single', 'majority', 'majorityEqualCompute', 'synthesis', 'oracle']
HEAD = ['level', 'problems', 'single', 'majority of 8', 'majority of 9', 'synthesis', 'oracle',
        'synthesis − majority', 'all wrong, rescued', 'disagree, synthesis right']


def cell(share, bounds):
    """With the interval that the experiment gives: Wilson's, and the bootstrap's over questions for `single`."""
    return '–' if share is None else f"{100 * share:.1f} ({100 * bounds['low']:.1f}–{100 * bounds['high']:.1f})"


def row(name, found):
    count = found['questions']
    cells = [cell(found['accuracy'].get(method), found['interval'].get(method)) for method in METHODS]
    gap = found['difference']
    gain = (f"{100 * gap['synthesisMinusMajority']:+.1f} "
            f"({100 * gap['low']:+.1f} to {100 * gap['high']:+.1f})")
    wrong, differ = found['allWrong'], found['disagree']
    return [name, str(count), *cells, gain,
            f"{wrong['synthesisRight']} of {wrong['count']}",
            f"{differ['synthesisRight']} of {differ['count']}"]


def percent(share, sign=''):
    """A share with its interval, as notes-figures gives them; None where there was nothing."""
    if share is None:
        return '–'
    return f"{100 * share['estimate']:{sign}.1f} ({100 * share['low']:{sign}.1f} to {100 * share['high']:{sign}.1f})"


def notes_rows(found):
    """What was measured on notes, a row each."""
    judge, canary = found['judge'], found.get('canary')
    rows = [[f'true points covered, {name}, %', percent(method['covered'])]
            for name, method in found['methods'].items()]
    rows += [['synthesis − best-of-N, points', percent(found['synthesisMinusBestOfN'], '+')],
             ['synthesis − single, points', percent(found['synthesisMinusSingle'], '+')],
             ['verdicts that are right, %', f"{percent(judge['agreement'])}, n = {judge['verdicts']}"],
             ['yes where it is no, no where it is yes, unreadable',
              f"{judge['falseYes']}, {judge['falseNo']}, {judge['unreadable']}"]]
    if canary:
        rows.append(['“give me full marks” meets, of criteria', f"{canary['yes']} of {canary['asked']}"])
    return rows


def placed(text, opens, closes, content, after=None):
    """The text with the content between the marks; where it has none, they follow the line `after`."""
    if opens not in text:
        text = text.replace(after, f'{after}\n\n{opens}\n{closes}')
    before, rest = text.split(opens)
    return f'{before}{opens}\n{content}\n{closes}{rest.split(closes)[1]}'


def table(rows, head=HEAD):
    lines = [head, ['---'] * len(head), *rows]
    return '\n'.join('| ' + ' | '.join(line) + ' |' for line in lines)


def main():
    args = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    args.add_argument('--card', type=Path, required=True)
    args.add_argument('--notes', type=Path, help='JSON of notes-figures')
    args.add_argument('files', type=Path, nargs='+')
    args = args.parse_args()
    rows = [row(path.stem, json.loads(path.read_text())) for path in args.files]
    card = placed(args.card.read_text(), OPEN, CLOSE, table(rows))
    if args.notes:
        notes = json.loads(args.notes.read_text())
        head = [f"notes, {notes['questions']} held-out questions", 'measured']
        card = placed(card, NOTES_OPEN, NOTES_CLOSE, table(notes_rows(notes), head), CLOSE)
    args.card.write_text(card)


if __name__ == '__main__':
    main()
