/** Two-step problem of the kind that nano was made for, with its answer. */
export const easy = {
  question:
    'Tom has 12 apples. He buys 9 more apples and then gives 5 apples to Mia. How many apples does Tom have now?',
  answer: '16',
};
