"""Whether cat_verl.py is what verl asks for: without a GPU, a trainer or Ray's workers, on groups that were recorded.

    CAT_ANCHOR=http://127.0.0.1:PORT/v1 CAT_ANCHOR_CHAT=nano \
        python docs/trl/try_verl.py --model out/nano-hf --groups test/extra/recording/groups.jsonl

verl's own configuration is composed with the settings of verl.md, so that a name it does not know is an error; the
reward manager is found and made by verl's own loader, and asked as its agent loop does: one answer at a time, those of
all groups mixed. The anchor is asked in earnest.
"""
import argparse
import asyncio
import json
import random
import re
from pathlib import Path

import numpy as np
import torch
from hydra import compose, initialize_config_module
from tensordict import TensorDict
from transformers import AutoTokenizer
from verl import DataProto
from verl.trainer.ppo.reward import load_reward_manager

HERE = Path(__file__).resolve().parent


def settings():
    """What stands behind `main_ppo` in verl.md."""
    command = re.search(r'main_ppo \\\n(.*?)```', (HERE / 'verl.md').read_text(), re.S)[1]
    return command.replace('\\\n', ' ').replace('docs/trl/', f'{HERE}/').split()


def asked(tokenizer, uid, text):
    """One answer as verl's agent loop hands it over."""
    response = torch.tensor([[*tokenizer.encode(text, add_special_tokens=False), tokenizer.eos_token_id]])
    prompt = torch.zeros((1, 1), dtype=torch.long)
    mask = torch.ones((1, 1 + response.shape[1]), dtype=torch.long)
    batch = TensorDict({'prompts': prompt, 'responses': response, 'attention_mask': mask}, batch_size=1)
    return DataProto(batch=batch, non_tensor_batch={'uid': np.array([uid]), 'data_source': np.array(['cat'])})


async def main():
    args = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    args.add_argument('--model', type=Path, required=True)
    args.add_argument('--groups', type=Path, required=True)
    args = args.parse_args()
    rows = [json.loads(line) for line in args.groups.read_text().splitlines() if line.strip()]
    rows = [row for row in rows if row.get('answer') is not None]
    groups = [[rollout['text'] for rollout in row['rollouts']][:row['recipe']['group']] for row in rows]
    [size] = {len(group) for group in groups}
    with initialize_config_module('verl.trainer.config', version_base=None):
        config = compose('ppo_trainer', [*settings(), f'actor_rollout_ref.rollout.n={size}'])
    tokenizer = AutoTokenizer.from_pretrained(args.model)
    manager = load_reward_manager(config, tokenizer)
    order = [(at, k) for at, group in enumerate(groups) for k in range(len(group))]
    random.Random(1).shuffle(order)
    told = await asyncio.gather(*[
        manager.run_single(asked(tokenizer, f'question-{at}', groups[at][k])) for at, k in order])
    rewards = {place: one['reward_score'] for place, one in zip(order, told)}
    for at, (row, group) in enumerate(zip(rows, groups)):
        recorded = row['evaluation']['rewards'][:size]
        print(row['question'][:40], [rewards[at, k] for k in range(len(group))], 'recorded', recorded)
    print(f'{len(rows)} groups of {size} by {type(manager).__name__}, {config.reward.num_workers} worker')
    manager.checker.close()


if __name__ == '__main__':
    asyncio.run(main())
