/** The words of the charts, in German. Shares come as 0 to 1. */
import type { Bin } from '../../group/picture/distribution.ts';
import type { MethodMark, MethodsPicture } from '../../group/picture/methods.ts';
import type { Interval } from '../../stats/interval.ts';
import { count, decimals, plain } from '../format.ts';
import { inPercent, inPoints, percent } from '../percent.ts';
import { cautionText } from './de-cautions.ts';
import { methodTexts } from './de-methods.ts';
import { list, questions, some } from './de-words.ts';
import type { chartTexts as english } from './en-charts.ts';

const bounds = ({ low, high }: Interval): string => `95 % von ${inPercent(low)} bis ${inPercent(high)}`;
const rollouts = (n: number): string => some(n, 'Antwort', 'Antworten');

const names: Readonly<Record<string, string>> = methodTexts.names;
const nameOf = (series: string): string => names[series] ?? series;

/** After how many questions. */
const OVER: Readonly<Record<MethodsPicture['scored'], string>> = {
  truth: 'mit bekannter Antwort',
  given: 'mit einem Kriterienkatalog des Datensatzes, nach den mittleren Punkten des Gewählten',
  rubric: 'ohne bekannte Antwort, nach der mittleren Belohnung des Gewählten',
  nothing: 'ohne bekannte Antwort',
};

/** How whiskers were found, which may be in several ways. */
function intervals(manners: readonly MethodMark['manner'][]): string {
  const has = (manner: MethodMark['manner']): boolean => manners.includes(manner);
  const resampled = !has('large-sample')
    ? 'nach dem Bootstrap über die Fragen'
    : has('bootstrap')
      ? 'nach dem Bootstrap über die Fragen, bei mehr als 200 durch dessen Entwicklung, außer wo wenige entscheiden'
      : 'nach dem Bootstrap über die Fragen, bei mehr als 200 durch dessen Entwicklung, ohne Ziehung';
  const ways = [
    ...(has('wilson') ? ['nach Wilson, wo jede Frage richtig oder falsch ist'] : []),
    ...(has('bootstrap') || has('large-sample') ? [resampled] : []),
  ];
  return ways.length === 0 ? '' : ` Die Striche sind Intervalle von 95 %: ${ways.join('; sonst ')}.`;
}

/** Methods that were asked for and have no line in the curve. */
const unscaled = (absent: readonly string[]): string =>
  absent.length === 0
    ? ''
    : ` Ohne Linie: ${list(absent.map(nameOf))}; bei jedem kleineren G müsste das Modell neu gefragt werden.`;

const caution: typeof english.caution = (one, methods) => {
  const text = cautionText(one);
  // It says itself of how many questions, whichever the method.
  if (methods.length === 0 || one.kind === 'few-questions') return text;
  return `${list(methods.map(nameOf))}: ${text}`;
};

const measures = {
  reward: { one: 'Belohnung', title: 'Belohnungen der Antworten' },
  advantage: { one: 'Vorteil', title: 'Vorteile der Antworten' },
} as const;

const binName = ({ from, to, closed }: Bin): string => {
  if (from === to) return count(from);
  if (from === -Infinity) return `unter ${decimals(to)}`;
  if (to === Infinity) return `${decimals(from)} und mehr`;
  return closed ? `${decimals(from)} bis ${decimals(to)}` : `${decimals(from)} bis unter ${decimals(to)}`;
};

