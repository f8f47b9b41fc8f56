/** The words of lesson 5, in German. `[shown](term)` marks a word of the glossary. */
import { count, decimals } from '../format.ts';
import type { LessonFacts } from '../lesson/facts.ts';
import { capital, rollouts, some } from './de-lesson-parts.ts';
import type { LessonWords } from './lesson-words.ts';

const criteria = (n: number): string => some(n, 'Kriterium', 'Kriterien');

function spread({ rubric, group }: LessonFacts): string[] {
  if (rubric === null) return [];
  const { most, least, best, unreadable, criteria: all } = rubric;
  const told =
    most === least
      ? `Alle ${rollouts(group)} erfüllen ${count(most)} von ${criteria(all)}.`
      : `${best === 1 ? 'Der beste Rollout erfüllt' : `Die ${count(best)} besten Rollouts erfüllen je`} ${count(most)} von ${criteria(all)}, der schwächste ${count(least)}.`;
  return [
    told,
    ...(unreadable === 0
      ? []
      : [
          unreadable === 1
            ? '1 Urteil des Richters war unlesbar und zählt als nicht erfüllt.'
            : `${count(unreadable)} Urteile des Richters waren unlesbar und zählen als nicht erfüllt.`,
        ]),
  ];
}

/** What a model adds of its own should not pass for gathered. */
function made({ marks }: LessonFacts): string[] {
  if (marks === null || marks.alone === 0) return [];
  return [`Von ihren ${some(marks.steps, 'Zeile', 'Zeilen')} ${marks.alone === 1 ? 'steht' : 'stehen'} ${count(marks.alone)} in keinem Rollout: Das fügt das Modell von sich aus hinzu.`];
}

function best({ rubric }: LessonFacts): string[] {
  if (rubric === null) return [];
  const { most, criteria: all } = rubric;
  return [`Hier ist die höchste ${decimals(most / all)}, für ${count(most)} von ${criteria(all)}.`];
}

const LIMITS = [
  'Ein Richter lässt sich von Dingen beeinflussen, auf die es nicht ankommen sollte: wie lang eine Antwort ist, wo sie steht, und sogar von Bitten in der Antwort. Man kann ihn mehrmals fragen, in anderer Reihenfolge.',
  'Die Kriterien kommen aus der Synthese. Was die Synthese vergaß, verlangt kein Kriterium.',
  'In der Studie, bei Gesundheitsfragen, halfen mehr als etwa vier Rollouts kaum noch.',
];

