/** Every fault in English. Details inside a fault (reasons, addresses) are data and go out as they are. */
import type { ModelMark } from '../../base/fault.ts';
import { count, megabytes } from '../format.ts';
import { because } from './because.ts';
import type { FaultTexts } from './fault-text.ts';
import { asSentence } from './fault-text.ts';

export const faultTexts: FaultTexts = {
  'model-missing': ({ model, url, status }) => ({
    what: `The file of the model “${model}” could not be fetched.`,
    why:
      status === 0
        ? `Nothing answered at ${url}.`
        : `The server answered with status ${status} at ${url}.`,
    remedy:
      status === 0
        ? 'Check the address and the connection, and that the server allows other pages to read it.'
        : 'Check the address. For the bundled model, build the page again with “npm run build”.',
  }),
  'model-corrupt': ({ model, reason }) => ({
    what: `The file of the model “${model}” is damaged or cut short.`,
    why: sentence(reason),
    remedy:
      'Load it once more. If that changes nothing, the address leads to no such model, or what is on ' +
      'the server is not whole.',
  }),
  'model-changed': ({ model, file }) => ({
    what: `The model “${model}” was not loaded.`,
    why: `Its file ${file} was no longer as it came, so it is deleted. Nothing was fetched in its place.`,
    remedy:
      'Load it once more: you are asked before that file comes anew. “Verify”, where the list offers ' +
      'it, looks through the other files, and a repair fetches only what is broken.',
  }),
  'model-unsupported': ({ model, reason }) => ({
    what: `The model “${model}” cannot be run here.`,
    why: sentence(reason),
    remedy:
      'Choose another: a GGUF file for llama.cpp (over 2 GB it must be split), or a model from the ' +
      'list that fits this device.',
  }),
  'host-refused': ({ url }) => ({
    what: 'Nothing was fetched.',
    why: `You have not confirmed the host of ${url}.`,
    remedy: 'Enter the address where it is asked for, and confirm its host.',
  }),
  'server-unreachable': ({ server, reason }) => ({
    what: `The server ${server} gave no answer.`,
    why: sentence(reason),
    remedy:
      'Check that it runs, its address, and that it allows this page to read it (CORS): docs/servers.md ' +
      'names the flag of each server.',
  }),
  'server-denied': ({ server, status }) => ({
    what: `The server ${server} does not let you in.`,
    why: `It answered with status ${status}: the key is missing or wrong, or may not use this model.`,
    remedy: 'Enter the key again; on the command line it is read from CAT_SERVER_KEY.',
  }),
  'server-busy': ({ server, status, reason }) => ({
    what: `The server ${server} could not answer now, though asked several times.`,
    why: sentence(`Status ${status}: ${reason}`),
    remedy: 'Run it again later, or with fewer requests at once. What had ended is kept.',
  }),
  'server-refused': ({ server, status, reason }) => ({
    what: `The server ${server} does not do what it was asked.`,
    why: sentence(status === 0 ? reason : `Status ${status}: ${reason}`),
    remedy: 'Change the setting that it names, or use another server or model.',
  }),
  'server-broken': ({ server, reason }) => ({
    what: `The answer of the server ${server} could not be read.`,
    why: sentence(reason),
    remedy: 'Run it again. If it fails again, look at the server’s own log, and check the address.',
  }),
  'server-model-missing': ({ server, model, offered }) => ({
    what: `The server ${server} has no model “${model}”.`,
    why: offered.length === 0 ? 'It offers none.' : `It offers ${offered.join(', ')}.`,
    remedy: 'Choose one that it offers, or start the server with this model.',
  }),
  'no-webgpu': ({ reason }) => ({
    what: 'There is no graphics processor to compute on.',
    why: sentence(reason),
    remedy: 'The CPU engine does the same work, more slowly; nothing needs to be done.',
  }),
  'device-lost': ({ reason }) => ({
    what: 'The graphics processor was taken away while it worked.',
    why: sentence(reason),
    remedy: 'Load the model again. What had ended is kept.',
  }),
  'worker-died': ({ engine, reason }) => ({
    what: `The engine (${engine}) has stopped working.`,
    why: sentence(reason),
    remedy: 'Load the model again. What had ended is kept.',
  }),
  'engine-failed': ({ engine, reason }) => ({
    what: `The engine (${engine}) could not do what it was asked.`,
    why: sentence(reason),
    remedy:
      'Run it again, with another seed. If it fails again, load the model anew or choose another.',
  }),
  'engine-unavailable': ({ engine, reason }) => ({
    what: `The engine “${engine}” does not run in this browser.`,
    why: sentence(reason),
    remedy: 'Use a current Chrome, Edge or Firefox, or choose another engine.',
  }),
  'not-loaded': ({ engine }) => ({
    what: 'No model is loaded.',
    why: `The engine (${engine}) has nothing to answer with yet.`,
    remedy: 'Load a model, then ask again.',
  }),
  'out-of-memory': ({ reason, smaller }) => ({
    what: 'There is not enough memory.',
    why: sentence(reason),
    remedy:
      'Close other tabs, ask for fewer answers at once, or take a smaller model' +
      `${smaller === undefined ? '' : `: ${smaller} is the next that should fit`}.`,
  }),
  'context-overflow': ({ job, needed, available }) => ({
    what: `The ${job} does not fit into what the model can read at once.`,
    why: `It needs ${needed} tokens, and there are ${available}.`,
    remedy: 'Ask for fewer or shorter answers, or shorten the question.',
  }),
  'question-empty': () => ({
    what: 'There is no question.',
    why: 'The question has no text.',
    remedy: 'Write one, or take another problem.',
  }),
  'question-too-long': ({ tokens, limit }) => ({
    what: 'The question is too long for this model.',
    why: `It has ${count(tokens)} tokens; ${count(limit)} leave room for an answer.`,
    remedy: 'Shorten it, lower “Longest answer” in the settings, or take a larger model.',
  }),
  'no-rollouts': ({ reason }) => ({
    what: 'There is nothing to make a synthesis from.',
    why: sentence(reason),
    remedy: 'Run it again, with another seed or a longer answer allowed.',
  }),
  'setting-invalid': ({ setting, value, expected }) => ({
    what: `The setting “${setting}” cannot be “${value}”.`,
    why: `It must be ${expected}.`,
    remedy: 'Correct it, or go back to the defaults.',
  }),
  'import-invalid': ({ line, path, reason }) => ({
    what: line === 0 ? 'The file could not be read.' : `Line ${line} could not be read.`,
    why: path === '' ? sentence(reason) : because(path, reason),
    remedy: 'Correct it and import the file again; nothing of it was taken over.',
  }),
  'set-unfetched': ({ url, reason }) => ({
    what: `No question set came from ${url}.`,
    why: sentence(reason),
    remedy: 'Check the address; or save the file yourself and choose it here. Nothing of it was kept.',
  }),
  'storage-denied': ({ reason }) => ({
    what: 'Nothing can be kept in this browser.',
    why: sentence(reason),
    remedy: 'Work goes on and is lost with the tab. Allow site data, or leave private browsing.',
  }),
  'storage-full': ({ reason, needed, free }) => ({
    what: 'There is no room left in the storage of this browser.',
    why:
      needed === undefined || free === undefined
        ? sentence(reason)
        : `What is left of the run needs about ${megabytes(needed)}, and ${megabytes(free)} are free.`,
    remedy:
      needed === undefined
        ? 'Delete earlier questions or models that are kept here. Until then work goes on and is ' +
          'lost with the tab.'
        : 'What is done is kept. Delete earlier questions or models that are kept here, then go on ' +
          'with the run.',
  }),
  'storage-newer': ({ found, supported }) => ({
    what: 'The results kept here come from a newer version of this page.',
    why: `They have version ${found}; this page reads up to ${supported}.`,
    remedy: 'Reload the page to get the newer version. Until then, nothing is kept.',
  }),
  'record-invalid': ({ store, key, path, reason }) => ({
    what: 'An earlier result could not be read.',
    why: sentence(`${store} ${key}, ${path}: ${reason}`),
    remedy: 'It is left out; everything else is here. Ask its question again to get another.',
  }),
  'open-untaught': ({ model }) => ({
    what: `The model “${model}” cannot do open questions.`,
    why: 'It was taught problems with a final answer only, neither to propose criteria nor to judge by them.',
    remedy: 'Load an instruct model, or ask a question that has a final answer.',
  }),
  'no-criteria': ({ attempts }) => ({
    what: 'There is nothing to judge the answers by.',
    why: `In ${attempts} attempts the model proposed no criterion that an answer can meet or miss.`,
    remedy: 'Write criteria of your own, run it again with another seed, or load a larger model.',
  }),
  'judge-differs': ({ wanted, loaded }) => ({
    what: 'Nothing was judged.',
    why: `The other verdicts on this question are by ${wanted}, and ${loaded} is loaded.`,
    remedy: `Load ${wanted} as judge, or ask the question again with the judge that is loaded.`,
  }),
  'part-missing': ({ reason }) => ({
    what: 'A part of the page that this needs could not be fetched.',
    why: sentence(reason),
    remedy:
      'Check the connection and try again. If the page was updated since it was opened, reload it: what ' +
      'is done is kept.',
  }),
  'run-locked': () => ({
    what: 'Another tab is working on this run.',
    why: 'It is locked there, so that nothing is done twice.',
    remedy: 'Go on in that tab, or close it and try again.',
  }),
  'run-taken': () => ({
    what: 'Another tab has taken over this run.',
    why: 'It has stopped here; nothing of it is lost.',
    remedy: 'Watch it here on its page, or take it over again.',
  }),
  'model-differs': ({ role, wanted, loaded }) => ({
    what: 'The run does not go on with another model than it began with.',
    why: `Its ${role} is ${marked(wanted, loaded)}; ${marked(loaded, wanted)} is loaded.`,
    remedy:
      `Load ${wanted.model} and go on. Where that version is no longer to be had, such as an earlier nano, ` +
      'open the run and choose “Ask the same anew”: its questions and settings, with the model that is loaded.',
  }),
};

/** A model's name, with what tells it from another one of the same name. */
function marked(one: ModelMark, other: ModelMark): string {
  if (one.model !== other.model) return one.model;
  return one.engine !== other.engine
    ? `${one.model} (${one.engine})`
    : `${one.model} (${one.revision.slice(0, 12)})`;
}

const sentence = (reason: string): string => asSentence(reason, 'No reason was given.');
