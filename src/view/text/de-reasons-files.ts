/** Why a file of questions or of a history is refused, in German: lines, members and marks (`de-reasons.ts`). */
import type { Told } from './de-told.ts';
import { number, quoted } from './de-told.ts';

export const FILE_REASONS: Readonly<Record<string, Told>> = {
  // Of any file.
  'nothing in it': 'Nichts darin',
  'no text': 'Kein Text',
  'a gzip archive: unpack it first': 'Ein gzip-Archiv: Entpacken Sie es zuerst',
  'a Zstandard archive: unpack it first': 'Ein Zstandard-Archiv: Entpacken Sie es zuerst',
  'a ZIP archive or a spreadsheet: unpack it, or save it as CSV':
    'Ein ZIP-Archiv oder eine Tabellendatei: Entpacken Sie es, oder speichern Sie sie als CSV',
  'a Parquet file: export it as JSON lines': 'Eine Parquet-Datei: Exportieren Sie sie als JSON-Zeilen',
  'a PDF': 'Eine PDF-Datei',
  'no text in UTF-8: is it a text file, saved as UTF-8?': 'Kein Text in UTF-8: Ist es eine Textdatei, als UTF-8 gespeichert?',
  'no text in UTF-16': 'Kein Text in UTF-16',
  'longer than {} bytes': (n) => `Länger als ${number(n)} Byte`,
  'larger than {} GiB': (n) => `Größer als ${number(n)} GiB`,
  'more than {} lines': (n) => `Mehr als ${number(n)} Zeilen`,
  'it broke off: {}': (why) => `Sie brach ab: ${quoted(why)}`,
  'no JSON: {}': (why) => `Kein JSON: ${quoted(why)}`,
  'is missing': 'fehlt',
  'expected an object': 'Erwartet war ein Objekt',
  'expected a list': 'Erwartet war eine Liste',
  'nested more than {} deep': (n) => `Tiefer als ${number(n)} Ebenen verschachtelt`,
  'a name that no row may have': 'Ein Name, den keine Zeile haben darf',
  'written by a newer CaT Lab: version {}, and this one reads up to {}': (is, known) =>
    `Von einem neueren CaT Lab geschrieben: Version ${is}, und dieses liest bis ${known}`,
  'its version is no whole number from 1': 'Ihre Version ist keine ganze Zahl ab 1',
  '{} files came; expected one': (n) => `Es kamen ${number(n)} Dateien; erwartet war eine`,

  // Of a set of questions.
  'no question in it': 'Keine Frage darin',
  'more than {} questions': (n) => `Mehr als ${number(n)} Fragen`,
  'a row of no known kind: expected question or problem and answer, or prompt and rubrics':
    'Eine Zeile unbekannter Art: Erwartet waren question oder problem und answer, oder prompt und rubrics',
  'a row of {} in a set of {}': (found, kind) => `Eine Zeile von ${found} in einem Fragensatz von ${kind}`,
  'the same as in line {}': (line) => `Dasselbe wie in Zeile ${number(line)}`,
  'a file of CaT Lab with “{}”, which is no question set': (kind) =>
    `Eine Datei von CaT Lab mit „${kind}“, was kein Fragensatz ist`,
  'a web page or XML, not a question set': 'Eine Webseite oder XML, kein Fragensatz',
  'one JSON list; expected one object in each line': 'Eine JSON-Liste; erwartet war ein Objekt in jeder Zeile',
  'one JSON object over several lines; expected one object in each line':
    'Ein JSON-Objekt über mehrere Zeilen; erwartet war ein Objekt in jeder Zeile',
  'neither JSON lines nor a table whose first line names a column question or problem, and answer':
    'Weder JSON-Zeilen noch eine Tabelle, deren erste Zeile eine Spalte question oder problem nennt, und answer',
  'the number of cells is {}, that of columns {}': (cells, columns) =>
    `Es sind ${number(cells)} Zellen und ${number(columns)} Spalten`,
  'a name that no column may have': 'Ein Name, den keine Spalte haben darf',
  'two columns of this name': 'Zwei Spalten dieses Namens',
  'text between a closing quote and the next cell':
    'Text zwischen einem schließenden Anführungszeichen und der nächsten Zelle',
  'a quote that opens here or in the lines below is never closed':
    'Ein Anführungszeichen, das hier oder weiter unten öffnet, wird nie geschlossen',
  'expected a text': 'Erwartet war ein Text',
  'expected a text that is not empty': 'Erwartet war ein Text, der nicht leer ist',
  'expected a text that is not empty, or a number': 'Erwartet war ein Text, der nicht leer ist, oder eine Zahl',
  'expected a text or a number': 'Erwartet war ein Text oder eine Zahl',
  'expected a number': 'Erwartet war eine Zahl',
  'expected a finite number': 'Erwartet war eine endliche Zahl',
  'a whole number too long to be read exactly: write it as a text, in quotes':
    'Eine ganze Zahl, die zu lang ist, um genau gelesen zu werden: Schreiben Sie sie als Text, in Anführungszeichen',
  'longer than 200 characters': 'Länger als 200 Zeichen',
  'expected a list of texts': 'Erwartet war eine Liste von Texten',
  'a criterion cannot be worth 0 points': 'Ein Kriterium kann nicht 0 Punkte wert sein',
  'expected a criterion with its points': 'Erwartet war ein Kriterium mit seinen Punkten',
  'expected a list of criteria': 'Erwartet war eine Liste von Kriterien',
  'no criterion gains points': 'Kein Kriterium bringt Punkte',
  'is missing, and the question is not open': 'fehlt, und die Frage ist nicht offen',
  'an open question has none': 'Eine offene Frage hat keine',
  'expected a solution as text': 'Erwartet war eine Lösung als Text',
  'expected a final answer behind ####': 'Erwartet war eine endgültige Antwort hinter ####',
  'expected a level from 1 to 5': 'Erwartet war eine Stufe von 1 bis 5',
  'expected user, assistant or system': 'Erwartet war user, assistant oder system',
  'expected a message with its role': 'Erwartet war eine Nachricht mit ihrer Rolle',
  'expected a list of messages': 'Erwartet war eine Liste von Nachrichten',
  'expected to end with the user': 'Erwartet war, dass sie mit user endet',

  // Of a history or a run.
  'cut off: its last line is missing': 'Abgeschnitten: Die letzte Zeile fehlt',
  'a line after the last one': 'Eine Zeile nach der letzten',
  '{} lines were written, and there are {}': (written, found) =>
    `${number(written)} Zeilen wurden geschrieben, und ${number(found)} sind da`,
  'a web page or XML, not an export of CaT Lab': 'Eine Webseite oder XML, kein Export von CaT Lab',
  'not an export of CaT Lab: its first line has no mark':
    'Kein Export von CaT Lab: Der ersten Zeile fehlt das Kennzeichen',
  'a file of CaT Lab with “{}”, which is no history': (kind) =>
    `Eine Datei von CaT Lab mit „${kind}“, was kein Verlauf ist`,
  'a record of no known kind ({})': (found) =>
    `Ein Datensatz unbekannter Art (${found === 'an empty one' ? 'ein leerer' : found})`,
  'the same run as in a line above': 'Derselbe Lauf wie in einer Zeile darüber',
  'the same plan as in a line above': 'Derselbe Plan wie in einer Zeile darüber',
  'the same set as in a line above': 'Derselbe Fragensatz wie in einer Zeile darüber',
  'the same group as in a line above': 'Dieselbe Gruppe wie in einer Zeile darüber',
  'the same place as in a line above': 'Derselbe Platz wie in einer Zeile darüber',
  'the same rollout as in a line above': 'Dieselbe Antwort wie in einer Zeile darüber',
  'the same evidence as in a line above': 'Derselbe Beleg wie in einer Zeile darüber',
  'a second synthesis of this group': 'Eine zweite Synthese dieser Gruppe',
  'no group stands above it': 'Keine Gruppe steht darüber',
  'no plan or set stands above it': 'Kein Plan oder Fragensatz steht darüber',
  'its run does not stand above it': 'Ihr Lauf steht nicht darüber',
  'its plan does not stand above it': 'Ihr Plan steht nicht darüber',
  'its group does not stand right above it': 'Ihre Gruppe steht nicht unmittelbar darüber',
  'its group is not done': 'Ihre Gruppe ist nicht fertig',
  'the number of its items is {}, and it names {}': (is, named) =>
    `Es sind ${number(is)} Fragen, und er nennt ${number(named)}`,
  'its plan has {} questions': (n) => `Ihr Plan hat ${number(n)} Fragen`,
  'it is done, and lacks a rollout or its synthesis': 'Sie ist fertig, und ihr fehlt eine Antwort oder die Synthese',
  'its evaluation is not of as many rollouts as its recipe has':
    'Ihre Auswertung hat nicht so viele Antworten wie ihr Rezept',
};
