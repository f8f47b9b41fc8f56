"""Loads what `cat export` writes of test/extra/recording with the package `datasets`, as TRL and verl do.

Given the folder of the files, named FORMAT-FORM.jsonl, it checks columns, their types and the number of
rows. The last line is `N passed, N failed`. It needs no network.
"""

import os
import sys
import tempfile

os.environ["HF_HUB_OFFLINE"] = "1"
os.environ["HF_DATASETS_DISABLE_PROGRESS_BARS"] = "1"

from datasets import load_dataset  # noqa: E402  (the switches come first)

# Six groups of four rollouts; in four of them all rewards are equal.
GROUPS, ANSWERS, PAIRS, FILTERS = 6, 24, 2, 3

FROM = {
    "reference_is_fixed": "bool",
    "group_id": "string",
    "recipe_hash": "string",
    "policy": "string",
    "anchor": "string",
}
MESSAGES = "List({'role': Value('string'), 'content': Value('string')})"


def said(form):
    return "string" if form == "text" else MESSAGES


def trl(form):
    prompt = {"prompt": said(form)}
    return {
        "trl-grpo": (
            GROUPS,
            {
                **prompt,
                "reference": "string",
                "reference_answer": "string",
                "criteria": "string",
                "truth": "string",
                "recorded_rewards": "List(Value('float64'))",
                **FROM,
            },
        ),
        "trl-dpo": (
            PAIRS,
            {
                **prompt,
                "chosen": said(form),
                "rejected": said(form),
                "chosen_reward": "float64",
                "rejected_reward": "float64",
                **FROM,
            },
        ),
        "trl-kto": (
            ANSWERS,
            {
                **prompt,
                "completion": said(form),
                "label": "bool",
                "reward": "float64",
                "rollout": "int64",
                **FROM,
            },
        ),
        "trl-sft": (GROUPS, {**prompt, "completion": said(form), **FROM}),
    }


VERL = {
    "data_source": "string",
    "prompt": MESSAGES,
    "ability": "string",
    "reward_model": "{'style': Value('string'), 'ground_truth': Value('string')}",
    "extra_info": None,
}
SAMPLES = {
    "doc_id": "int64",
    "doc": "{'question': Value('string'), 'answer': Value('string')}",
    "target": "string",
    "arguments": None,
    "resps": "List(List(Value('string')))",
    "filtered_resps": "List(Value('string'))",
    "filter": "string",
    "metrics": "List(Value('string'))",
    "doc_hash": "string",
    "prompt_hash": "string",
    "target_hash": "string",
    "exact_match": "float64",
    **FROM,
}


def expected():
    for form in ("text", "conversation"):
        for name, (rows, columns) in trl(form).items():
            yield f"{name}-{form}", rows, columns
    yield "verl-conversation", GROUPS, VERL
    yield "lm-eval-text", GROUPS * FILTERS, SAMPLES


def type_of(feature):
    return getattr(feature, "dtype", None) if type(feature).__name__ == "Value" else repr(feature)


def faults(data, rows, columns):
    if len(data) != rows:
        yield f"{len(data)} rows instead of {rows}"
    if set(data.column_names) != set(columns):
        yield f"columns {sorted(data.column_names)} instead of {sorted(columns)}"
        return
    for name, wanted in columns.items():
        found = type_of(data.features[name])
        if wanted is not None and found != wanted:
            yield f"{name} is {found} instead of {wanted}"
    for row in data:
        if row.get("extra_info", row)["reference_is_fixed"] is not True:
            yield "a row does not say that its reference is fixed"


def main(folder):
    passed, failed = 0, 0
    with tempfile.TemporaryDirectory() as cache:
        for name, rows, columns in expected():
            file = os.path.join(folder, f"{name}.jsonl")
            try:
                data = load_dataset("json", data_files=file, split="train", cache_dir=cache)
                wrong = list(faults(data, rows, columns))
            except Exception as error:  # whatever the package throws is what a person would meet
                wrong = [f"{type(error).__name__}: {error}"]
            if wrong:
                failed += 1
                print(f"FAILED {name}: " + "; ".join(wrong))
            else:
                passed += 1
                print(f"ok {name}: {rows} rows")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