export const rubricLesson: LessonWords<'rubric'> = {
  title: 'Kriterien und ein Richter',
  shows: 'Manche Fragen haben kein Endergebnis, das sich vergleichen ließe. Dann tritt eine Liste von Kriterien an seine Stelle, und ein Richter misst jede Antwort daran.',
  steps: {
    open: {
      heading: 'Kein Endergebnis',
      say: () => [
        'Das ist eine [offene Frage](open). Zwei gute Antworten darauf haben vielleicht keinen einzigen Satz gemeinsam.',
        'Also gibt es nichts abzustimmen, und „dasselbe wie die Synthese“ lässt sich nicht prüfen.',
      ],
      without: [
        '„Wie halte ich Brot frisch?“ ist eine [offene Frage](open). Zwei gute Antworten darauf haben vielleicht keinen einzigen Satz gemeinsam.',
        'Also gibt es nichts abzustimmen, und „dasselbe wie die Synthese“ lässt sich nicht prüfen.',
      ],
    },
    answers: {
      heading: 'Rat in vielen Worten',
      say: (facts) => [
        `Das Modell schreibt [${rollouts(facts.group)}](rollout), und der [Anker](anchor) liest sie und schreibt eine [Synthese](synthesis).`,
        'Hier sammelt die Synthese: Was ein Rollout vergaß, steht vielleicht in einem anderen.',
        ...made(facts),
      ],
      without: [
        'Das Modell schriebe mehrere [Rollouts](rollout), und der [Anker](anchor) läse sie und schriebe eine [Synthese](synthesis).',
        'Sie sammelt: Was ein Rollout vergaß, steht vielleicht in einem anderen.',
      ],
    },
    criteria: {
      heading: 'Von der Synthese zu den Kriterien',
      say: ({ rubric }) => [
        'Allein aus der Synthese schreibt der Anker Ja-nein-Fragen, die [Kriterien](criterion). Zusammen sind sie der [Kriterienkatalog](rubric).',
        ...(rubric === null ? [] : [`Dieser hat ${criteria(rubric.criteria)}. Ist eines darunter, nach dem Sie nicht fragen würden?`]),
      ],
      without: [
        'Allein aus der Synthese schreibt der Anker Ja-nein-Fragen, die [Kriterien](criterion). Zusammen sind sie der [Kriterienkatalog](rubric).',
        'Wir erfinden eines, um es zu zeigen: „Sagt sie, dass Brot trocken liegen soll?“ Darauf kann man mit Ja oder Nein antworten, und zwei Menschen wären sich kaum uneins.',
      ],
    },
    judge: {
      heading: 'Der Richter',
      say: ({ rubric, group }) => [
        'Ein [Richter](judge) liest nun jeweils einen Rollout und ein Kriterium und sagt: erfüllt, oder nicht erfüllt.',
        ...(rubric === null
          ? []
          : [`Das macht ${count(rubric.criteria)} × ${count(group)} = ${count(rubric.criteria * group)} kurze Aufrufe des Modells.`]),
      ],
      after: (facts) => [
        ...spread(facts),
        'Wählen Sie eine Zelle der Tabelle, um zu lesen, was der Richter schrieb. Dieser nummeriert die Zeilen des Rollouts, nennt dann die, welche das Kriterium erfüllt, oder 0, und sagt zuletzt Ja oder Nein.',
        'Ein Richter kann sich irren: Erfüllt die Zeile, die er anführt, das Kriterium wirklich?',
      ],
      without: [
        'Ein [Richter](judge) liest jeweils einen Rollout und ein Kriterium und sagt: erfüllt, oder nicht erfüllt.',
        'Kleine Fragen lassen sich leichter gut beantworten als die große: Welche Antwort ist die beste?',
      ],
    },
    rewards: {
      heading: 'Noten statt richtig und falsch',
      say: (facts) => [
        'Die [Belohnung](reward) eines Rollouts ist der Anteil der Kriterien, den er erfüllt: eine Note zwischen 0 und 1.',
        ...best(facts),
        'Der [Vorteil](advantage) eines Rollouts sagt, wie weit sie über oder unter dem Mittel seiner Gruppe liegt.',
        ...(facts.rubric?.judgedItself === true
          ? [`Hier hat ${facts.model} seine eigenen Antworten beurteilt. Die Studie fragt ein unabhängiges Modell.`]
          : []),
      ],
      without: [
        'Die [Belohnung](reward) eines Rollouts ist der Anteil der Kriterien, den er erfüllt: eine Note zwischen 0 und 1.',
        'Von vier Kriterien drei zu erfüllen bringt 0,75.',
      ],
    },
    try: {
      heading: 'Probieren Sie es',
      say: () => [
        'Stellen Sie dem Modell diese Frage. Es schreibt, sammelt, stellt Kriterien auf und urteilt: Das dauert eine Weile.',
        'Sie können den Richter überstimmen: Wählen Sie eine Zelle der Tabelle, und sagen Sie Ja oder Nein. Die Belohnungen folgen Ihnen.',
      ],
      without: [
        'Ein allgemeines Instruct-Modell kann das. Laden Sie unter „Einstellungen“ eines, und stellen Sie dann die Frage: Die Seite stellt die Kriterien auf und urteilt danach.',
      ],
    },
    limits: {
      heading: 'Was nicht gilt',
      say: ({ model }) => [
        `${capital(model)} weiß Rat zu einigen hundert alltäglichen Themen und sonst nichts; zu allem anderen wären seine Kriterien Rauschen.`,
        ...LIMITS,
      ],
      without: LIMITS,
    },
  },
};
