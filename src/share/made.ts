/** What is put into links and class files of what stands in the page. */
import type { Question } from '../question/question.ts';
import { without } from '../base/without.ts';
import type { Recording } from '../recording/recording.ts';
import type { Settings, SettingsChange } from '../run/settings.ts';

/**
 * G, temperature, seed and whether the synthesis is question-blind are written out, since the defaults of
 * the page that opens it may be others; of the rest what was changed. What only the command line sets is
 * left out.
 */
export function sharedSettings(settings: Settings, change: SettingsChange): SettingsChange {
  const { group, seed, questionVisible, sampling } = settings;
  const { prompts = {}, judging = {}, methods = [], ...rest } = without(change, 'smallerGroups', 'smallerSubsets');
  return {
    ...rest,
    group,
    seed,
    questionVisible,
    sampling: { ...change.sampling, temperature: sampling.temperature },
    ...(methods.length === 0 ? {} : { methods }),
    ...(Object.keys(prompts).length === 0 ? {} : { prompts }),
    ...(Object.keys(judging).length === 0 ? {} : { judging }),
  };
}

/** Without the known answer, for those who are to find it. */
export const withoutTruth = (question: Question): Question =>
  question.kind === 'open' ? question : { kind: question.kind, text: question.text };

/** The same of recorded answers: neither the known answer nor what was found right by it. */
export function untold(recording: Recording): Recording {
  const { group } = recording;
  const question = withoutTruth(group.question);
  if (group.evaluation === undefined) return { ...recording, group: { ...group, question } };
  const { smaller, ...rest } = without(group.evaluation, 'truth');
  const evaluation = {
    ...rest,
    ...(smaller === undefined ? {} : { smaller: smaller.map((one) => without(one, 'truth')) }),
  };
  return { ...recording, group: { ...group, question, evaluation } };
}
