"""Our answer checker for a program in Python: `npm run --silent reward`, asked line by line."""
import json
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


class Checker:
    """Lives as long as the training."""

    def __init__(self):
        self.process = subprocess.Popen(
            ['node', 'bin/run.mjs', 'reward'], cwd=ROOT, text=True, bufsize=1,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def __call__(self, synthesis, rollouts, truth):
        row = {'synthesis': synthesis, 'rollouts': rollouts}
        if truth is not None:
            row['truth'] = truth
        self.process.stdin.write(json.dumps(row) + '\n')
        line = self.process.stdout.readline()
        if line == '':
            raise RuntimeError('the checker has ended; its words are above')
        return json.loads(line)

    def close(self):
        self.process.stdin.close()
        self.process.wait()
