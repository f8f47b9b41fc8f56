/**
 * The reasons that a person may meet, in German. They are data that come from every room in English; `{}`
 * stands for what varies, and is a number, a name or a digest unless the German takes it for a reason of
 * its own. What is not here (a browser's, a server's or llama.cpp's own words) is quoted as it came.
 */
import { because } from './because.ts';
import { FILE_REASONS } from './de-reasons-files.ts';
import type { Told } from './de-told.ts';
import { number, quoted } from './de-told.ts';

const REASONS: Readonly<Record<string, Told>> = {
  // Of the graphics processor.
  'this browser does not offer WebGPU': 'Dieser Browser bietet kein WebGPU',
  'the browser found no graphics processor to use': 'Der Browser fand keinen Grafikprozessor',
  'the bundled model could not be started on it': 'Das mitgelieferte Modell ließ sich darauf nicht starten',
  'the model could not be started on it: {}': (why) => `Das Modell ließ sich darauf nicht starten: ${reasonOf(why)}`,
  'it did not start within {} seconds': (n) => `Nach ${number(n)} Sekunden war es nicht gestartet`,
  'llama.cpp put none of its layers on the graphics processor':
    'llama.cpp legte keine seiner Schichten auf den Grafikprozessor',
  'llama.cpp needs half precision (shader-f16) of it, which this device does not offer':
    'llama.cpp braucht von ihm halbe Genauigkeit (shader-f16), die dieses Gerät nicht bietet',
  'it computes in half precision (shader-f16), which this device does not offer':
    'Es rechnet mit halber Genauigkeit (shader-f16), die dieses Gerät nicht bietet',
  'the device offers {} bytes of workgroup storage, and {} are needed': (has, needs) =>
    `Das Gerät bietet ${number(has)} Byte Speicher je Arbeitsgruppe, und nötig sind ${number(needs)}`,
  'the device offers {} storage buffers in a shader, and {} are needed': (has, needs) =>
    `Das Gerät bietet einem Shader ${number(has)} Puffer, und nötig sind ${number(needs)}`,
  'the device offers {} bytes in a buffer, and {} are needed': (has, needs) =>
    `Das Gerät bietet ${number(has)} Byte in einem Puffer, und nötig sind ${number(needs)}`,
  'the device offers {} bytes in a buffer that a shader sees, and {} are needed': (has, needs) =>
    `Das Gerät bietet ${number(has)} Byte in einem Puffer, den ein Shader sieht, und nötig sind ${number(needs)}`,
  'a buffer could not be had': 'Ein Puffer war nicht zu bekommen',
  'its cache does not fit': 'Sein Zwischenspeicher passt nicht',
  'the model computed no numbers; a smaller context or another model may help':
    'Das Modell errechnete keine Zahlen; ein kleinerer Kontext oder ein anderes Modell kann helfen',

  // Of files of a model.
  'its SHA-256 is {}, not {}': (is, wanted) => `Ihr SHA-256 ist ${is}, nicht ${wanted}`,
  'the MD5 of {} is {}, not {}': (file, is, wanted) => `Der MD5 von ${file} ist ${is}, nicht ${wanted}`,
  'it has {} bytes, not {}': (is, wanted) => `Sie hat ${number(is)} Byte, nicht ${number(wanted)}`,
  'the file is cut short': 'Die Datei ist abgeschnitten',
  'the file is not a GGUF file': 'Die Datei ist keine GGUF-Datei',
  'GGUF version {} is not known': (version) => `Die GGUF-Version ${version} ist nicht bekannt`,
  'the file has a kind of value that GGUF does not know':
    'Die Datei hat eine Art von Wert, die GGUF nicht kennt',
  'the file is split in {}, and {} came; give the address of the first part': (all, came) =>
    `Die Datei ist in ${number(all)} geteilt, und ${number(came)} kamen; geben Sie die Adresse des ersten Teils`,
  'in the place of part {} stands part {}': (place, found) => `An der Stelle von Teil ${place} steht Teil ${found}`,
  'the connection broke before the whole file had come': 'Die Verbindung brach ab, bevor die ganze Datei da war',
  'the server sent a web page instead of the file': 'Der Server sandte eine Webseite statt der Datei',
  'it has no files': 'Es hat keine Dateien',
  'it has no folder or no library': 'Ihm fehlt der Ordner oder die Bibliothek',
  'its manifest is not JSON': 'Sein Verzeichnis ist kein JSON',
  'its manifest has no revision': 'Sein Verzeichnis nennt keine Revision',
  'its list of shards or its tokenizer cannot be read':
    'Die Liste seiner Teile oder sein Tokenizer ist nicht zu lesen',
  'the model could not be loaded': 'Das Modell ließ sich nicht laden',

  // Of an engine at work.
  'a message could not be read': 'Eine Nachricht war nicht zu lesen',
  'the worker could not be started': 'Ihr Worker ließ sich nicht starten',
  'its worker could not be started': 'Ihr Worker ließ sich nicht starten',
  'the worker ended by itself': 'Ihr Worker endete von selbst',
  'it gave no token for {} seconds': (n) => `${number(n)} Sekunden lang kam von ihr kein Token`,
  'the stream ended before the rollout': 'Der Strom endete vor der Antwort',
  'the stream ended before the synthesis': 'Der Strom endete vor der Synthese',
  'the answer ended without its end': 'Die Antwort hörte auf, ohne zu Ende zu sein',
  'the model wrote bytes that are not UTF-8 text': 'Das Modell schrieb Byte, die kein UTF-8-Text sind',
  'the grammar refused a token that it had allowed': 'Die Grammatik wies ein Token ab, das sie erlaubt hatte',
  'the prompt could not be read: no answer': 'Der Prompt ließ sich nicht lesen: keine Antwort',
  'the prompt could not be read: {}': (why) => `Der Prompt ließ sich nicht lesen: ${reasonOf(why)}`,
  'the group ended without a synthesis': 'Die Gruppe endete ohne Synthese',
  'none was sampled': 'Es wurde keine gezogen',
  'every one is empty or failed': 'Jede ist leer oder fehlgeschlagen',

  // Of a server. Its status stands before its own words.
  'Status {}: {}': (status, why) => `Status ${status}: ${reasonOf(why)}`,
  'it answered with status {}': (status) => `Er antwortete mit Status ${status}`,
  'the connection was cut before the answer had ended':
    'Die Verbindung brach ab, bevor die Antwort zu Ende war',
  'it offers no list of models: is this the address of its interface?':
    'Er bietet keine Liste von Modellen: Ist das die Adresse seiner Schnittstelle?',
  'its answer is no JSON: is this the address of its interface?':
    'Seine Antwort ist kein JSON: Ist das die Adresse seiner Schnittstelle?',
  'its answer is empty': 'Seine Antwort ist leer',
  'it did not stream its answer': 'Er gab seine Antwort nicht als Strom',
  'it gave nothing for {} seconds': (n) => `${number(n)} Sekunden lang kam nichts von ihm`,
  'its stream holds what is no JSON: {}': (text) => `In seinem Strom steht, was kein JSON ist: ${quoted(text)}`,
  'its stream holds what is no chat completion: {}': (text) =>
    `In seinem Strom steht, was keine Chat-Antwort ist: ${quoted(text)}`,
  'it does not tell how many tokens a prompt has': 'Er sagt nicht, wie viele Token ein Prompt hat',
  'it gives no log-probabilities of a prompt': 'Er gibt keine Log-Wahrscheinlichkeiten eines Prompts',
  'its template changes the text that is to be scored':
    'Seine Vorlage verändert den Text, der bewertet werden soll',
  'it does not keep to a JSON schema': 'Er hält sich nicht an ein JSON-Schema',
  'it knows no top-k: set it to 0': 'Er kennt kein Top-k: Stellen Sie es auf 0',

  // Of a question set by its address.
  'nothing answered, or the host does not let other pages read its files':
    'Nichts antwortete, oder der Host lässt andere Seiten seine Dateien nicht lesen',
  'its SHA-256 is {}, and that of the set is {}': (is, wanted) =>
    `Sein SHA-256 ist ${is}, und der des Fragensatzes ist ${wanted}`,
  'the address leads on to another host, {}': (host) => `Die Adresse führt weiter zu einem anderen Host, ${host}`,
  'the server answered with status {}': (status) => `Der Server antwortete mit Status ${status}`,
  'a web page came, no file of questions': 'Es kam eine Webseite, keine Datei mit Fragen',
  'it has more than {} bytes': (n) => `Er hat mehr als ${number(n)} Byte`,
  'it broke off after {} bytes: {}': (n, why) => `Er brach nach ${number(n)} Byte ab: ${reasonOf(why)}`,

  // Of what this browser keeps.
  'the model needs {} MB more, and {} MB are free for this page': (needs, free) =>
    `Das Modell braucht noch ${number(needs)} MB, und ${number(free)} MB sind für diese Seite frei`,
  'the storage of this browser is nearly used up': 'Der Speicher dieses Browsers ist fast aufgebraucht',
  'another tab keeps version {} of the history open': (version) =>
    `Ein anderer Tab hält Version ${version} des Verlaufs offen`,
  'this page keeps nothing': 'Diese Seite bewahrt nichts auf',

  // Of a link or a class file.
  'it is damaged or cut off': 'Beschädigt oder abgeschnitten',
  'it cannot be decoded': 'Nicht zu entschlüsseln',
  'it is missing': 'fehlt',
  'it is empty': 'leer',
  'it stands there twice': 'steht zweimal da',
  'no base64url': 'Kein base64url',
  'no JSON': 'Kein JSON',
  'a name that no link of this page has': 'Ein Name, den kein Link dieser Seite hat',
  'made by a newer CaT Lab; reload the page to get that':
    'Von einem neueren CaT Lab gemacht; laden Sie die Seite neu, um es zu bekommen',
  'a name that nothing here may have': 'Ein Name, den hier nichts haben darf',
  'an open question has no final answer': 'Eine offene Frage hat keine Endantwort',
  'no text stands beside it': 'Daneben steht kein Text',
  'a method stands there twice': 'Ein Verfahren steht zweimal da',
  'no level of that name': 'Keine Stufe dieses Namens',
  'no question in it': 'Keine Frage darin',
  'the same as items.{}': (other) => `Dasselbe wie items.${other}`,
  'longer than {} characters': (n) => `Länger als ${number(n)} Zeichen`,
  'larger than {} MB': (n) => `Größer als ${number(n)} MB`,
  'more than {} KB when it is unpacked': (n) => `Ausgepackt mehr als ${number(n)} KB`,
  'more than {} criteria': (n) => `Mehr als ${number(n)} Kriterien`,
  'more than {} questions': (n) => `Mehr als ${number(n)} Fragen`,
  'nested more than {} deep': (n) => `Mehr als ${number(n)}-fach verschachtelt`,
  'expected 0 or 1': 'Erwartet wird 0 oder 1',
  'expected a number': 'Erwartet wird eine Zahl',
  'expected a whole number from 1': 'Erwartet wird eine ganze Zahl ab 1',
  'expected {}': (what) => `Erwartet wird ${reasonIn(what) ?? quoted(what)}`,
  'a whole number from {} to {}': (low, high) => `eine ganze Zahl von ${number(low)} bis ${number(high)}`,
  'a number from {} to {}': (low, high) => `eine Zahl von ${number(low)} bis ${number(high)}`,
  'a number above {} and up to {}': (low, high) => `eine Zahl über ${number(low)} und bis ${number(high)}`,
  'no file of CaT Lab: it has no mark': 'Keine Datei von CaT Lab: Ihr fehlt das Kennzeichen',
  'no text, or it broke off': 'Kein Text, oder er brach ab',

  ...FILE_REASONS,
};

