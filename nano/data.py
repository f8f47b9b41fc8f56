"""Problems on disk to padded batches: five kinds of example, each a prompt and its answer.

solve    the question -> the right solution
combine  1 to 16 solutions, with the question in half the cases -> the right solution, each step on
         which they differ worked out digit by digit first (columns.py)
choose   1 to 16 solutions, with the question in half the cases -> its answer and the number of the first that has it
judge    a reference and a solution -> both answers and whether they are equal
drill    sums alone, taken from the solutions of the training problems, and pairs of numbers with whether they
         are equal (only to learn to reckon and to compare)
"""
import json
import random
import re

import torch

from columns import LARGEST, careful, working
from noise import SUM, near, noisy_group
from tokens import (chat, choose_content, combine_content, judge_content, numbered,
                    solve_content)

LEVELS = ['easy', 'medium', 'hard', 'expert', 'master', 'grandmaster']
INSIDE = 0.5
# Weight of the token that begins a line of a combination: which step comes next, or that none does,
# is decided there, and it is what a blind synthesis must read off the solutions.
BEGINS = 3.0
# Weight of the token that a choice, a judgement or a verdict on a note comes down to, one of some ten to fifty. At
# weight 1 it was not learned: after 235 million tokens the judge read both answers and then tossed a coin.
DECIDES = 12.0
# Weight of the results of small sums in a working. Where the vote is right and the synthesis wrong, it has
# mostly slipped in one of these: `32 / 6 = 5 r 4`.
WORKED = 4.0
# Share of the choices made among final answers alone, which are a sixth as long, and among two to four alone.
BRIEF = 0.75
FEW = 0.5
# Of the groups whose first solution is right this share is kept: "the first one" is no choice.
FIRST = 0.4
# Share of the own groups that are learned from though they lack a step of the right solution: there
# is nothing in them to combine it from, and a blind synthesis can only guess.
HOPELESS = 0.1
DIGITS = re.compile(r'\d+')
ANSWER = re.compile(r'The answer is (\d+)\.$')


def read_rows(path, limit=None):
    with path.open() as lines:
        return [json.loads(line) for line, _ in zip(lines, range(limit or 1 << 40))]


