/** In what two recipes differ, so that a difference of two runs can be put down to something. */
import { canonicalJson } from '../../base/hash.ts';
import type { Plan } from '../../group/plan.ts';
import type { Recipe, Role } from '../../group/recipe.ts';
import { recipeDifferences } from '../../run/compare-runs.ts';
import { say } from '../text/current.ts';
import { tell } from '../text/experiments.ts';

type Name = keyof typeof tell.compare.names;

export interface RecipeChange {
  readonly name: Name;
  readonly first: string;
  readonly second: string;
}

type Recipes = Plan['recipes'];

/** Of each kind of question that both ask, in the order of the settings, each once; empty where they are alike. */
export function recipeChanges(first: Recipes, second: Recipes): RecipeChange[] {
  const changes = (['verifiable', 'open'] as const).flatMap((kind) => {
    const [one, other] = [first[kind], second[kind]];
    return one === undefined || other === undefined ? [] : changesOf(one, other);
  });
  return [...new Map(changes.map((change) => [canonicalJson(change), change])).values()];
}

function changesOf(first: Recipe, second: Recipe): RecipeChange[] {
  const one = facts(first);
  const other = facts(second);
  const names = Object.keys(one) as (keyof typeof one)[];
  const changes: RecipeChange[] = names
    .filter((name) => one[name] !== other[name])
    .map((name) => ({ name, first: one[name], second: other[name] }));
  // Prompts are long: that they differ is all that a line can say.
  if (havePromptsThatDiffer(first, second)) {
    changes.push({ name: 'prompts', first: tell.compare.own, second: tell.compare.other });
  }
  const rest = recipeDifferences(first, second).filter(({ path }) => !NAMED.test(path));
  if (rest.length > 0) {
    const side = (of: 'first' | 'second'): string =>
      rest.map(({ path, [of]: value }) => `${path} ${value === undefined ? '–' : canonicalJson(value)}`).join(', ');
    changes.push({ name: 'rest', first: side('first'), second: side('second') });
  }
  return changes;
}

/** Those of methods and judges that only one of the two asks are a matter of its methods. */
function havePromptsThatDiffer(first: Recipe, second: Recipe): boolean {
  const differ = (one: object, other: object): boolean => canonicalJson(one) !== canonicalJson(other);
  const [own = {}, others = {}] = [first.assessPrompts, second.assessPrompts];
  const shared = (Object.keys(own) as (keyof typeof own)[]).filter((name) => name in others);
  return (
    differ(first.prompts, second.prompts) || shared.some((name) => own[name] !== others[name])
  );
}

/** What has a line of its own, and what is added to a run later: the synthesis of smaller groups. */
const NAMED =
  /^(?:policy|anchor|judge|group|sampling|seed|questionVisible|equalCompute|methods|prompts|assessPrompts|smallerGroups|smallerSubsets)\b/;

const facts = ({ sampling, methods = [], ...recipe }: Recipe): Record<Exclude<Name, 'prompts' | 'rest'>, string> => ({
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
  methods: methods.map((name) => say.methods.names[name]).join(', ') || tell.compare.noMethods,
});

/** Two weights of one name are two models. */
const role = ({ model, engine, revision }: Role): string =>
  `${model} on ${engine} (${revision.slice(0, 7)})`;

const word = (on: boolean): string => (on ? tell.compare.yes : tell.compare.no);
