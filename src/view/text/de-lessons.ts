/** The words around the lessons, in German. Each lesson has a file of its own beside this one. */
import { count } from '../format.ts';
import type { LessonFacts } from '../lesson/facts.ts';
import type { PredictKind, Share, Spread } from '../lesson/predict.ts';
import { glossaryTexts } from './de-glossary.ts';
import { allWrongLesson } from './de-lesson-all-wrong.ts';
import { answersLesson } from './de-lesson-answers.ts';
import { capital, place, rollouts, some } from './de-lesson-parts.ts';
import { reconcileLesson } from './de-lesson-reconcile.ts';
import { rubricLesson } from './de-lesson-rubric.ts';
import { voteLesson } from './de-lesson-vote.ts';
import type { lessonTexts as english } from './en-lessons.ts';

const spreads: Record<Spread, string> = {
  one: 'Alle gleich',
  few: 'Zwei oder drei verschiedene',
  many: 'Vier oder mehr verschiedene',
};

const shares: Record<Share, string> = {
  none: 'Keiner',
  fewer: 'Einige, aber weniger als die Hälfte',
  most: 'Die Hälfte oder mehr, aber nicht alle',
  all: 'Alle',
};

const yesNo: Readonly<Record<string, string>> = { yes: 'Ja', no: 'Nein' };

const questions: Record<PredictKind, (facts: LessonFacts) => string> = {
  distinct: ({ group }) => `Wie viele verschiedene Antworten werden ${rollouts(group)} geben?`,
  vote: () => 'Welche Antwort wird die Mehrheit geben?',
  among: () => 'Wird die Antwort der Synthese eine sein, die ein Rollout gegeben hat?',
  right: ({ group }) => `Wie viele der ${rollouts(group)} sind richtig?`,
  rewarded: ({ group }) => `Wie viele der ${rollouts(group)} werden die Belohnung 1 bekommen?`,
  best: ({ rubric }) => `Wie viele der ${count(rubric?.criteria ?? 0)} Kriterien wird der beste Rollout erfüllen?`,
};

const choice: typeof english.predict.choice = (kind, key) => {
  switch (kind) {
    case 'distinct':
      return spreads[key as Spread];
    case 'vote':
      return key;
    case 'among':
      return yesNo[key] ?? key;
    case 'right':
    case 'rewarded':
    case 'best':
      return shares[key as Share];
    default:
      return kind satisfies never;
  }
};

