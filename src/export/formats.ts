/** The formats of rows for others to train on or to measure with, by the names of the command line. */
import type { Form } from './material.ts';

export const ROW_FORMATS = ['lm-eval', 'trl-grpo', 'trl-dpo', 'trl-kto', 'trl-sft', 'verl'] as const;

export type RowFormat = (typeof ROW_FORMATS)[number];

/** Of the others the form is fixed: verl knows conversations, the harness strings. */
const FORMS: Readonly<Record<RowFormat, readonly Form[]>> = {
  'lm-eval': ['text'],
  'trl-grpo': ['text', 'conversation'],
  'trl-dpo': ['text', 'conversation'],
  'trl-kto': ['text', 'conversation'],
  'trl-sft': ['text', 'conversation'],
  verl: ['conversation'],
};

export const hasForm = (format: RowFormat, form: Form): boolean => FORMS[format].includes(form);

/** Every row that CaT Lab writes is a line of JSON. */
export const EXPORT_TYPE = 'application/jsonl';
