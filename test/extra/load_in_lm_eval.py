"""Reads exported samples with lm-evaluation-harness's own functions.

    python test/extra/load_in_lm_eval.py FOLDER

FOLDER holds the file that `cat export … --as lm-eval --out FOLDER` wrote. The harness finds its task and
moment in the name, and its hashes of every document, prompt and target are held against ours. Needs
lm-eval; docs/exports.md has the version and the output.
"""

import glob
import importlib.metadata
import json
import os
import sys

from lm_eval.utils import (
    get_file_datetime,
    get_file_task_name,
    get_sample_results_filenames,
    handle_non_serializable,
    hash_string,
)


def main(folder):
    print(f"lm-eval {importlib.metadata.version('lm-eval')}")
    found = get_sample_results_filenames(glob.glob(os.path.join(folder, "*")))
    wrong = 0
    for file in found:
        name = os.path.basename(file)
        with open(file, encoding="utf-8") as lines:
            samples = [json.loads(line) for line in lines]
        scores = {}
        for sample in samples:
            doc = json.dumps(sample["doc"], indent=2, default=handle_non_serializable, ensure_ascii=False)
            hashes = (doc, sample["arguments"]["gen_args_0"]["arg_0"], sample["target"])
            ours = (sample["doc_hash"], sample["prompt_hash"], sample["target_hash"])
            wrong += tuple(hash_string(text) for text in hashes) != ours
            scores.setdefault(sample["filter"], []).append(sample["exact_match"])
        print(f"task {get_file_task_name(name)} of {get_file_datetime(name)}: {len(samples)} samples")
        for filter_name, values in scores.items():
            print(f"  {filter_name}: exact_match {sum(values) / len(values):.4f} over {len(values)}")
    print(f"{len(found)} files, {wrong} samples with other hashes than the harness makes")
    return 1 if wrong or not found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
