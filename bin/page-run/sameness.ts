/** How far a run of the page and one of the command line are the same, text by text. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

interface Texts {
  readonly rollouts: readonly string[];
  readonly synthesis: string | null;
}

type Groups = ReadonlyMap<string, Texts>;

interface Text {
  readonly text: string;
}

interface PageRow {
  readonly group?: { readonly question: Text };
  readonly rollout?: Text;
  readonly synthesis?: Text;
}

interface CommandRow {
  readonly question: string;
  readonly rollouts: readonly Text[];
  readonly synthesis: Text | null;
}

const rowsOf = <Row>(file: string): Row[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Row);

/** By question, of the file that the page has saved. */
export function readGroups(folder: string): Groups {
  const groups = new Map<string, { rollouts: string[]; synthesis: string | null }>();
  let last: { rollouts: string[]; synthesis: string | null } | null = null;
  for (const { group, rollout, synthesis } of rowsOf<PageRow>(path.join(folder, 'run.jsonl'))) {
    if (group !== undefined) {
      last = { rollouts: [], synthesis: null };
      groups.set(group.question.text, last);
    }
    if (rollout !== undefined) last?.rollouts.push(rollout.text);
    if (synthesis !== undefined && last !== null) last.synthesis = synthesis.text;
  }
  return groups;
}

/** The command line samples one rollout more, for voting at equal compute; it is left out. */
export function sameness(groups: Groups, folder: string): string {
  const rows = rowsOf<CommandRow>(path.join(folder, 'groups.jsonl'));
  const both = rows.filter(({ question }) => groups.has(question));
  const [equal, all, syntheses] = both.reduce(
    ([same, every, whole], { question, rollouts, synthesis }) => {
      const there = groups.get(question);
      const asked = Math.min(rollouts.length, there?.rollouts.length ?? 0);
      const alike = rollouts.slice(0, asked).filter(({ text }, at) => there?.rollouts[at] === text).length;
      const isSame = there?.synthesis === (synthesis?.text ?? null);
      return [same + alike, every + asked, whole + Number(isSame)];
    },
    [0, 0, 0],
  );
  return (
    `of ${groups.size} questions on the page and ${rows.length} of the command line ${both.length} are the ` +
    `same; of their ${all} rollouts ${equal}, of their ${both.length} syntheses ${syntheses}.`
  );
}
