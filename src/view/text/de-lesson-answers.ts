/** The words of lesson 1, in German. `[shown](term)` marks a word of the glossary. */
import { count, plain } from '../format.ts';
import { differentAnswers, noAnswer, rollouts, votesFor } from './de-lesson-parts.ts';
import type { LessonWords } from './lesson-words.ts';

export const answersLesson: LessonWords<'answers'> = {
  title: 'Viele Antworten',
  shows: 'Ein Modell, eine Frage, und doch viele Antworten: woher sie kommen und was sie gemeinsam haben.',
  steps: {
    question: {
      heading: 'Eine Frage',
      say: ({ model, truth }) => [
        `Hier ist eine kleine Textaufgabe. Ein [Sprachmodell](model) namens ${model} wird sie lösen.`,
        ...(truth === '' ? [] : [`Die richtige Antwort ist bekannt: ${truth}. Dem Modell sagt sie niemand.`]),
        'Das Modell schreibt ein [Token](token) nach dem anderen. Jedes wird zufällig gezogen, wahrscheinliche öfter als unwahrscheinliche.',
      ],
    },
    tries: {
      heading: 'Viele Versuche',
      say: ({ group }) => [
        `Nun versucht es das Modell ${count(group)}-mal. Kein Versuch sieht die anderen.`,
        'Ein Versuch heißt [Rollout](rollout), und alle zusammen sind eine [Gruppe](group).',
      ],
      after: ({ group, answers, absent }) => [
        `${rollouts(group)} haben ${differentAnswers(answers.length)} gegeben.`,
        ...noAnswer(absent),
        'Sie können die Aufzeichnung anhalten, in ihr zurückgehen und jeden Rollout lesen.',
      ],
    },
    chance: {
      heading: 'Warum sie verschieden sind',
      say: ({ temperature }) => [
        'Das Modell war in jedem Rollout dasselbe, und die Frage auch. Verschieden ist der Zufall.',
        `Wie gewagt gezogen wird, bestimmt die [Temperatur](temperature). Hier war sie ${plain(temperature)}.`,
        'Eine falsche Ziffer genügt: Der Rollout geht von ihr aus weiter, und was folgt, ist ebenfalls falsch.',
      ],
    },
    letters: {
      heading: 'Was sie gemeinsam haben',
      say: ({ answers, group, absent }) => [
        'Rollouts mit gleichen Antworten tragen denselben Buchstaben und dieselbe Farbe.',
        ...votesFor(answers, group),
        ...noAnswer(absent),
        'Wie wird aus so vielen eine Antwort? Die nächste Lektion zählt sie. Die späteren lesen sie.',
      ],
    },
    try: {
      heading: 'Probieren Sie es',
      say: ({ group }) => [
        `Fragen Sie das Modell in dieser Seite. Es läuft auf Ihrem eigenen Rechner und schreibt ${count(group)} neue Rollouts, falls Sie die Einstellungen nicht geändert haben.`,
        'Wird dieselbe Frage dieselben Antworten bekommen wie in der Aufzeichnung?',
      ],
    },
    limits: {
      heading: 'Was nicht gilt',
      say: ({ group }) => [
        `${rollouts(group)} brauchen ${count(group)}-mal so viel Rechnen wie einer.`,
        'Rollouts eines Modells sind keine unabhängigen Fachleute. Was das Modell nie gelernt hat, macht es in allen falsch.',
        'Eine niedrige Temperatur gibt einem Modell nicht recht. Sie lässt es nur jedes Mal dasselbe sagen.',
      ],
    },
  },
};