def batches(examples, budget, rng, pad):
    """Cuts examples into batches of at most `budget` tokens, padding included.

    An example is (prompt ids, answer ids, {place: weight} or None for the answer alone).
    Yields (tokens [batch, length], at [wanted], target [wanted], weight [wanted]): `at` points into
    the flattened tokens at the position that predicts `target`. Lengths are multiples of 32.
    """
    examples = sorted(examples, key=lambda e: len(e[0]) + len(e[1]))
    cuts, row, length = [], [], 0
    for example in examples:
        longer = max(length, -(-(len(example[0]) + len(example[1])) // 32) * 32)
        if row and longer * (len(row) + 1) > budget:
            cuts.append((row, length))
            row, longer = [], -(-(len(example[0]) + len(example[1])) // 32) * 32
        row.append(example)
        length = longer
    if row:
        cuts.append((row, length))
    rng.shuffle(cuts)
    for row, length in cuts:
        tokens = torch.full((len(row), length), pad, dtype=torch.long)
        at, target, weight = [], [], []
        for i, (prompt, answer, weights) in enumerate(row):
            whole = prompt + answer
            tokens[i, :len(whole)] = torch.tensor(whole)
            if weights is None:
                weights = dict.fromkeys(range(len(prompt), len(whole)), 1.0)
            at += [i * length + j - 1 for j in weights]
            target += [whole[j] for j in weights]
            weight += weights.values()
        yield tokens, torch.tensor(at), torch.tensor(target), torch.tensor(weight)



class Source:
    """Training problems by level, read in shuffled order without repeats until all were used."""

    def __init__(self, folder, codec, rng):
        self.rows, self.order, self.codec, self.rng = {}, {}, codec, rng
        for level in LEVELS:
            paths = [folder / f'{kind}-{level}.jsonl' for kind in ('train', 'coined')]
            self.rows[level] = [row for path in paths if path.exists() for row in read_rows(path)]
            self.order[level] = []
        self.groups = {level: [] for level in LEVELS}
        self.missed = {level: [] for level in LEVELS}
        # Each is one token, as it stands behind a number.
        self.blank, self.equals, self.colon, self.opens, self.closes, self.comma = (
            codec.encode(text)[-1] for text in ('4 ', '4 =', '4:', '= (', '4)', '4,'))

    def add_groups(self, rows, most=700):
        """Own rollouts: rows {question, solution, level, rollouts [text]}; old ones fall out."""
        for row in rows:
            self.groups[row['level']].append(row)
        for level, kept in self.groups.items():
            self.groups[level] = kept[-most:]

    def add_missed(self, rows, most=300):
        """Groups of which the model's own synthesis was wrong: rows as above, with the rollouts it read alone."""
        for row in rows:
            self.missed[row['level']].append(row)
        for level, kept in self.missed.items():
            self.missed[level] = kept[-most:]

    def draw(self, mix):
        """One training row; `mix` maps a level to its share."""
        levels = [level for level in mix if self.rows[level]]
        level = self.rng.choices(levels, [mix[level] for level in levels])[0]
        if not self.order[level]:
            self.order[level] = list(range(len(self.rows[level])))
            self.rng.shuffle(self.order[level])
        return self.rows[level][self.order[level].pop()]

    def encode(self, pairs):
        """[(content, answer text)] -> [(prompt ids, answer ids with the end token)]."""
        prompts = self.codec.encode_all([chat(content) for content, _ in pairs])
        answers = self.codec.encode_all([answer for _, answer in pairs])
        return [(p, [*a, self.codec.end], None) for p, a in zip(prompts, answers)]

    def solve(self, count, mix):
        rows = [self.draw(mix) for _ in range(count)]
        return self.encode([(solve_content(r['question']), r['solution']) for r in rows])

    def combine(self, count, mix, sizes, own, missed=0):
        """`sizes` maps a group size to its share; `own`: share of groups from own rollouts, `missed`: of
        those that were combined wrongly before, in the order in which they were read or in another."""
        drawn = [self.missed_group(mix) if self.rng.random() < missed and any(self.missed.values())
                 else self.group(mix, sizes, own) for _ in range(count)]
        contents = [combine_content(solutions, self.perhaps(row['question']))
                    for row, solutions in drawn]
        examples = self.encode([(content, careful(row['solution'], solutions))
                                for content, (row, solutions) in zip(contents, drawn)])
        return [self.also_inside(example, content, row['solution'])
                for example, content, (row, _) in zip(examples, contents, drawn)]

    def choose(self, count, mix, sizes, own):
        """Groups with a right solution among them; the first right one is wanted. Most of them are cut down to
        their final answers, or to a few solutions."""
        pairs = []
        while len(pairs) < count:
            row, solutions = self.group(mix, sizes, own)
            if self.rng.random() < FEW:
                solutions = solutions[:self.rng.randint(2, 4)]
            right = [k for k, text in enumerate(solutions, 1) if reading(text) == row['answer']]
            if right and (right[0] > 1 or self.rng.random() < FIRST):
                if self.rng.random() < BRIEF:
                    solutions = [text.split('\n')[-1] for text in solutions]
                content = choose_content(solutions, self.perhaps(row['question']))
                pairs.append((content, f"{row['answer']}: [{right[0]}]"))
        return self.decided(pairs)

    def judge(self, count, mix, sizes, own):
        """As many equal answers as different ones, references right, careful or wrong."""
        pairs = []
        while len(pairs) < count:
            row, solutions = self.group(mix, sizes, own)
            reference = (self.rng.choice(solutions) if self.rng.random() < 0.3
                         else careful(row['solution'], solutions))
            wanted, equal = reading(reference), self.rng.random() < 0.5
            if wanted is None:
                continue
            fitting = [s for s in solutions if (reading(s) == wanted) == equal and s != reference]
            if fitting:
                answer = self.rng.choice(fitting)
            else:
                number = wanted if equal else near(self.rng, int(wanted))
                answer = ANSWER.sub(f'The answer is {number}.', self.rng.choice(solutions))
            given = reading(answer)
            if given is not None:
                verdict = 'Yes' if given == wanted else 'No'
                pairs.append((judge_content(reference, answer), f'{wanted}, {given}: {verdict}'))
        return self.decided(pairs)

    def decided(self, pairs):
        """What stands behind the colon weighs more: `34: [3]`, `34, 36: No`."""
        return [(prompt, answer, {len(prompt) + j: DECIDES if j > answer.index(self.colon) else 1.0
                                  for j in range(len(answer))}) for prompt, answer, _ in self.encode(pairs)]

    def perhaps(self, question):
        return question if self.rng.random() < 0.5 else None

    def also_inside(self, example, content, solution):
        """Learns the right solutions inside the prompt too, from the second on, at less weight.

        Each is what a combination of those before it should be, and its states are computed anyway.
        """
        prompt, answer, _ = example
        body, newline = self.codec.encode(numbered(solution)), self.codec.newline
        weights = self.reckoned(prompt, answer)
        after_first = content.find('\n[2]\n')
        if after_first < 0:
            return prompt, answer, weights
        start = len(self.codec.encode(chat(content[:after_first]))) - self.codec.frame
        for i in range(start, len(prompt) - len(body)):
            if prompt[i] == body[0] and prompt[i - 1] == newline and prompt[i:i + len(body)] == body:
                weights |= {j: INSIDE * (BEGINS if prompt[j - 1] == newline else 1.0)
                            for j in range(i, i + len(body))}
        return prompt, answer, weights

    def reckoned(self, prompt, answer):
        """Weights of a combination or a drill of workings: what begins a line, whether a sum is worked out, and the
        results of its small sums, with what ends them, count more."""
        newline = self.codec.newline
        weights, inside, result, before = {}, False, False, (None, newline)
        for j, token in enumerate(answer):
            sum_begins = not inside and before == (self.equals, self.blank)
            heavy = BEGINS if before[1] == newline or sum_begins else WORKED if result else 1.0
            weights[len(prompt) + j] = heavy
            inside = token != self.closes and (inside or sum_begins and token == self.opens)
            result = inside and token != self.comma and (result or token == self.equals)
            before = before[1], token
        return weights

    def group(self, mix, sizes, own):
        """A problem and some solutions of it, in random order."""
        size = self.rng.choices(list(sizes), list(sizes.values()))[0]
        levels = [level for level in mix if self.groups[level]]
        if self.rng.random() >= own or not levels:
            row = self.draw(mix)
            return row, noisy_group(self.rng, row['solution'], row['question'], size)
        while True:
            level = self.rng.choices(levels, [mix[level] for level in levels])[0]
            row = self.rng.choice(self.groups[level])
            drawn = self.rng.sample(row['rollouts'], min(size, len(row['rollouts'])))
            if covered(row['solution'], drawn) or self.rng.random() < HOPELESS:
                return row, drawn

    def missed_group(self, mix):
        levels = [level for level in mix if self.missed[level]] or [
            level for level, kept in self.missed.items() if kept]
        level = self.rng.choices(levels, [mix.get(level, 1) for level in levels])[0]
        row = self.rng.choice(self.missed[level])
        read = list(row['rollouts'])
        if self.rng.random() < 0.5:
            self.rng.shuffle(read)
        return row, read

    def drill(self, count, mix, length=16):
        """Lists of sums, of which only the results are learned, and twice as many each of workings and of pairs, of
        which only the verdicts are."""
        part = count // 5
        examples = [self.compared(mix, length) for _ in range(2 * part)]
        pairs = [('Work.', self.worked(mix, 5)) for _ in range(2 * part)]
        for _ in range(count - 4 * part):
            sums = []
            while len(sums) < length:
                sums += [m[0] for m in SUM.finditer(self.draw(mix)['solution'])]
            self.rng.shuffle(sums)
            pairs.append(('Reckon.', '\n'.join(sums[:length]) + '\n'))
        for prompt, answer, _ in self.encode(pairs):
            weights, results = self.reckoned(prompt, answer), self.results(answer)
            examples.append((prompt, answer, {len(prompt) + j: weights[len(prompt) + j] for j in results}))
        return examples

    def results(self, answer):
        """The places behind the first equals sign of each line, its end too: which sum comes next is anybody's guess."""
        found, behind = [], False
        for j, token in enumerate(answer):
            if behind:
                found.append(j)
            behind = (behind or token == self.equals) and token != self.codec.newline
        return found

    def compared(self, mix, length):
        """Lines such as `34, 36: No`, half of them equal, an eighth of numbers that have nothing in common."""
        lines = []
        while len(lines) < length:
            number, kind = self.draw(mix)['answer'], self.rng.random()
            other = (number if kind < 0.5 else self.draw(mix)['answer'] if kind < 0.625
                     else str(near(self.rng, int(number))))
            lines.append(f"{number}, {other}: {'Yes' if other == number else 'No'}\n")
        [(prompt, answer, _)] = self.encode([('Compare.', ''.join(lines))])
        return prompt, answer, {len(prompt) + j + 1: 1.0 for j, token in enumerate(answer) if token == self.colon}

    def worked(self, mix, length):
        """Sums alone, each worked out: half of them of the problems, half drawn so that no small sum is rare."""
        lines = []
        while len(lines) < length:
            sums = [found[0] for found in SUM.finditer(self.draw(mix)['solution'])]
            lines += filter(None, map(working, sums))
            lines += [working(any_sum(self.rng)) for _ in sums]
        self.rng.shuffle(lines)
        return '\n'.join(lines[:length])


def any_sum(rng):
    """A sum of numbers to 9,999 with each divisor and factor alike: six in ten divisions of the problems are by 2."""
    small, large, other = rng.randint(2, LARGEST), *(rng.randrange(10 ** rng.randint(1, 4)) + 1 for _ in range(2))
    low, high = sorted((large, other))
    return rng.choice([
        f'{large} + {other} = {large + other}', f'{high} - {low} = {high - low}', f'{high} - {low} = {high - low}',
        f'{large} * {small} = {large * small}', f'{small} * {large} = {large * small}',
        *[f'{q * small} / {small} = {q}' for q in [-(-large // small)] * 4],
    ])


def reading(text):
    found = ANSWER.search(text)
    return found[1] if found else None


def covered(solution, rollouts):
    """Whether each line of the right solution stands in some rollout, numbers aside."""
    seen = {DIGITS.sub('', line) for text in rollouts for line in text.split('\n')}
    return all(DIGITS.sub('', line) in seen for line in solution.split('\n'))
