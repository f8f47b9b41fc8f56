/** The words of lesson 2, in German. `[shown](term)` marks a word of the glossary. */
import { count } from '../format.ts';
import type { LessonFacts } from '../lesson/facts.ts';
import { differentAnswers, noAnswer, rollouts, votesFor, withAnswers } from './de-lesson-parts.ts';
import type { LessonWords } from './lesson-words.ts';

function outvoted({ right, votes, majority, truth, voteRight }: LessonFacts): string[] {
  if (voteRight) return [`${majority} ist die bekannte Antwort: Hier hat die Mehrheit recht.`];
  const said = `Die bekannte Antwort ist ${truth}. Die Mehrheit irrt.`;
  if (right === 0) return [said, 'Kein Rollout hat die richtige Antwort, also hätte keine Mehrheit sie finden können.'];
  const had = right === 1 ? 'Ein Rollout ist richtig' : `${count(right)} Rollouts sind richtig`;
  return [said, `${had}, und ${votes === right ? 'ebenso viele' : count(votes)} sagen übereinstimmend ${majority}.`];
}

function scattered({ answers, right, votes, group, voteRight }: LessonFacts): string[] {
  const wrong = group - right;
  if (voteRight) return ['Die meisten Rollouts fanden denselben Weg, also genügte es hier, sie zu zählen.'];
  if (votes > 1 && votes >= right) {
    return [
      `Hier endeten ${count(votes)} von ${rollouts(group)} mit derselben falschen Antwort. Ein Fehler, der leicht passiert, passiert mehr als einmal.`,
    ];
  }
  return [
    `Hier haben sich ${count(wrong)} von ${rollouts(group)} vertan, fast jeder auf seine Weise: Es gibt ${differentAnswers(answers.length)}. So entscheidet eine Handvoll Stimmen, und welche, entscheidet der Zufall.`,
  ];
}

export const voteLesson: LessonWords<'vote-fails'> = {
  title: 'Abstimmen, und wann es scheitert',
  shows: 'Antworten zu zählen ist einfach und oft gut. Hier geht es schief, und man sieht, warum.',
  steps: {
    tries: {
      heading: 'Eine andere Aufgabe',
      say: ({ group, answers, absent }) => [
        `Das sind [${rollouts(group)}](rollout) zu einer anderen Aufgabe. Sie enden mit ${withAnswers(answers.length)}.`,
        ...noAnswer(absent),
        'Nur eine Antwort kann richtig sein. Welcher soll man glauben?',
      ],
    },
    count: {
      heading: 'Zählen Sie die Stimmen',
      say: () => [
        'Am einfachsten ist ein [Mehrheitsentscheid](majority): Man nimmt die Antwort, mit der die meisten Rollouts enden.',
        'Zählen Sie nach, und sagen Sie voraus, was die Mehrheit sagen wird.',
      ],
      after: ({ answers, group, majority, tied }) => [
        ...votesFor(answers, group),
        `Die Mehrheit sagt also ${majority}.`,
        ...(tied ? ['Eine andere Antwort hat ebenso viele Stimmen. Dann zählt die, welche zuerst gesehen wurde.'] : []),
      ],
    },
    truth: {
      heading: 'Hat die Mehrheit recht?',
      say: (facts) => outvoted(facts),
    },
    why: {
      heading: 'Warum Zählen scheitert',
      say: (facts) => [
        'Eine Abstimmung sieht auf die letzte Zeile jedes Rollouts. Wie er dorthin kam, zählt nicht.',
        ...scattered(facts),
        'Sehen Sie sich die Zeilen vor der letzten an: Dort sieht man, wer sich vertan hat und wo.',
      ],
    },
    read: {
      heading: 'Lesen statt zählen',
      say: ({ synthesis, synthesisRight, majority }) => [
        'Nun liest das Modell alle seine Rollouts, Zeile für Zeile, und schreibt eine eigene Antwort: die [Synthese](synthesis).',
        synthesisRight
          ? `Sie sagt ${synthesis}, nicht ${majority}. Das ist die bekannte Antwort.`
          : `Sie sagt ${synthesis === '' ? 'nichts, was sich als Antwort lesen ließe' : synthesis}. Auch das ist hier nicht richtig.`,
        'Die nächste Lektion sieht sich an, wie es entscheidet.',
      ],
    },
    try: {
      heading: 'Probieren Sie es',
      say: () => [
        'Stellen Sie dem Modell dieselbe Frage, oder eine andere derselben Stufe. Scheitert die Mehrheit wieder?',
        'Rollouts werden zufällig gezogen, also fallen die Stimmen anders.',
      ],
    },
    limits: {
      heading: 'Was nicht gilt',
      say: ({ model }) => [
        'Eine Abstimmung ist nichts Schlechtes. Wo die meisten Rollouts richtig sind, ist sie richtig, und sie kostet nichts zusätzlich.',
        `Bei Aufgaben mit kleineren Zahlen und mehr Schritten, denen für Experten, lag die Mehrheit von ${model} in unseren Messungen sogar vor seiner Synthese.`,
        'Eine Synthese kostet einen weiteren Aufruf des Modells. Wer fair sein will, vergleicht sie mit einer Abstimmung über einen Rollout mehr: Die Seite kann das.',
        'Diese Aufzeichnung wurde gewählt, weil die Mehrheit in ihr scheitert. Eine Gruppe beweist nichts; die Experimente dieser Seite zählen viele.',
      ],
    },
  },
};