export const lessonTexts: typeof english = {
  heading: 'Lektionen',
  hint: 'Fünf kurze Lektionen an Aufzeichnungen echter Läufe. Nichts muss geladen werden, und nichts verlässt diesen Rechner.',
  lesson: (number) => `Lektion ${count(number)}`,
  takes: (steps, minutes) => `${some(steps, 'Schritt', 'Schritte')}, etwa ${some(minutes, 'Minute', 'Minuten')}`,
  beginShort: 'Beginnen',
  begin: (number) => `Lektion ${count(number)} beginnen`,
  unrecorded: 'Zu dieser Lektion gibt es hier keine Aufzeichnung.',
  words: 'Die Begriffe',

  lessons: {
    answers: answersLesson,
    'vote-fails': voteLesson,
    reconcile: reconcileLesson,
    'all-wrong': allWrongLesson,
    rubric: rubricLesson,
  },

  step: (step, steps) => `Schritt ${count(step)} von ${count(steps)}`,
  steps: 'Schritte dieser Lektion',
  toStep: (step, heading) => `Schritt ${count(step)}: ${heading}`,
  next: 'Weiter',
  previous: 'Zurück',
  nextLesson: (title) => `Nächste Lektion: ${title}`,
  all: 'Alle Lektionen',
  keys: 'Die Pfeiltasten führen weiter und zurück.',
  recorded: 'Aufgezeichnet',
  question: 'Die Frage',
  coming: 'Die Aufzeichnung wird geholt …',
  failed: 'Die Aufzeichnung konnte nicht geholt werden. Vielleicht ist die Verbindung weg.',
  again: 'Noch einmal versuchen',

  predict: {
    legend: 'Erst vorhersagen',
    question: (kind, facts) => questions[kind](facts),
    choice,
    reveal: 'Zeigen, was geschieht',
    same: (right) => `Wie Sie vorhergesagt haben. ${right}.`,
    other: (guess, right) => `Ihre Vorhersage: ${guess}. Es kam anders: ${right}.`,
    none: (right) => `Sie haben nichts vorhergesagt. ${right}.`,
    outcome: (kind, facts, key) => {
      const { group, answers, right, rewarded, rubric } = facts;
      switch (kind) {
        case 'distinct':
          return `Es gibt ${some(answers.length, 'Antwort', 'verschiedene Antworten')}`;
        case 'vote':
          return `Die Mehrheit sagt ${key}`;
        case 'among':
          return key === 'yes'
            ? `${some(rewarded, 'Rollout sagt', 'Rollouts sagen')}, was die Synthese sagt`
            : 'Kein Rollout sagt, was die Synthese sagt';
        case 'right':
          return `${count(right)} von ${rollouts(group)} ${right === 1 ? 'ist' : 'sind'} richtig`;
        case 'rewarded':
          return `${count(rewarded)} von ${rollouts(group)} ${rewarded === 1 ? 'bekommt' : 'bekommen'} die Belohnung 1`;
        case 'best':
          return `Der beste Rollout erfüllt ${count(rubric?.most ?? 0)} von ${count(rubric?.criteria ?? 0)}`;
        default:
          return kind satisfies never;
      }
    },
  },

  rewards: {
    label: 'Belohnungen der Rollouts',
    rollout: (index) => `Rollout Nr. ${place(index)}`,
    reward: (value) => `Belohnung ${value}`,
    advantage: (value) => `Vorteil ${value}`,
    none: 'keine Antwort',
  },
  votes: 'Stimmen je Antwort',
  criteria: 'Die Kriterien, wie das Modell sie schrieb',

  try: {
    ask: 'Diese Frage stellen',
    again: 'Noch einmal stellen',
    loadAndAsk: (id) => `${id} laden und fragen`,
    another: 'Andere Frage',
    stop: 'Anhalten',
    waiting: 'Das Modell wird geladen. Was Sie fragen, beginnt, sobald es da ist.',
    busy: 'Das Modell arbeitet an etwas anderem. Hier zu fragen beendet das; was fertig ist, ist aufbewahrt.',
    none: 'Kein Modell ist geladen. Der Knopf lädt das mitgelieferte, das klein ist und kein Netz braucht, sobald die Seite da ist.',
    failed: 'Im Moment gibt es kein Modell: Was schiefging und was hilft, steht oben auf der Seite.',
    untaught: (id) => `${capital(id)} hat offene Fragen nicht gelernt. Laden Sie in den Einstellungen ein Instruct-Modell, um das zu fragen.`,
    models: 'Modell wählen',
    toQuestion: 'In „Eine Frage“ öffnen, mit allen Einstellungen',
    heading: 'Was daraus wurde',
    known: 'Bekannte Antwort',
  },

  glossary: glossaryTexts,

  limits: {
    heading: 'Wie weit das reicht',
    paper: [
      'Diese Lektionen zeigen Aufzeichnungen, die nach dem gewählt wurden, was sie zeigen. Wie oft eine Synthese hilft, sagen nur viele Fragen: Die Experimente dieser Seite zählen sie, mit Intervallen.',
      'Gutachter der Studie (arXiv 2509.14234) wandten ein: Das Modell seine beste eigene Antwort wählen zu lassen, war bei vier von sechs Paaren aus Modell und Datensatz gleich gut oder besser; Fehlerbalken überlappen; bei MATH-500 wurde mit denselben Fragen trainiert und getestet; alle Rollouts müssen in das passen, was das Modell lesen kann; und schwache Modelle führen schlecht zusammen.',
      'In der Studie hat eine Synthese bei etwa einer von hundert Fragen recht, bei denen jeder Rollout irrt. Von der Mehrheit weicht sie bei einem kleinen Teil aller Fragen ab, und dort hat sie meistens recht.',
    ],
    nano: (id) => [
      `${capital(id)}, das Modell in diesen Aufzeichnungen, ist winzig und hat an bekannten Antworten gelernt zusammenzuführen (Abweichung 1 unserer Liste). Der Anker der Studie hat das nicht so gelernt.`,
      'Bei großen Zahlen liegt seine Synthese weit vor der Mehrheit. Bei leichten Aufgaben liegen beide gleichauf. Bei solchen für Experten ist die Mehrheit gleich gut oder etwas besser.',
    ],
  },
};
