/** The words of lesson 3, in German. `[shown](term)` marks a word of the glossary. */
import { count, decimals } from '../format.ts';
import type { LessonFacts } from '../lesson/facts.ts';
import { capital, differentAnswers, place, rollouts, says } from './de-lesson-parts.ts';
import type { LessonWords } from './lesson-words.ts';

/** `1 Rollout sagt dasselbe`, `kein Rollout sagt dasselbe`, `3 Rollouts sagen dasselbe`. */
const same = (n: number): string =>
  `${n === 0 ? 'kein Rollout' : rollouts(n)} ${n === 0 ? 'sagt' : says(n)} dasselbe`;

function contradiction({ marks }: LessonFacts): string[] {
  const found = marks?.disputed ?? null;
  if (found === null) return ['In dieser Aufzeichnung widerspricht kein Rollout einem Schritt der Synthese.'];
  const { step, otherwise } = found;
  return [
    `Sehen Sie Schritt ${place(step)} an: ${capital(same(found.same))} wie die Synthese, und ${count(otherwise)} ${says(otherwise)} anderes, zum Beispiel „${found.says}“.`,
    'Beides kann nicht stimmen. Wer nur letzte Zeilen zählt, sieht diese Stelle nie.',
  ];
}

function omission({ marks, group }: LessonFacts): string[] {
  const found = marks?.omitted ?? null;
  if (found === null) {
    return ['Hier steht jeder Schritt der Synthese in einem Rollout, oder einer widerspricht ihm: Nichts wurde ausgelassen.'];
  }
  const { step, silent } = found;
  return [
    `Sehen Sie Schritt ${place(step)} an: ${capital(same(found.same))}, aber ${count(silent)} von ${rollouts(group)} ${says(silent)} dazu nichts, was sich vergleichen ließe.`,
    'Die Synthese behält einen Schritt, obwohl nicht jeder Rollout ihn hat. So kann sie zusammensetzen, was kein einzelner vollständig hat.',
  ];
}

function taught({ rewarded, group, advantages, synthesisRight }: LessonFacts): string[] {
  const told = [`${count(rewarded)} von ${rollouts(group)} ${rewarded === 1 ? 'bekommt' : 'bekommen'} die Belohnung 1.`];
  const { one, zero } = advantages;
  if (one === null || zero === null || rewarded === 0 || rewarded === group) {
    told.push('Alle Belohnungen sind gleich, also ist jeder [Vorteil](advantage) 0: Aus dieser Gruppe wäre nichts zu lernen.');
  } else {
    told.push(
      `${rewarded === 1 ? 'Sein' : 'Ihr'} [Vorteil](advantage) ist ${decimals(one)}, der der anderen ${decimals(zero)}: Training würde Rollouts wie ${rewarded === 1 ? 'diesen' : 'diese'} wahrscheinlicher machen und die anderen seltener.`,
    );
  }
  told.push(
    synthesisRight
      ? 'Dafür war keine bekannte Antwort nötig: Die Synthese war die Lehrerin.'
      : 'Hier ist die Synthese falsch, und so hätte sie etwas Falsches gelehrt.',
  );
  return told;
}

export const reconcileLesson: LessonWords<'reconcile'> = {
  title: 'Zusammenführen, was verschieden ist',
  shows: 'Wie ein Modell Widersprüche zwischen seinen eigenen Antworten klärt, ergänzt, was manche ausließen, und zu ihrer Lehrerin wird.',
  steps: {
    tries: {
      heading: 'Antworten, die nicht übereinstimmen',
      say: ({ group, answers }) => [
        `[${rollouts(group)}](rollout), ${differentAnswers(answers.length)}. In den meisten Zeilen stimmen sie überein, in manchen nicht.`,
        'Lesen Sie zwei davon nebeneinander: Wo gehen sie auseinander?',
      ],
    },
    read: {
      heading: 'Das Modell liest seine eigenen Antworten',
      say: ({ group }) => [
        `Eine Kopie des Modells, die bleibt, wie sie ist, der [Anker](anchor), liest nun alle ${rollouts(group)}, und zwar [ohne die Frage](blind): Niemand zeigt sie ihm.`,
        'Er schreibt eine Antwort mit allen Schritten, die [Synthese](synthesis).',
      ],
      after: ({ synthesis, rewarded, group }) => [
        synthesis === '' ? 'Sie gibt keine Antwort, die sich lesen ließe.' : `Die Synthese sagt ${synthesis}.`,
        rewarded === 0
          ? `Keiner der ${rollouts(group)} sagt das: Es ist eine Antwort eigener Art.`
          : `${count(rewarded)} von ${rollouts(group)} ${says(rewarded)} das auch.`,
      ],
    },
    contradictions: {
      heading: 'Widersprüche',
      say: (facts) => [
        'Neben jedem Schritt der Synthese stehen zwei Zahlen: wie viele Rollouts dasselbe sagen und wie viele anderes.',
        ...contradiction(facts),
      ],
    },
    omissions: {
      heading: 'Was manche ausließen',
      say: (facts) => omission(facts),
    },
    rewards: {
      heading: 'Die Synthese als Lehrerin',
      say: () => [
        'Nun wird die Synthese zur Referenz. Ein Rollout, der mit derselben Antwort endet, bekommt die [Belohnung](reward) 1, jeder andere 0.',
        'Das ist der Gedanke von Compute as Teacher: Mehr Rechnen tritt an die Stelle einer bekannten Antwort.',
      ],
      after: (facts) => taught(facts),
    },
    try: {
      heading: 'Probieren Sie es',
      say: () => [
        'Fragen Sie das Modell, und wählen Sie dann einen Schritt seiner Synthese. Die Rollouts zeigen, welche ihrer Zeilen dasselbe sagen und welche anderes.',
      ],
    },
    limits: {
      heading: 'Was nicht gilt',
      say: ({ model }) => [
        'Auch eine Synthese kann schiefgehen: Sie verliert ab und zu ihre Stelle oder schreibt eine Zahl falsch ab.',
        'Alle Rollouts müssen in das passen, was das Modell auf einmal lesen kann. Wo nicht, werden sie gekürzt oder ausgelassen, und die Seite sagt, welche.',
        `${capital(model)} hat das Zusammenführen an Aufgaben gelernt, deren Antworten bekannt waren. Der Anker der Studie nicht. Das zeigt also die Methode bei der Arbeit, nicht, dass sie von selbst entsteht.`,
        'Belohnt wird nur die letzte Antwort: Ein Rollout, der durch zwei Fehler zu ihr kommt, die sich aufheben, bekommt die Belohnung 1 ebenso.',
        'Ob es hilft, die Frage nicht zu sehen, ist offen: Die Autoren selbst maßen kaum einen Unterschied.',
      ],
    },
  },
};
