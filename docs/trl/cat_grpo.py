"""CaT-RL with TRL: the policy learns from rewards that its frozen beginning works out, without labels.

    python docs/trl/cat_grpo.py --model out/nano-hf --steps 10 --out out/cat-rl

At each step the current policy samples G answers to each question; the initial policy, frozen, writes
one synthesis from them, question-blind; an answer's reward is 1 where it is the synthesis's, by this
project's own checker (`npm run --silent reward`); GRPO updates the policy. The known answers are
logged as `rewards/right/mean` with weight 0: they are watched, never trained with.
"""
import argparse
import json
import subprocess
import sys
from pathlib import Path

import torch
from datasets import Dataset
from transformers import AutoModelForCausalLM, AutoTokenizer
from trl import GRPOConfig, GRPOTrainer

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / 'nano'))

from checker import Checker  # noqa: E402
from tokens import combine_content, solve_content  # noqa: E402

# Of an answer; a synthesis, which works out what the answers dispute, may have twice as many.
MOST_TOKENS = 160


class Anchor:
    """The initial policy, frozen. Nano writes a synthesis greedily, as it does on the page."""

    def __init__(self, folder, tokenizer, most_tokens):
        device = 'cuda' if torch.cuda.is_available() else 'cpu'
        model = AutoModelForCausalLM.from_pretrained(folder).to(device)
        self.model = model.eval().requires_grad_(False)
        self.tokenizer = tokenizer
        self.most_tokens = most_tokens

    @torch.no_grad()
    def synthesise(self, groups):
        """One text for each group of rollouts."""
        prompts = [self.tokenizer.apply_chat_template(
            [{'role': 'user', 'content': combine_content(group)}],
            add_generation_prompt=True, tokenize=False) for group in groups]
        batch = self.tokenizer(prompts, return_tensors='pt', padding=True).to(self.model.device)
        # No token types: a Llama takes none.
        batch.pop('token_type_ids', None)
        out = self.model.generate(
            **batch, do_sample=False, max_new_tokens=self.most_tokens,
            pad_token_id=self.tokenizer.pad_token_id, eos_token_id=self.tokenizer.eos_token_id)
        written = out[:, batch['input_ids'].shape[1]:]
        return self.tokenizer.batch_decode(written, skip_special_tokens=True)


class Rewards:
    """Rewards of a batch, worked out once for both of the functions that TRL asks."""

    def __init__(self, anchor, checker, size, most_tokens, journal):
        self.anchor, self.checker, self.size = anchor, checker, size
        self.most_tokens, self.journal = most_tokens, journal
        self.last = (None, None)

    def groups(self, prompts, completions, completion_ids, answer):
        texts = [completion[0]['content'] for completion in completions]
        if self.last[0] == (prompts, texts):
            return self.last[1]
        assert len(texts) % self.size == 0, 'a group must not be spread over processes'
        at = range(0, len(texts), self.size)
        parts = [[text.strip() for text in texts[i:i + self.size]] for i in at]
        # What was cut off has no answer, whatever it holds (docs/deviations.md, 9).
        whole = [len(tokens) < self.most_tokens for tokens in completion_ids]
        told = []
        for i, part, synthesis in zip(at, parts, self.anchor.synthesise(parts)):
            assert len({json.dumps(p) for p in prompts[i:i + self.size]}) == 1
            read = [text if whole[i + k] else '' for k, text in enumerate(part)]
            group = self.checker(synthesis, read, answer[i])
            told.append(group)
            row = {'prompt': prompts[i], 'synthesis': synthesis, 'rollouts': part, **group}
            self.journal.write(json.dumps(row) + '\n')
        self.journal.flush()
        self.last = ((prompts, texts), told)
        return told

    def agrees(self, prompts, completions, completion_ids, answer, **_):
        """1 where the answer is the synthesis's: what is trained with."""
        return [r for group in self.groups(prompts, completions, completion_ids, answer)
                for r in group['rewards']]

    def right(self, prompts, completions, completion_ids, answer, **_):
        """1 where the answer is the known one: watched only."""
        return [r for group in self.groups(prompts, completions, completion_ids, answer)
                for r in group['right']]


def problems(count, level, seed):
    """Made-up problems of the page's own world, from its own generator."""
    out = subprocess.run(
        ['node', 'bin/run.mjs', 'problems', '--seed', str(seed), '--count', str(count),
         '--level', level], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    rows = [json.loads(line) for line in out.splitlines() if line.strip()]
    return Dataset.from_list([{
        'prompt': [{'role': 'user', 'content': solve_content(row['question'])}],
        'answer': str(row['answer']),
    } for row in rows])


def main():
    args = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    args.add_argument('--model', type=Path, required=True)
    args.add_argument('--out', type=Path, required=True)
    args.add_argument('--steps', type=int, default=10)
    args.add_argument('--questions', type=int, default=2, help='questions of each step')
    args.add_argument('--group', type=int, default=8, help='G')
    args.add_argument('--rate', type=float, default=1e-5)
    args.add_argument('--level', default='expert')
    args.add_argument('--seed', type=int, default=11)
    args = args.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    tokenizer = AutoTokenizer.from_pretrained(args.model, padding_side='left')
    checker = Checker()
    with open(args.out / 'groups.jsonl', 'w') as journal:
        anchor = Anchor(args.model, tokenizer, 2 * MOST_TOKENS)
        rewards = Rewards(anchor, checker, args.group, MOST_TOKENS, journal)
        trainer = GRPOTrainer(
            model=AutoModelForCausalLM.from_pretrained(args.model),
            processing_class=tokenizer,
            train_dataset=problems(args.steps * args.questions, args.level, args.seed),
            reward_funcs=[rewards.agrees, rewards.right],
            args=GRPOConfig(
                output_dir=str(args.out), max_steps=args.steps, seed=args.seed,
                per_device_train_batch_size=args.questions * args.group,
                num_generations=args.group, max_completion_length=MOST_TOKENS,
                temperature=1.0, top_p=1.0, top_k=0,
                learning_rate=args.rate, lr_scheduler_type='constant',
                # No penalty for leaving the reference, as in DAPO; advantages by the group's deviation.
                beta=0.0, loss_type='grpo', scale_rewards='group', reward_weights=[1.0, 0.0],
                logging_steps=1, save_strategy='no', report_to='none', disable_tqdm=True,
                use_cpu=not torch.cuda.is_available(), bf16=torch.cuda.is_available(),
                gradient_checkpointing=False,
            ),
        )
        trainer.train()
    checker.close()
    for row in trainer.state.log_history:
        if 'reward' not in row:
            continue
        print(f"step {row['step']:>3}  agrees {row['rewards/agrees/mean']:.3f}  "
              f"right {row['rewards/right/mean']:.3f}  equal groups {row['frac_reward_zero_std']:.2f}  "
              f"gradient {row['grad_norm']:.3f}  tokens {row['completions/mean_length']:.0f}")
    trainer.save_model(str(args.out / 'policy'))
    tokenizer.save_pretrained(str(args.out / 'policy'))


if __name__ == '__main__':
    main()
