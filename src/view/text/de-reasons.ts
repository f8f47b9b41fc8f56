/**
 * The reasons that a person may meet without having done anything unusual, in German. They are data
 * that come from every room in English; what is not here (a browser's or a server's own words) goes
 * out as it came.
 */
const REASONS: Readonly<Record<string, string>> = {
  'this browser does not offer WebGPU': 'Dieser Browser bietet kein WebGPU',
  'the browser found no graphics processor to use': 'Der Browser fand keinen Grafikprozessor',
  'the bundled model could not be started on it': 'Das mitgelieferte Modell ließ sich darauf nicht starten',
  'the stream ended before the rollout': 'Der Strom endete vor der Antwort',
  'the stream ended before the synthesis': 'Der Strom endete vor der Synthese',
  'the group ended without a synthesis': 'Die Gruppe endete ohne Synthese',
  'none was sampled': 'Es wurde keine gezogen',
  'every one is empty or failed': 'Jede ist leer oder fehlgeschlagen',
  'its cache does not fit': 'Sein Zwischenspeicher passt nicht',
  'it computes in half precision (shader-f16), which this device does not offer':
    'Es rechnet mit halber Genauigkeit (shader-f16), die dieses Gerät nicht bietet',
  'the connection was cut before the answer had ended':
    'Die Verbindung brach ab, bevor die Antwort zu Ende war',
  'it offers no list of models: is this the address of its interface?':
    'Er bietet keine Liste von Modellen: Ist das die Adresse seiner Schnittstelle?',
  'its answer is no JSON: is this the address of its interface?':
    'Seine Antwort ist kein JSON: Ist das die Adresse seiner Schnittstelle?',
  'nothing in it': 'Nichts darin',
  'cut off: its last line is missing': 'Abgeschnitten: Die letzte Zeile fehlt',
  'is missing': 'fehlt',
};

export const reasonIn = (reason: string): string => REASONS[reason.trim().replace(/\.$/, '')] ?? reason;
