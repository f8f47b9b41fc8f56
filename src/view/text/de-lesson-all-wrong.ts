/** The words of lesson 4, in German. `[shown](term)` marks a word of the glossary. */
import { count } from '../format.ts';
import type { LessonFacts } from '../lesson/facts.ts';
import { differentAnswers, place, rollouts, says } from './de-lesson-parts.ts';
import type { LessonWords } from './lesson-words.ts';

function rightOnes({ right, group, truth }: LessonFacts): string {
  if (right === 0) return `Die bekannte Antwort ist ${truth}, und kein einziger der ${rollouts(group)} sagt sie.`;
  return `Die bekannte Antwort ist ${truth}, und ${count(right)} von ${rollouts(group)} ${says(right)} sie.`;
}

function reworked({ marks }: LessonFacts): string[] {
  if (marks === null) return [];
  const { disputed, steps, alone } = marks;
  const told: string[] = [];
  if (disputed !== null) {
    const { step, same, otherwise } = disputed;
    told.push(
      same === 0
        ? `Sehen Sie Schritt ${place(step)} an: ${rollouts(otherwise)} ${says(otherwise)} etwas anderes, zum Beispiel „${disputed.says}“, und keiner sagt, was die Synthese sagt.`
        : `Bei Schritt ${place(step)} gehen die Rollouts auseinander: ${count(same)} ${says(same)}, was die Synthese sagt, ${count(otherwise)} ${says(otherwise)} anderes, zum Beispiel „${disputed.says}“.`,
    );
  }
  if (alone > 0) {
    told.push(
      `${count(alone)} von ${count(steps)} Schritten der Synthese ${alone === 1 ? 'steht' : 'stehen'} in überhaupt keinem Rollout.`,
    );
  }
  return told;
}

export const allWrongLesson: LessonWords<'all-wrong'> = {
  title: 'Richtig, wo alle irren',
  shows: 'Jeder Rollout ist falsch, also hilft keine Auswahl unter ihnen. Die Synthese findet die Antwort trotzdem.',
  steps: {
    tries: {
      heading: 'Eine schwere Aufgabe',
      say: ({ group, answers, truth }) => [
        `Die Zahlen in dieser Aufgabe sind groß, und [${rollouts(group)}](rollout) haben ${differentAnswers(answers.length)} gegeben.`,
        ...(truth === '' ? [] : ['Wir kennen die richtige Antwort, sehen sie aber noch nicht an.']),
      ],
    },
    right: {
      heading: 'Wie viele sind richtig?',
      say: () => ['Sehen Sie, wie sehr die Antworten streuen. Wie viele Rollouts sind wohl richtig?'],
      after: (facts) => [
        rightOnes(facts),
        ...(facts.right === 0 ? ['Jeder hat sich irgendwo vertan.'] : []),
      ],
    },
    oracle: {
      heading: 'Nichts zu wählen',
      say: ({ majority, right }) => [
        `Die [Mehrheit](majority) sagt ${majority}.`,
        right === 0
          ? 'Hier hilft aber keine Auswahl: Nicht einmal ein [Orakel](oracle), das die richtige Antwort kennt, findet einen Rollout, der sie hat.'
          : 'Ein [Orakel](oracle), das die richtige Antwort kennt, fände noch einen Rollout, der sie hat.',
        'Wer nur unter Antworten wählt, kann nie besser sein als die beste von ihnen.',
      ],
    },
    synthesis: {
      heading: 'Schreiben statt wählen',
      say: () => [
        'Der [Anker](anchor) wählt nichts. Er liest die Rollouts und schreibt eine Antwort neu.',
        'Wird das eine der Antworten sein, die schon dastehen?',
      ],
      after: ({ synthesis, synthesisRight, rewarded }) => [
        `Die [Synthese](synthesis) sagt ${synthesis === '' ? 'nichts, was sich lesen ließe' : synthesis}.`,
        synthesisRight ? 'Das ist die bekannte Antwort.' : 'Das ist nicht die bekannte Antwort.',
        ...(rewarded === 0 ? ['Kein Rollout hatte sie.'] : []),
      ],
    },
    how: {
      heading: 'Wie kann das sein?',
      say: (facts) => [
        'Die Synthese beginnt nicht bei null: Was in den Rollouts richtig ist, kann sie verwenden, obwohl kein Rollout bis zum Ende richtig ist.',
        ...reworked(facts),
        'Wo Rollouts verschieden sind, rechnet die Synthese neu, sorgfältiger als ein Rollout. Wo sie übereinstimmen, übernimmt sie, was sie sagen.',
      ],
    },
    try: {
      heading: 'Probieren Sie es',
      say: () => [
        'Stellen Sie dieselbe Frage noch einmal, und es kommen andere Rollouts: Vielleicht ist diesmal einer richtig.',
        'Oder nehmen Sie eine andere Frage dieser Stufe, bis Sie eine Gruppe finden, in der alle irren. Hat die Synthese dann recht?',
      ],
    },
    limits: {
      heading: 'Was nicht gilt',
      say: ({ model, rewarded }) => [
        'Das ist selten. In der Studie hat die Synthese bei etwa einer von hundert Fragen recht, bei denen alle Rollouts irren.',
        `Mit ${model} geschieht es öfter, weil es gelernt hat, gerade die Rechnungen auszuführen, in denen seine Rollouts sich unterscheiden. Wo alle denselben Fehler machen, macht es ihn auch.`,
        ...(rewarded === 0
          ? ['Zum Trainieren taugt eine solche Gruppe nicht: Kein Rollout bekommt eine [Belohnung](reward), also ist jeder [Vorteil](advantage) 0.']
          : []),
        'Irrt der Anker, werden alle Rollouts an einer falschen Antwort gemessen, und niemand merkt es.',
      ],
    },
  },
};
