/**
 * Text that a model or a person wrote, made harmless for a chat prompt. Engines render messages
 * through a chat template and then read role tokens such as `<|im_end|>` as special wherever they
 * stand, so such a token inside a text would end the message and forge the next one. Every form
 * below is split by a space: it stays readable and becomes ordinary text.
 *
 * - `<|…|>` (ChatML, Llama 3, Phi), also with the full-width bar of DeepSeek;
 * - `<s>`, `</s>`, `<bos>`, `<eos>`, `<pad>`, `<unk>`, `<start_of_turn>`, `<end_of_turn>`;
 * - `[INST]`, `[/INST]` and their kin of Mistral, `<<SYS>>`;
 * - `[|user|]` of EXAONE, `<BOS_TOKEN>` and its kin of Cohere.
 */
const BREAKS: readonly (readonly [RegExp, string])[] = [
  [/<(?=[|｜])/g, '< '],
  [/(?<=[|｜])>/g, ' >'],
  [
    /<(?=\/?(?:s|bos|eos|pad|unk|mask|start_of_turn|end_of_turn|start_of_image|end_of_image)>)/gi,
    '< ',
  ],
  [/\[(?=\/?(?:INST|SYSTEM_PROMPT|AVAILABLE_TOOLS|TOOL_CALLS|TOOL_RESULTS)\])/gi, '[ '],
  [/<(?=<\/?SYS>>)/gi, '< '],
  [/\[(?=\|)/g, '[ '],
  [/(?<=\|)\]/g, ' ]'],
  [/<(?=\/?[A-Z_]+_TOKEN>)/gi, '< '],
];

/** The text with every role token broken; a text without any comes back as it is. */
export const neutralise = (text: string): string =>
  BREAKS.reduce((whole, [token, broken]) => whole.replace(token, broken), text);
