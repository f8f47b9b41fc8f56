/** What people send each other, in words. */
import type { Hideable } from '../../share/link.ts';
import { count } from '../format.ts';
import { because } from './because.ts';

const some = (n: number, one: string, more: string): string => `${count(n)} ${n === 1 ? one : more}`;

export const shareTexts = {
  open: 'Share …',
  classFile: 'Class file …',
  row: 'Share or open',

  note: {
    label: 'Came from elsewhere',
    wrongLink: (path: string, reason: string) =>
      `The link could not be read, and nothing of it was used. ${because(path, reason)}`,
    wrongFile: (path: string, reason: string) =>
      `The class file could not be read, and nothing of it was used. ${because(path, reason)}`,
    wrongKeep: (what: string, why: string) => `${what} ${why}`,
    missing: 'The part of the page that opens links and class files could not be fetched. Reload the page to try again.',
    link: 'The question and the settings come from a link. Nothing runs until you press Ask.',
    settings: 'The settings come from a link. Nothing runs until you press Ask.',
    live: 'The question and its settings stand below. Nothing runs until you press Ask.',
    replaced: 'What stood in the question box has given way to it.',
    undo: 'Bring back what stood there',
    undone: 'It stands there again as it was.',
    waiting: 'A link was opened while a question is being answered.',
    now: 'Open it now',
    dismiss: 'Dismiss',
  },
  prepared: {
    line: 'Prepared link',
    hidden: (what: readonly Hideable[]) =>
      what.length === 0 ? '' : ` without ${what.map((one) => names[one]).join(', ')}`,
    pinned: 'its settings are fixed',
    all: 'show all controls',
    fixed: 'The link that you opened fixes these settings. “Show all controls”, at the top of the page, frees them.',
  },
  recorded: {
    link: 'This recording came by a link, not checked by anyone. Nothing of it is stored.',
    file: 'This recording came by a class file, not checked by anyone. Nothing of it is stored.',
    keep: 'Keep',
    keepWhy: 'Stores it among the earlier questions of this browser.',
    kept: 'Kept among the earlier questions.',
    here: 'It is here already.',
    live: 'Try it live',
    again: 'Show the recording',
    close: 'Close the recording',
  },
  list: {
    heading: (n: number) => some(n, 'question of this class', 'questions of this class'),
    from: (name: string) => `“${name}”, from a class file, not checked by anyone. Nothing of it is stored.`,
    play: 'Play',
    playLabel: (question: string) => `Play: ${question}`,
    live: 'Try it live',
    liveLabel: (question: string) => `Try it live: ${question}`,
    recorded: (model: string, n: number) => `recorded with ${model}, ${some(n, 'answer', 'answers')}`,
    asked: 'a question to ask',
    playing: 'shown below',
    close: 'Close the class file',
  },
  dialog: {
    heading: 'Share',
    what: 'What it holds',
    question: 'The question and its settings',
    truth: 'with the known answer',
    recording: 'The recorded answers',
    size: (characters: number) => `${count(characters)} characters`,
    none: 'There are no answers to this question yet.',
    unstored: 'The answers shown could not be read from what is kept here.',
    prepare: 'For a class',
    hide: 'Leave out for whoever opens it',
    names: {
      settings: 'the settings',
      models: 'other models and measuring',
      experiments: 'the experiments',
      history: 'the earlier questions',
    } satisfies Record<Hideable, string>,
    pin: 'Fix the settings',
    start: 'Begins at',
    starts: { question: 'this question', lessons: 'the list of lessons' },
    lesson: (n: number) => `lesson ${count(n)}`,
    step: 'Step',
    link: 'The link',
    making: 'Making the link …',
    long: 'Some messengers cut or refuse a link as long as this one. Mail and documents take it; so does a file.',
    tooLong: (most: number) =>
      `This is too long for a link: ${count(most)} characters are the most that mail and messengers pass on whole. Save it as a file instead; it opens by “Class file …”.`,
    empty: 'Choose what it should hold.',
    refused: (path: string, reason: string) => `The page could not open it again. ${because(path, reason)}`,
    privacy:
      'What stands behind the # is not sent to any server. Whoever gets the link can read all that is in it.',
    copy: 'Copy the link',
    copied: 'Copied.',
    notCopied: 'The browser did not allow that. The link is selected: copy it yourself.',
    send: 'Send …',
    save: 'Save as a file',
    saved: 'Saved.',
    close: 'Close',
  },
  maker: {
    heading: 'Class file',
    open: 'Open one',
    openHint: 'A file that somebody made here or elsewhere. You can also drop it anywhere on the page.',
    file: 'File',
    make: 'Make one',
    makeHint: 'Choose earlier questions: each is put into the file with its answers, to be played and tried live.',
    none: 'There are no earlier questions yet.',
    name: 'Name',
    usual: 'My class',
    choose: 'Questions',
    current: 'The question that stands in the page, without answers',
    chosen: (n: number) => `${some(n, 'question', 'questions')} chosen`,
    most: (n: number) => `A class file holds ${count(n)} questions at most.`,
    large: (megabytes: string) => `Too large: a class file has ${megabytes} at most.`,
    gone: (n: number) => `${some(n, 'question has', 'questions have')} no ended answers any more and ${n === 1 ? 'was' : 'were'} left out.`,
    save: 'Save the class file',
    saved: 'Saved.',
    close: 'Close',
  },
};

const names = shareTexts.dialog.names;
