/** Every fault in German. Addresses inside a fault go out as they are, and reasons in others' words are quoted. */
import type { ModelMark } from '../../base/fault.ts';
import { count, megabytes } from '../format.ts';
import { reasonIn, reasonOf, whyIn } from './de-reasons.ts';
import { some } from './de-words.ts';
import type { faultTexts as english } from './en-faults.ts';
import { asSentence } from './fault-text.ts';

const NO_REASON = 'Ein Grund wurde nicht genannt.';

/** What is not known is of a browser, a server or an engine. */
const sentence = (reason: string): string => {
  const told = reasonOf(reason);
  return asSentence(told.startsWith('„') ? `Die Meldung dazu: ${told}` : told, NO_REASON);
};

const LOAD_AGAIN = 'Laden Sie das Modell noch einmal. Was fertig war, ist aufbewahrt.';

const JOBS: Readonly<Record<string, string>> = {
  question: 'Die Frage',
  synthesis: 'Die Synthese',
};

const ROLES: Readonly<Record<string, string>> = {
  policy: 'Das Modell für die Antworten',
  anchor: 'Das Modell für die Synthese',
  judge: 'Der Richter',
};

export const faultTexts: typeof english = {
  'model-missing': ({ model, url, status }) => ({
    what: `Die Datei des Modells „${model}“ konnte nicht geholt werden.`,
    why:
      status === 0
        ? `Unter ${url} antwortete nichts.`
        : `Der Server antwortete unter ${url} mit Status ${status}.`,
    remedy:
      status === 0
        ? 'Prüfen Sie Adresse und Verbindung, und ob der Server anderen Seiten das Lesen erlaubt.'
        : 'Prüfen Sie die Adresse. Für das mitgelieferte Modell bauen Sie die Seite neu, mit „npm run build“.',
  }),
  'model-corrupt': ({ model, reason }) => ({
    what: `Die Datei des Modells „${model}“ ist beschädigt oder abgeschnitten.`,
    why: sentence(reason),
    remedy:
      'Laden Sie es noch einmal. Ändert das nichts, führt die Adresse zu keinem solchen Modell, oder was auf dem ' +
      'Server liegt, ist nicht vollständig.',
  }),
  'model-changed': ({ model, file }) => ({
    what: `Das Modell „${model}“ wurde nicht geladen.`,
    why: `Seine Datei ${file} war nicht mehr, wie sie kam, und ist darum gelöscht. An ihrer Stelle wurde nichts geholt.`,
    remedy:
      'Laden Sie es noch einmal: Sie werden gefragt, bevor diese Datei neu kommt. „Prüfen“ sieht, wo die Liste es ' +
      'anbietet, die anderen Dateien durch, und eine Reparatur holt nur, was beschädigt ist.',
  }),
  'model-unsupported': ({ model, reason }) => ({
    what: `Das Modell „${model}“ läuft hier nicht.`,
    why: sentence(reason),
    remedy:
      'Wählen Sie ein anderes: eine GGUF-Datei für llama.cpp (über 2 GB muss sie geteilt sein) oder ein Modell der ' +
      'Liste, das zu diesem Gerät passt.',
  }),
  'host-refused': ({ url }) => ({
    what: 'Nichts wurde geholt.',
    why: `Sie haben den Host von ${url} nicht bestätigt.`,
    remedy: 'Geben Sie die Adresse ein, wo nach ihr gefragt wird, und bestätigen Sie ihren Host.',
  }),
  'server-unreachable': ({ server, reason }) => ({
    what: `Der Server ${server} gab keine Antwort.`,
    why: sentence(reason),
    remedy:
      'Prüfen Sie, ob er läuft, seine Adresse, und ob er dieser Seite das Lesen erlaubt (CORS): docs/servers.md ' +
      'nennt die Option jedes Servers.',
  }),
  'server-denied': ({ server, status }) => ({
    what: `Der Server ${server} lässt Sie nicht ein.`,
    why: `Er antwortete mit Status ${status}: Der Schlüssel fehlt, ist falsch oder gilt nicht für dieses Modell.`,
    remedy: 'Geben Sie den Schlüssel noch einmal ein; auf der Befehlszeile wird er aus CAT_SERVER_KEY gelesen.',
  }),
  'server-busy': ({ server, status, reason }) => ({
    what: `Der Server ${server} konnte gerade nicht antworten, obwohl er mehrmals gefragt wurde.`,
    why: sentence(`Status ${status}: ${reason}`),
    remedy: 'Versuchen Sie es später noch einmal, oder mit weniger gleichzeitigen Anfragen. Was fertig war, ist aufbewahrt.',
  }),
  'server-refused': ({ server, status, reason }) => ({
    what: `Der Server ${server} tut nicht, worum er gebeten wurde.`,
    why: sentence(status === 0 ? reason : `Status ${status}: ${reason}`),
    remedy: 'Ändern Sie die Einstellung, die er nennt, oder verwenden Sie einen anderen Server oder ein anderes Modell.',
  }),
  'server-broken': ({ server, reason }) => ({
    what: `Die Antwort des Servers ${server} ließ sich nicht lesen.`,
    why: sentence(reason),
    remedy:
      'Versuchen Sie es noch einmal. Scheitert es wieder, sehen Sie in das Protokoll des Servers, und prüfen Sie die Adresse.',
  }),
  'server-model-missing': ({ server, model, offered }) => ({
    what: `Der Server ${server} hat kein Modell „${model}“.`,
    why: offered.length === 0 ? 'Er bietet keines an.' : `Er bietet an: ${offered.join(', ')}.`,
    remedy: 'Wählen Sie eines, das er anbietet, oder starten Sie den Server mit diesem Modell.',
  }),
  'no-webgpu': ({ reason }) => ({
    what: 'Es gibt keinen Grafikprozessor, auf dem gerechnet werden könnte.',
    why: sentence(reason),
    remedy: 'Die CPU-Engine leistet dasselbe, langsamer; es ist nichts zu tun.',
  }),
  'device-lost': ({ reason }) => ({
    what: 'Der Grafikprozessor wurde während der Arbeit entzogen.',
    why: sentence(reason),
    remedy: LOAD_AGAIN,
  }),
  'worker-died': ({ engine, reason }) => ({
    what: `Die Engine (${engine}) hat aufgehört zu arbeiten.`,
    why: sentence(reason),
    remedy: LOAD_AGAIN,
  }),
  'engine-failed': ({ engine, reason }) => ({
    what: `Die Engine (${engine}) konnte nicht tun, worum sie gebeten wurde.`,
    why: sentence(reason),
    remedy:
      'Versuchen Sie es noch einmal, mit einem anderen Startwert. Scheitert es wieder, laden Sie das Modell neu, oder wählen Sie ein anderes.',
  }),
  'engine-unavailable': ({ engine, reason }) => ({
    what: `Die Engine „${engine}“ läuft in diesem Browser nicht.`,
    why: sentence(reason),
    remedy: 'Verwenden Sie ein aktuelles Chrome, Edge oder Firefox, oder wählen Sie eine andere Engine.',
  }),
  'not-loaded': ({ engine }) => ({
    what: 'Es ist kein Modell geladen.',
    why: `Die Engine (${engine}) hat noch nichts, womit sie antworten könnte.`,
    remedy: 'Laden Sie ein Modell, und fragen Sie dann noch einmal.',
  }),
  'out-of-memory': ({ reason, smaller }) => ({
    what: 'Der Arbeitsspeicher reicht nicht.',
    why: sentence(reason),
    remedy:
      'Schließen Sie andere Tabs, verlangen Sie weniger Antworten zugleich, oder nehmen Sie ein kleineres Modell' +
      `${smaller === undefined ? '' : `: ${smaller} ist das nächste, das passen sollte`}.`,
  }),
  'context-overflow': ({ job, needed, available }) => ({
    what: `${JOBS[job] ?? job} passt nicht in das, was das Modell auf einmal lesen kann.`,
    why: `Nötig sind ${count(needed)} Token, und es gibt ${count(available)}.`,
    remedy: 'Verlangen Sie weniger oder kürzere Antworten, oder kürzen Sie die Frage.',
  }),
  'question-empty': () => ({
    what: 'Es gibt keine Frage.',
    why: 'Die Frage hat keinen Text.',
    remedy: 'Schreiben Sie eine, oder nehmen Sie eine andere Aufgabe.',
  }),
  'question-too-long': ({ tokens, limit }) => ({
    what: 'Die Frage ist für dieses Modell zu lang.',
    why: `Sie hat ${count(tokens)} Token; ${count(limit)} lassen Platz für eine Antwort.`,
    remedy: 'Kürzen Sie sie, senken Sie „Längste Antwort“ in den Einstellungen, oder nehmen Sie ein größeres Modell.',
  }),
  'no-rollouts': ({ reason }) => ({
    what: 'Es gibt nichts, woraus eine Synthese werden könnte.',
    why: sentence(reason),
    remedy: 'Versuchen Sie es noch einmal, mit einem anderen Startwert oder längeren Antworten.',
  }),
  'setting-invalid': ({ setting, value, expected }) => ({
    what: `Die Einstellung „${setting}“ kann nicht „${value}“ sein.`,
    why: `Erlaubt ist: ${reasonIn(expected) ?? expected}.`,
    remedy: 'Berichtigen Sie sie, oder gehen Sie zurück zu den Vorgaben.',
  }),
  'import-invalid': ({ line, path, reason }) => ({
    what: line === 0 ? 'Die Datei ließ sich nicht lesen.' : `Zeile ${count(line)} ließ sich nicht lesen.`,
    why: whyIn(path, reason),
    remedy: 'Berichtigen Sie sie, und importieren Sie die Datei noch einmal; nichts davon wurde übernommen.',
  }),
  'set-unfetched': ({ url, reason }) => ({
    what: `Von ${url} kam kein Fragensatz.`,
    why: sentence(reason),
    remedy: 'Prüfen Sie die Adresse; oder speichern Sie die Datei selbst, und wählen Sie sie hier. Nichts davon wurde aufbewahrt.',
  }),
  'storage-denied': ({ reason }) => ({
    what: 'In diesem Browser kann nichts aufbewahrt werden.',
    why: sentence(reason),
    remedy: 'Die Arbeit geht weiter und endet mit dem Tab. Erlauben Sie Websitedaten, oder verlassen Sie den privaten Modus.',
  }),
  'storage-full': ({ reason, needed, free }) => ({
    what: 'Im Speicher dieses Browsers ist kein Platz mehr.',
    why:
      needed === undefined || free === undefined
        ? sentence(reason)
        : `Der Rest des Laufs braucht etwa ${megabytes(needed)}, und ${megabytes(free)} sind frei.`,
    remedy:
      needed === undefined
        ? 'Löschen Sie frühere Fragen oder Modelle, die hier aufbewahrt werden. Bis dahin geht die Arbeit weiter und ' +
          'endet mit dem Tab.'
        : 'Was fertig ist, ist aufbewahrt. Löschen Sie frühere Fragen oder Modelle, die hier aufbewahrt werden, und ' +
          'setzen Sie den Lauf dann fort.',
  }),
  'storage-newer': ({ found, supported }) => ({
    what: 'Die hier aufbewahrten Ergebnisse stammen von einer neueren Version dieser Seite.',
    why: `Sie haben Version ${found}; diese Seite liest bis ${supported}.`,
    remedy: 'Laden Sie die Seite neu, um die neuere Version zu bekommen. Bis dahin wird nichts aufbewahrt.',
  }),
  'record-invalid': ({ store, key, path, reason }) => ({
    what: 'Ein früheres Ergebnis ließ sich nicht lesen.',
    why: whyIn(`${store} ${key}, ${path}`, reason),
    remedy: 'Es fehlt; alles andere ist hier. Stellen Sie die Frage noch einmal, um ein neues zu bekommen.',
  }),
  'open-untaught': ({ model }) => ({
    what: `Das Modell „${model}“ kann keine offenen Fragen.`,
    why: 'Es hat nur Aufgaben mit Endergebnis gelernt, weder Kriterien vorzuschlagen noch nach ihnen zu urteilen.',
    remedy: 'Laden Sie ein Instruct-Modell, oder stellen Sie eine Frage mit Endergebnis.',
  }),
  'no-criteria': ({ attempts }) => ({
    what: 'Es gibt nichts, wonach die Antworten zu beurteilen wären.',
    why: `In ${some(attempts, 'Versuch', 'Versuchen')} schlug das Modell kein Kriterium vor, das eine Antwort erfüllen oder verfehlen kann.`,
    remedy: 'Schreiben Sie eigene Kriterien, versuchen Sie es mit einem anderen Startwert, oder laden Sie ein größeres Modell.',
  }),
  'judge-differs': ({ wanted, loaded }) => ({
    what: 'Nichts wurde beurteilt.',
    why: `Die anderen Urteile zu dieser Frage sind von ${wanted}, und geladen ist ${loaded}.`,
    remedy: `Laden Sie ${wanted} als Richter, oder stellen Sie die Frage noch einmal mit dem geladenen Richter.`,
  }),
  'part-missing': ({ reason }) => ({
    what: 'Ein Teil der Seite, der dafür nötig ist, konnte nicht geholt werden.',
    why: sentence(reason),
    remedy:
      'Prüfen Sie die Verbindung, und versuchen Sie es noch einmal. Wurde die Seite erneuert, seit sie geöffnet ist, ' +
      'laden Sie sie neu: Was fertig ist, ist aufbewahrt.',
  }),
  'run-locked': () => ({
    what: 'Ein anderer Tab arbeitet an diesem Lauf.',
    why: 'Er ist dort gesperrt, damit nichts doppelt getan wird.',
    remedy: 'Machen Sie in jenem Tab weiter, oder schließen Sie ihn, und versuchen Sie es noch einmal.',
  }),
  'run-taken': () => ({
    what: 'Ein anderer Tab hat diesen Lauf übernommen.',
    why: 'Hier ist er angehalten; nichts davon geht verloren.',
    remedy: 'Sehen Sie hier auf seiner Seite zu, oder übernehmen Sie ihn wieder.',
  }),
  'model-differs': ({ role, wanted, loaded }) => ({
    what: 'Der Lauf geht nicht mit einem anderen Modell weiter, als er begann.',
    why: `${ROLES[role] ?? role} ist ${marked(wanted, loaded)}; geladen ist ${marked(loaded, wanted)}.`,
    remedy:
      `Laden Sie ${wanted.model}, und machen Sie weiter. Gibt es diese Fassung nicht mehr, etwa ein früheres nano, ` +
      'öffnen Sie den Lauf und wählen „Dasselbe neu fragen“: seine Fragen und Einstellungen, mit dem geladenen Modell.',
  }),
};

/** A model's name, with what tells it from another one of the same name. */
function marked(one: ModelMark, other: ModelMark): string {
  if (one.model !== other.model) return one.model;
  return one.engine !== other.engine
    ? `${one.model} (${one.engine})`
    : `${one.model} (${one.revision.slice(0, 12)})`;
}
