"""Sums worked out digit by digit, as a careful synthesis does where the solutions differ.

    39 + 165 = (9 + 5 = 14, 3 + 6 + 1 = 10, 1 + 1 = 2) 204
    204 - 165 = (14 - 5 = 9, 10 - 6 - 1 = 3, 2 - 1 - 1 = 0) 39
    468 * 2 = (8 * 2 = 16, 6 * 2 + 1 = 13, 4 * 2 + 1 = 9) 936
    408 / 12 = (40 / 12 = 3 r 4, 48 / 12 = 4) 34

Sums, differences and products go from the ones up: the last digit of each small result is one of the
whole result, and what is carried or borrowed stands last. Quotients go from the left. There are only
some hundred small sums, so that they can be learned by heart.
"""
from noise import SUM
from tokens import numbered


def plus(left, right):
    small, carry = [], 0
    while left or right or carry:
        digits = [n % 10 for n in (left, right) if n] + [1] * carry
        shown = ' + '.join(map(str, digits))
        small.append(f'{shown} = {sum(digits)}' if len(digits) > 1 else shown)
        left, right, carry = left // 10, right // 10, sum(digits) // 10
    return small


def minus(left, right):
    small, borrowed = [], 0
    while left:
        taken = [right % 10] * (right > 0) + [1] * borrowed
        rest = left % 10 - sum(taken)
        upper = left % 10 + 10 * (rest < 0)
        shown = ' - '.join(map(str, [upper, *taken]))
        small.append(f'{shown} = {rest % 10}' if taken else shown)
        left, right, borrowed = left // 10, right // 10, int(rest < 0)
    return small


def times(left, right):
    many, few = max(left, right), min(left, right)
    small, carry = [], 0
    while many:
        carried = f' + {carry}' if carry else ''
        value = many % 10 * few + carry
        small.append(f'{many % 10} * {few}{carried} = {value}')
        many, carry = many // 10, value // 10
    return small + list(str(carry)[::-1] if carry else '')


def over(left, right):
    small, rest = [], 0
    for digit in str(left):
        value = rest * 10 + int(digit)
        rest = value % right
        if small or value >= right:
            shown = f' r {rest}' if rest else ''
            small.append(f'{value} / {right} = {value // right}{shown}')
    return small


WORK = {'+': plus, '-': minus, '*': times, '/': over}
LARGEST = 12  # factor or divisor in one small sum


def working(line):
    """The line with its sum worked out in brackets before the result; None where that has no form."""
    found = SUM.search(line)
    if not found:
        return None
    left, op, right = int(found[1]), found[2], int(found[3])
    if (op == '*' and min(left, right) > LARGEST) or (op == '/' and right > LARGEST):
        return None
    small = ', '.join(WORK[op](left, right))
    return f'{line[:found.start(4)]}({small}) {line[found.start(4):]}'


def careful(solution, rollouts):
    """The right solution as a combination has it: its lines numbered, each sum worked out whose line
    not all rollouts have."""
    seen = [set(rollout.split('\n')) for rollout in rollouts]
    lines = [line if all(line in lines for lines in seen) else working(line) or line
             for line in solution.split('\n')]
    return numbered('\n'.join(lines))
