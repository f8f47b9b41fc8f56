/**
 * What a model says after it has thought. Models that reason write `<think>…</think>` before their reply, some
 * an empty one, and some chat formats open it in the prompt, so that the text has its end alone.
 *
 * Only what stands like that is thinking: one that begins a line, or an end that nothing before it opens. A
 * reply that names the marks in a sentence, or quotes them in its JSON, is whole.
 */
const BLOCK = /^[^\S\n]*<think>[^]*?(?:<\/think>|$(?![^]))/gim;
const OPENED_BEFORE = /^(?!\s*[{`])(?:(?!<think>)[^])*?<\/think>/i;

/** Thinking that never ends leaves no word. */
export const spoken = (text: string): string => text.replace(BLOCK, '').replace(OPENED_BEFORE, '');