export const chartTexts: typeof english = {
  name: nameOf,
  caution,
  table: 'Als Tabelle',
  tableOf: (title) => `${title}, als Tabelle`,
  save: 'Speichern',
  saveAs: (format, title) => `Als ${format} speichern: ${title}`,
  notDrawn: 'Dieser Browser konnte das Bild nicht zeichnen. Speichern Sie es als SVG.',
  noTruth: 'Nichts zu zeichnen: Bei keiner dieser Fragen ist die Antwort bekannt.',
  nothing: 'Keine Frage besteht die Filter.',
  filtered: 'Wählen Sie einen Teil, um in den anderen Bildern und in der Liste nur dessen Fragen zu sehen.',
  selected: 'Die Fragen wurden danach gewählt, wie sie ausgingen: Ihre Anteile sagen nichts über andere.',
  head: {
    method: 'Verfahren',
    group: 'G',
    questions: 'Fragen',
    scored: { truth: 'Richtig', given: 'Mittlere Punkte des Datensatzes', rubric: 'Mittlere Belohnung', nothing: 'Richtig' },
    from: '95 % von',
    to: '95 % bis',
    ahead: 'Synthese minus dies',
    written: 'Token geschrieben',
    read: 'Token gelesen',
    seconds: 'Sekunden',
    rollouts: 'Antworten',
    flat: 'Davon in Gruppen mit gleichen Belohnungen',
    lower: 'Von',
    upper: 'Bis',
    share: 'Anteil',
    vote: 'Synthese und Mehrheit',
    what: 'Synthese',
  },

  scaling: {
    title: 'Trefferquote gegen G',
    caption: ({ questions: n, absent, manners }) =>
      `${questions(n)} mit bekannter Antwort. Bei jedem kleineren G das Mittel über alle Auswahlen von G aus denselben Antworten; bei der Synthese, die dafür neu geschrieben wird, nur über die ausgelosten. Darum hängen die Punkte zusammen.${unscaled(absent)}${intervals(manners)}`,
    x: 'gezogene Antworten, G',
    y: 'richtig, %',
    point: (series, group, found, few) =>
      `${nameOf(series)}, G ${count(group)}: ${percent(found.estimate)} richtig, ${bounds(found)}${
        few === null ? '' : `, aus ${questions(few)}`
      }`,
    paper: 'Werte der Studie zeigen',
    paperName: (series) => `Studie: ${nameOf(series)}`,
    paperPoint: (series, group, share) =>
      `Aus der Studie, anderes Modell, anderer Satz: ${nameOf(series)}, G ${count(group)}: ${percent(share)} richtig`,
    paperCaption: (model, set) =>
      ` Gepunktet: die Werte der Studie, anderes Modell, anderer Satz (arXiv 2509.14234, ${model} auf ${set}; welche Fassung sie hat, ist nicht bestätigt); bekannt sind nur diese Punkte, ohne Intervalle.`,
  },

  methods: {
    title: 'Verfahren im Vergleich',
    scoredBy: 'Bewertet nach:',
    ways: { truth: 'bekannten Antworten', given: 'der Rubrik des Datensatzes', rubric: 'Belohnungen nach Kriterien', nothing: 'nichts' },
    caption: ({ scored, questions: n, marks }) =>
      `${questions(n)} ${OVER[scored]}. Die gestrichelte Linie ist die Synthese.${intervals(marks.map(({ manner }) => manner))}`,
    x: { truth: 'richtig, %', given: 'mittlere Punkte des Datensatzes, %', rubric: 'mittlere Belohnung, %', nothing: 'richtig, %' },
    point: ({ name, score, questions: n, difference }) =>
      `${nameOf(name)}: ${percent(score.estimate)}, ${bounds(score)}, aus ${questions(n)}${
        difference === null
          ? ''
          : `; Synthese minus dies: ${inPoints(difference.estimate)} Punkte, 95 % von ${inPoints(difference.low)} bis ${inPoints(difference.high)}`
      }`,
  },

  cost: {
    title: 'Token gegen Trefferquote',
    caption: ({ scored, questions: n, marks }, voted) =>
      `${questions(n)} ${OVER[scored]}; gezählt sind die im Mittel für eine Frage geschriebenen Token. ${
        voted
          ? 'Die Linie der Mehrheit geht durch jedes G; die senkrechte Linie ist, was die Synthese braucht: Bei gleichem Aufwand vergleicht man an ihr entlang.'
          : 'Die senkrechte Linie ist, was die Synthese braucht.'
      }${intervals(marks.map(({ manner }) => manner))}`,
    x: 'für eine Frage geschriebene Token',
    vote: 'Mehrheitsentscheid bei jedem G',
    point: (name, tokens, score) =>
      `${nameOf(name)}: ${percent(score.estimate)}, ${bounds(score)}, für ${count(tokens)} Token`,
    votePoint: (group, tokens, score) =>
      `Mehrheitsentscheid bei G ${count(group)}: ${percent(score.estimate)}, ${bounds(score)}, für etwa ${count(tokens)} Token`,
  },

  distribution: {
    title: (measure) => measures[measure].title,
    caption: ({ measure, questions: n, rollouts: all, unknown, flat }) =>
      [
        `${rollouts(all)} auf ${questions(n)}.`,
        ...(measure === 'advantage'
          ? ['Ein Vorteil ist die Belohnung abzüglich des Mittels ihrer Gruppe, in Standardabweichungen der Gruppe.']
          : []),
        `Schraffiert: ${questions(flat)}, deren Antworten alle dieselbe Belohnung haben und die nichts lehren.`,
        ...(unknown === 0 ? [] : [`${rollouts(unknown)} ohne Belohnung ausgelassen.`]),
      ].join(' '),
    x: (measure) => (measure === 'reward' ? 'Belohnung' : 'Vorteil, Standardabweichungen'),
    y: 'Antworten',
    bin: binName,
    tick: ({ from, to }) => {
      if (from === to) return count(from);
      if (from === -Infinity) return '≤ −3';
      return to === Infinity ? '≥ 3' : plain((from + to) / 2).replace('-', '−');
    },
    point: (measure, bin, n, of, flat) =>
      `${measures[measure].one} ${binName(bin)}: ${rollouts(n)}${
        of === 0 ? '' : `, ${percent(n / of)}`
      }${flat === 0 ? '' : `, davon ${count(flat)} aus Gruppen mit gleichen Belohnungen`}`,
  },

  quadrants: {
    title: 'Synthese und Mehrheit',
    caption: ({ questions: n }) =>
      `${questions(n)} mit bekannter Antwort. Wo beide einig sind, haben sie gemeinsam recht oder unrecht: Nur wo sie abweichen, kann eine vorn sein.`,
    agree: 'einig',
    differ: 'uneinig',
    right: 'Synthese richtig',
    wrong: 'Synthese falsch',
    name: {
      'agree-right': 'Einig mit der Mehrheit, richtig',
      'agree-wrong': 'Einig mit der Mehrheit, falsch',
      'disagree-right': 'Anders als die Mehrheit, richtig',
      'disagree-wrong': 'Anders als die Mehrheit, falsch',
    },
    point: (quadrant, n, of) =>
      `Synthese ${quadrant.endsWith('right') ? 'richtig' : 'falsch'} ${count(n)}${of === 0 ? '' : ` ${percent(n / of)}`}, wo sie ${quadrant.startsWith('agree') ? 'mit der Mehrheit einig ist' : 'von der Mehrheit abweicht'}`,
    share: (n, of) => (of === 0 ? '' : percent(n / of)),
    allWrong: (n, rescued) =>
      `Nur wo keine Antwort richtig ist: ${questions(n)}, die Synthese richtig bei ${count(rescued)}`,
    rescued: 'Keine Antwort richtig, die Synthese schon',
    none: 'Keine Antwort richtig',
  },
};
