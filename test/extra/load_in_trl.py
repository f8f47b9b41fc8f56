"""One training step of each TRL trainer on what `cat export` wrote, with a small model of random weights.

    python test/extra/load_in_trl.py FOLDER

FOLDER holds trl-{grpo,dpo,kto,sft}.jsonl. It shows that TRL takes the columns as they are, and that the
fixed reference reaches a reward function; the model learns nothing. Needs trl, transformers and torch;
docs/exports.md has the versions and the output.
"""

import os
import sys
import tempfile

os.environ["HF_HUB_OFFLINE"] = "1"
os.environ["TRL_EXPERIMENTAL_SILENCE"] = "1"

import torch  # noqa: E402  (the switches come first)
import transformers  # noqa: E402
import trl  # noqa: E402
from datasets import load_dataset  # noqa: E402
from transformers import LlamaConfig, LlamaForCausalLM, PreTrainedTokenizerFast  # noqa: E402

HERE = os.path.dirname(os.path.abspath(__file__))
TOKENS = os.path.join(HERE, "..", "..", "public", "models", "nano", "tokenizer.json")


def tokenizer():
    made = PreTrainedTokenizerFast(tokenizer_file=TOKENS)
    last = len(made) - 1
    made.eos_token = made.convert_ids_to_tokens(last)
    made.pad_token = made.eos_token
    return made


def save_model(tokens, folder):
    """Saved, since DPO and KTO load the model a second time as their reference."""
    torch.manual_seed(1)
    shape = dict(hidden_size=64, intermediate_size=128, num_hidden_layers=2, num_attention_heads=4)
    ends = dict(eos_token_id=tokens.eos_token_id, pad_token_id=tokens.pad_token_id, bos_token_id=None)
    config = LlamaConfig(vocab_size=len(tokens), max_position_embeddings=2048, **shape, **ends)
    LlamaForCausalLM(config).save_pretrained(folder)


def same_answer(completions, reference_answer, **_):
    """A reward against the fixed reference, by characters; ours compares what the answers mean."""
    return [float(f"answer is {wanted}." in text) for text, wanted in zip(completions, reference_answer)]


def trainers():
    try:
        from trl import KTOConfig, KTOTrainer
    except ImportError:
        from trl.experimental.kto import KTOConfig, KTOTrainer
    yield "trl-sft", trl.SFTTrainer, trl.SFTConfig, {}, {}
    yield "trl-dpo", trl.DPOTrainer, trl.DPOConfig, {}, {}
    yield "trl-kto", KTOTrainer, KTOConfig, {}, {}
    generation = {"num_generations": 2, "max_completion_length": 16}
    yield "trl-grpo", trl.GRPOTrainer, trl.GRPOConfig, {"reward_funcs": same_answer}, generation


def main(folder):
    print(f"trl {trl.__version__}, transformers {transformers.__version__}, torch {torch.__version__}")
    tokens = tokenizer()
    for name, trainer, config, more, settings in trainers():
        with tempfile.TemporaryDirectory() as out:
            data = load_dataset("json", data_files=os.path.join(folder, f"{name}.jsonl"), split="train", cache_dir=out)
            args = config(
                output_dir=out,
                max_steps=1,
                per_device_train_batch_size=2,
                report_to=[],
                use_cpu=True,
                bf16=False,
                disable_tqdm=True,
                save_strategy="no",
                logging_steps=1,
                **settings,
            )
            start = os.path.join(out, "start")
            save_model(tokens, start)
            made = trainer(model=start, args=args, train_dataset=data, processing_class=tokens, **more)
            loss = made.train().training_loss
            print(f"{name}: {len(data)} rows, one step of {trainer.__name__}, loss {loss:.4f}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
