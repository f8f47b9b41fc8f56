/** The words for what the page shows of a model's text, and for whom it has asked, in English. */
export const trustTexts = {
  exact: 'Exact text',
  exactWhy: 'Shows every text sign by sign, as the model wrote it, without markup and drawn formulas.',
  reads: 'The question as it reads:',
  hosts: {
    none: 'Hosts contacted so far: none.',
    some: (hosts: readonly string[]) => `Hosts contacted so far: ${hosts.join(', ')}.`,
    why: 'Other machines that this tab has asked for anything since it was opened.',
  },
};
