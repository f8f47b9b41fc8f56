/** The words of the method, each explained in a sentence or two, in German. */
import type { glossaryTexts as english } from './en-glossary.ts';

export const glossaryTexts: typeof english = {
  model: {
    name: 'Sprachmodell',
    means: 'Ein Programm, das einen Text fortsetzt. Immer wieder gibt es jedem möglichen nächsten Stück eine Chance, und eines wird gezogen.',
  },
  token: {
    name: 'Token',
    means: 'Das Stück, in dem ein Modell liest und schreibt: ein Wort, ein Teil davon oder eine einzelne Ziffer.',
  },
  rollout: {
    name: 'Rollout',
    means: 'Ein Versuch: eine Antwort, die das Modell von Anfang bis Ende geschrieben hat, ohne die anderen Versuche zu sehen.',
  },
  group: {
    name: 'Gruppe',
    means: 'Alle Rollouts einer Frage. Ihre Zahl heißt G.',
  },
  temperature: {
    name: 'Temperatur',
    means: 'Wie gewagt Wörter gezogen werden. Bei 0 kommt immer das wahrscheinlichste Stück; je höher sie ist, desto unwahrscheinlichere kommen.',
  },
  majority: {
    name: 'Mehrheitsentscheid',
    means: 'Die Antwort, mit der die meisten Rollouts enden. Von gleich häufigen zählt die erste.',
  },
  oracle: {
    name: 'Orakel',
    means: 'Jemand, der die richtige Antwort kennt und einen richtigen Rollout nimmt, wo es einen gibt. Keine Auswahl unter Rollouts kann besser sein.',
  },
  anchor: {
    name: 'Anker',
    means: 'Das Modell, das die Rollouts liest und die Synthese schreibt: eine Kopie des Modells, wie es vor jedem Training war, und die so bleibt.',
  },
  synthesis: {
    name: 'Synthese',
    means: 'Eine neue Antwort, die der Anker schreibt, nachdem er alle Rollouts gelesen hat. Wo sie bestimmt, was die Rollouts wert sind, heißt sie Referenz.',
  },
  blind: {
    name: 'ohne die Frage',
    means: 'Der Anker sieht die Rollouts, aber nicht die Frage. Er muss also mit dem arbeiten, was sie sagen.',
  },
  reward: {
    name: 'Belohnung',
    means: 'Was ein Rollout verdient: 1, wenn er mit derselben Antwort endet wie die Synthese, sonst 0. Bei einer offenen Frage der Anteil der Kriterien, die er erfüllt.',
  },
  advantage: {
    name: 'Vorteil',
    means: 'Wie weit eine Belohnung über oder unter dem Mittel ihrer Gruppe liegt, gemessen in Standardabweichungen. Beim Training wird, was darüber liegt, wahrscheinlicher und was darunter liegt, seltener.',
  },
  open: {
    name: 'offene Frage',
    means: 'Eine Frage ohne ein einzelnes Endergebnis, etwa eine Bitte um Rat.',
  },
  rubric: {
    name: 'Kriterienkatalog',
    means: 'Eine Liste von Kriterien, nach denen Antworten benotet werden, wie eine Lehrerin Aufsätze benotet.',
  },
  criterion: {
    name: 'Kriterium',
    means: 'Eine Ja-nein-Frage an eine Antwort, etwa: Sagt sie, wann man einen Arzt rufen soll?',
  },
  judge: {
    name: 'Richter',
    means: 'Das Modell, das eine Antwort und ein Kriterium liest und sagt, ob es erfüllt ist.',
  },
};
