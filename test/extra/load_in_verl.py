"""Reads exported rows with verl's own data set.

    python test/extra/load_in_verl.py FILE

FILE is what `cat export … --as verl --out FILE` wrote. `RLHFDataset` reads it, applies a chat template and
filters by length, as it does before training; the columns that a reward gets are shown of the first row.
Needs verl with what it imports; docs/exports.md has the versions and the output.
"""

import importlib.metadata
import os
import sys

from omegaconf import OmegaConf
from transformers import PreTrainedTokenizerFast
from verl.utils.dataset.rl_dataset import RLHFDataset

HERE = os.path.dirname(os.path.abspath(__file__))
TOKENS = os.path.join(HERE, "..", "..", "public", "models", "nano", "tokenizer.json")
TEMPLATE = "{% for message in messages %}{{ message['content'] }}\n{% endfor %}"


def main(file):
    print(f"verl {importlib.metadata.version('verl')}")
    tokens = PreTrainedTokenizerFast(tokenizer_file=TOKENS, chat_template=TEMPLATE)
    config = OmegaConf.create({"max_prompt_length": 512, "filter_overlong_prompts_workers": 1})
    data = RLHFDataset(file, tokens, config)
    first = data[0]
    print(f"{len(data)} rows")
    for name in ("data_source", "ability", "reward_model"):
        print(f"  {name}: {first[name]}")
    fixed = {row["extra_info"]["reference_is_fixed"] for row in data}
    print(f"  index: {first['index']}, reference_is_fixed in all rows: {fixed == {True}}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