/** Of the English above. */
export const TOLD = Object.keys(REASONS);

/** Those in which something varies; the narrower one of two stands first. */
const PATTERNS = TOLD.filter((reason) => reason.includes('{}')).map(
  (reason) => [new RegExp(`^${reason.split('{}').map(literal).join('(.+?)')}$`, 's'), REASONS[reason]] as const,
);

/** In German where it is known, else null. */
export function reasonIn(reason: string): string | null {
  const bare = reason.trim().replace(/\.$/, '');
  const told = Object.hasOwn(REASONS, bare) ? REASONS[bare] : undefined;
  if (typeof told === 'string') return told;
  for (const [pattern, tell] of PATTERNS) {
    const found = pattern.exec(bare);
    if (found !== null && typeof tell === 'function') return tell(...found.slice(1));
  }
  // More than one thing may be lacking.
  const parts = bare.split('; ');
  if (parts.length === 1 || parts.every((part) => reasonIn(part) === null)) return null;
  return parts.map(reasonOf).join('; ');
}

/** In German, or quoted: then it is of whoever's words the page passes on. */
export function reasonOf(reason: string): string {
  return reasonIn(reason) ?? (reason.trim() === '' ? '' : quoted(reason));
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** What is wrong at a place in a file, a link or a record; reasons that are not the page's own go out as they came. */
export const whyIn = (path: string, reason: string): string =>
  because(path, reasonIn(reason) ?? reason, { open: '„', close: '“' });
