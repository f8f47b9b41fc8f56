/** In what two recipes differ, so that a difference of two runs can be put down to something. */
import type { Recipe, Role } from '../../group/recipe.ts';
import { tell } from '../text/experiments.ts';

type Name = keyof typeof tell.compare.names;

export interface RecipeChange {
  readonly name: Name;
  readonly first: string;
  readonly second: string;
}

/** In the order of the settings; empty where the two are alike. */
export function recipeChanges(first: Recipe, second: Recipe): RecipeChange[] {
  const one = facts(first);
  const other = facts(second);
  const names = Object.keys(one) as (keyof typeof one)[];
  const changes: RecipeChange[] = names
    .filter((name) => one[name] !== other[name])
    .map((name) => ({ name, first: one[name], second: other[name] }));
  // Prompts are long: that they differ is all that a line can say.
  if (JSON.stringify(first.prompts) !== JSON.stringify(second.prompts)) {
    changes.push({ name: 'prompts', first: tell.compare.own, second: tell.compare.other });
  }
  return changes;
}

const facts = ({ sampling, methods = [], ...recipe }: Recipe): Record<Exclude<Name, 'prompts'>, string> => ({
  policy: role(recipe.policy),
  anchor: role(recipe.anchor),
  judge: role(recipe.judge),
  group: String(recipe.group),
  temperature: String(sampling.temperature),
  topP: String(sampling.topP),
  topK: String(sampling.topK),
  maxTokens: String(sampling.maxTokens),
  seed: String(recipe.seed),
  questionVisible: word(recipe.questionVisible),
  equalCompute: word(recipe.equalCompute),
  methods: String(methods.length),
});

/** Two weights of one name are two models. */
const role = ({ model, engine, revision }: Role): string =>
  `${model} on ${engine} (${revision.slice(0, 7)})`;

const word = (on: boolean): string => (on ? tell.compare.yes : tell.compare.no);
