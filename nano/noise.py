"""Made-up wrong solutions, only to start the synthesis job before the model has rollouts of its own.

A slip in one line carries on: later lines use the slipped result, as a model's own would.
"""
import random
import re

SUM = re.compile(r'(\d+) ([-+*/]) (\d+) = (\d+)')
TAIL = re.compile(r'The answer is \d+\.')
OPS = '+-*/'


def calculate(op, left, right):
    if op == '+':
        return left + right
    if op == '-':
        return abs(left - right)
    if op == '*':
        return left * right
    return max(1, left // max(1, right))


def near(rng, value):
    """A wrong result of the usual kinds: a digit off, ten off, two digits swapped."""
    kind = rng.random()
    digits = list(str(value))
    if kind < 0.35:
        other = value + rng.choice([-2, -1, 1, 2])
    elif kind < 0.6:
        other = value + rng.choice([-10, 10, -20, 20, -9, 9])
    elif kind < 0.8:
        i = rng.randrange(len(digits))
        digits[i] = str(rng.randint(1, 9))
        other = int(''.join(digits))
    else:
        rng.shuffle(digits)
        other = int(''.join(digits))
    return max(1, other)


def corrupt(rng, solution, rate, pool):
    """`solution` with each step wrong with probability `rate`; `pool`: numbers it may misread."""
    lines = solution.split('\n')[:-1]
    moved = {}
    value = 0
    out = []
    for line in lines:
        found = SUM.search(line)
        left, op, right, result = int(found[1]), found[2], int(found[3]), int(found[4])
        new_left, new_right = moved.get(left, left), moved.get(right, right)
        wrong = rng.random() < rate
        kind = rng.random() if wrong else 1.0
        if wrong and kind < 0.3:
            if rng.random() < 0.5:
                new_left = rng.choice(pool)
            else:
                new_right = rng.choice(pool)
        elif wrong and kind < 0.45:
            op = rng.choice(OPS)
        value = calculate(op, new_left, new_right)
        if wrong and kind >= 0.45:
            value = near(rng, value)
        value = min(value, 9999)
        moved[result] = value
        out.append(f'{line[:found.start()]}{new_left} {op} {new_right} = {value}{line[found.end():]}')
    if len(out) > 2 and rng.random() < rate * 0.2:
        del out[rng.randrange(len(out))]
        value = int(SUM.search(out[-1])[4])
    return '\n'.join([*out, f'The answer is {value}.'])


def noisy_group(rng, solution, question, size):
    """`size` solutions whose error rate is drawn for the group: from none to half of all steps.

    A good part of the groups agrees: to copy what all say is the first thing to learn.
    """
    rate = rng.choice([0.0, 0.0, 0.0, 0.05, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5])
    pool = [int(n) for n in re.findall(r'\d+', question)] or [2]
    return [corrupt(rng, solution, rate, pool) for _ in range(size)]
