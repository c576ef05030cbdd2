import { LABEL_WORDS } from './label-words';
import { languagesOf } from './region-languages';

/** What a word beside a number says of it. */
export type WordClass =
  | 'phone'
  | 'id' // a number of its own kind, by its very name: ordernummer
  | 'thing' // what has a number of its own kind: invoice
  | 'desk' // what has one, and people to call about it: bookings
  | 'owner' // who has a phone and a number
  | 'number' // the word number itself
  | 'between'
  | 'other';

export type WordClassifier = (word: string) => WordClass;

/** Ends of compounds that make any word the name of a number that is dialled by nobody. */
const NUMBER_ENDS = /.(?:nummer|number|numret|nummeret|numre|nr|nro|numero|numer|номер|-no|-id|_id|id-nr|kod|koden|code|kode|koodi|tunnus|kennung|kenmerk|zeichen|番号|zahl|referens|reference|nyckel|_no|_nr|_num|_number|_ref|_code)$/;
const PHONE_COMPOUND = /^(?:tel|tfn|mobil|mob|phone|handy|fax|gsm|jour(?!nal)|växel|direkt|hem(?:nr|nummer|tele)|arbets?(?:nr|nummer|tele)|tlf|jobb|kontakt|svars|hotline|service|support|kund(?:tjänst|service)|nöd|ruf|puhelin|cell|contact|ring|sms|whatsapp|vakt|vagt|hoved|sentralbord|doorkies|durchwahl|festnetz|notruf|akut|vård|gratis|info|kostnadsfri|電話|携帯)/;
const PHONE_END = /.(?:telefon|telefonen|telefonnr|telefonnummer|mobil|mobilen|mobilnummer|växel|växeln|telefoon|puhelin|phone|hotline|jour|linjen?|anruf)$/;

/** Things with a desk that answers. */
const DESKS = new Set(
  'order orders ordern booking bookings reservation reservations reservierung buchung bokning bokningar bokningen bordsbokning beställning beställningar leverans leveranser delivery deliveries ärende ärenden insurance försäkring försäkringar skada skador claims repairs tickets biljetter recept remiss prov flyg frakt paket kvitto anmälan felanmälan varaus commande commandes réservation réservations reserva reservas prenotazione prenotazion prenotazioni boeking boekingen reservering bestilling ordre order- registration project projekt assurance versicherung seguro postal room rum rummet'.split(' '),
);

interface Vocabulary {
  readonly whole: ReadonlyMap<string, WordClass>;
  readonly stems: readonly (readonly [string, WordClass])[];
}

const CLASSES = [
  ['between', 'between'],
  ['number', 'number'],
  ['owners', 'owner'],
  ['things', 'thing'],
  ['phone', 'phone'],
] as const;

function vocabularyOf(languages: readonly string[]): Vocabulary {
  const whole = new Map<string, WordClass>();
  const stems = new Map<string, WordClass>();
  // The likeliest language last, so that its meaning of a word wins.
  for (const language of [...languages].reverse()) {
    const words = LABEL_WORDS[language];
    if (!words) continue;
    for (const [list, meaning] of CLASSES)
      for (const word of words[list].split(' ')) {
        if (word.endsWith('$')) whole.set(word.slice(0, -1), meaning);
        else if (word !== '') stems.set(word, meaning);
      }
  }
  return { whole, stems: [...stems].sort(([a], [b]) => b.length - a.length) };
}

/** Letters that an ending adds: ordern, invoices, fakturorna. */
const ENDING = 4;

function classOf(word: string, { whole, stems }: Vocabulary): WordClass {
  const exact = whole.get(word);
  if (exact) return exact === 'thing' && DESKS.has(word) ? 'desk' : exact;
  const parts = word.split(/[-_/]/);
  const isThing = (part: string) => whole.get(part) === 'thing' || stems.some(([stem, meaning]) => meaning === 'thing' && stem.length > 3 && (part.startsWith(stem) || part.endsWith(stem)));
  if (NUMBER_ENDS.test(word)) return PHONE_COMPOUND.test(word) && !parts.some(isThing) ? 'phone' : 'id';
  if (PHONE_END.test(word)) return 'phone';
  if (parts.length > 1 && isThing(parts.at(-1) ?? '')) return 'thing';
  const stem = stems.find(([start]) => word.startsWith(start) && (start.length > 3 || word.length <= start.length + 2));
  if (stem && stem[1] !== 'thing') return stem[1] === 'phone' || word.length <= stem[0].length + ENDING ? stem[1] : 'other';
  if (DESKS.has(word)) return 'desk';
  // Fakturafrågor and orderavdelningen have a telephone; a kreditfaktura has not.
  if (stem) return word.length <= stem[0].length + ENDING ? 'thing' : 'desk';
  const tail = stems.find(([end, meaning]) => meaning === 'thing' && end.length > 4 && word.endsWith(end));
  return tail ? (DESKS.has(tail[0]) ? 'desk' : 'thing') : 'other';
}

/** Meaning of words in `languages` (ISO 639) and those of `region`; in all known ones after them. */
export function createWordClassifier(languages: readonly string[], region: string): WordClassifier {
  const named = [...languages.map((one) => one.toLowerCase().split('-')[0] ?? ''), ...languagesOf(region)];
  const first = named.filter((one, at) => Object.hasOwn(LABEL_WORDS, one) && named.indexOf(one) === at);
  const vocabulary = vocabularyOf([...first, ...Object.keys(LABEL_WORDS).filter((one) => !first.includes(one))]);
  const memo = new Map<string, WordClass>();
  return (word) => {
    // "Tlf.nr" and "Art.nr" are compounds.
    const key = word.toLowerCase().replace(/\.|^[dl]['’]/g, '');
    let meaning = memo.get(key);
    if (meaning === undefined) {
      meaning = classOf(key, vocabulary);
      if (memo.size > 5000) memo.clear();
      memo.set(key, meaning);
    }
    return meaning;
  };
}
