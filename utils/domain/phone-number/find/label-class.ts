import { LABEL_WORDS } from './label-words';
import { languagesOf } from './region-languages';

/** What a word beside a number says of it. */
export type WordClass =
  | 'phone'
  | 'id' // a number of its own kind, by its very name: ordernummer
  | 'thing' // what has a number of its own kind: invoice
  | 'desk' // what has one, and people to call about it: bookings
  | 'matter' // one of these: a booking
  | 'owner' // who has a phone and a number
  | 'number' // the word number itself
  | 'between'
  | 'other';

export type WordClassifier = (word: string) => WordClass;

/** Ends of compounds that make any word the name of a number that is dialled by nobody. */
const NUMBER_ENDS = /.(?:nummers?|nummern|nummerna|numrene|numerot|numren|numeros|números|numeri|numéros|numbers?|numret|nummeret|numre|nr|nro|numero|numer|номер|-no|-id|_id|id-nr|kod|koden|code|kode|koodi|tunnus|kennung|kenmerk|zeichen|番号|zahl|referens|reference|nyckel|_no|_nr|_num|_number|_ref|_code|.{3}ref|schlüssel|schein|beleg|bevis|avin?|intyg|zettel)$/;
/** Last parts of compounds that name papers and plates with a number on them. */
const PAPER_ENDS = /.{3}(?:kort|kortet|brev|brevet|sedel|sedeln|licens|licensen|avtal|avtalet|medgivande|medgivandet|serien?|kvitto|kvittot|biljett|biljetten|etikett|märke|märket|bladet|lott|lotten|tagg|taggen|nod|koden|koder|beslut|beslutet|pass|passet|bricka|skylt|karte|ausweis|vertrag|bescheid|marke|schein|antrag|bewijs|kaart|polis|kortti|lippu|sopimus|päätös|bevis|attest|vedtak|avtale|aftale|billett|billet|kontrakt)$/;
const PHONE_COMPOUND = /^(?:tel|tfn|mobil|mob|phone|handy|fax|gsm|jour(?!nal)|växel|direkt|hem(?:nr|nummer|tele)|arbets?(?:nr|nummer|tele)|tlf|jobb|kontakt|svars|hotline|service|support|kund(?:tjänst|service)|nöd|ruf|puhelin|cell|contact|ring|sms|whatsapp|vakt|vagt|hoved|sentralbord|doorkies|durchwahl|festnetz|rückruf|notruf|akut|vård|gratis|info|kostnadsfri|電話|携帯)/;
const PHONE_END = /.(?:telefon|telefonen|telefonnr|telefonnummer|mobil|mobilen|mobilnummer|växel|växeln|telefoon|puhelin|phone|hotline|jour|linjen?|anruf)$/;

/** Things with a desk that answers. */
const DESKS = new Set(
  'bookings reservations bokningar beställningar leveranser deliveries försäkringar skador claims repairs tickets biljetter recept prov felanmälan anmälan commandes réservations reservas prenotazioni boekingen payroll accounts'.split(' '),
);
/** One such thing: its number, unless a colon makes it a heading. */
const MATTERS = new Set(
  'booking reservation reservierung buchung bokning bokningen bordsbokning beställning leverans delivery ärende ärenden insurance försäkring skada remiss flyg frakt paket kvitto varaus commande réservation reserva prenotazione prenotazion boeking reservering bestilling registration project projekt assurance versicherung seguro postal room rum rummet'.split(' '),
);
const deskOf = (word: string): WordClass | null => (DESKS.has(word) ? 'desk' : MATTERS.has(word) ? 'matter' : null);

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

/** `near`: languages whose words' beginnings count; of the others only whole words do. */
function vocabularyOf(languages: readonly string[], near: readonly string[]): Vocabulary {
  const whole = new Map<string, WordClass>();
  const stems = new Map<string, WordClass>();
  // The likeliest language last, so that its meaning of a word wins.
  for (const language of [...languages].reverse()) {
    const words = LABEL_WORDS[language];
    if (!words) continue;
    for (const [list, meaning] of CLASSES)
      for (const word of words[list].split(' ')) {
        if (word.endsWith('$')) whole.set(word.slice(0, -1), meaning);
        else if (word !== '' && near.includes(language)) stems.set(word, meaning);
        else if (word !== '') whole.set(word, meaning);
      }
  }
  return { whole, stems: [...stems].sort(([a], [b]) => b.length - a.length) };
}

const PLURAL = /(?:[^s]s|[aeo]r)$/;

/** Letters that an ending adds: ordern, invoices, fakturorna. */
const ENDING = 4;

function classOf(word: string, { whole, stems }: Vocabulary): WordClass {
  const exact = whole.get(word);
  if (exact) return exact === 'thing' ? (deskOf(word) ?? exact) : exact;
  const parts = word.split(/[-_/]/);
  const isThing = (part: string) => whole.get(part) === 'thing' || stems.some(([stem, meaning]) => meaning === 'thing' && stem.length > 3 && (part.startsWith(stem) || part.endsWith(stem)));
  if (NUMBER_ENDS.test(word)) return PHONE_COMPOUND.test(word) && !parts.some(isThing) ? 'phone' : 'id';
  if (PHONE_END.test(word)) return 'phone';
  if (parts.length > 1 && isThing(parts.at(-1) ?? '')) return 'thing';
  const stem = stems.find(([start]) => word.startsWith(start) && (start.length > 3 || word.length <= start.length + 2));
  if (stem && stem[1] !== 'thing') return stem[1] === 'phone' || word.length <= stem[0].length + ENDING ? stem[1] : 'other';
  const desk = deskOf(word);
  if (desk) return desk;
  // Permits and reservdelar are a department's name as well.
  if (stem && word.length > stem[0].length && PLURAL.test(word)) return 'desk';
  // Fakturafrågor and orderavdelningen have a telephone; a kreditfaktura has not.
  if (stem) return word.length <= stem[0].length + ENDING ? 'thing' : 'desk';
  if (PAPER_ENDS.test(word)) return 'thing';
  const tail = stems.find(([end, meaning]) => meaning === 'thing' && end.length > 3 && word.endsWith(end));
  return tail ? (deskOf(tail[0]) === null ? 'thing' : 'desk') : 'other';
}

/** Meaning of words in `languages` (ISO 639) and those of `region`; in all known ones after them. */
export function createWordClassifier(languages: readonly string[], region: string): WordClassifier {
  const named = [...languages.map((one) => one.toLowerCase().split('-')[0] ?? ''), ...languagesOf(region)];
  const first = named.filter((one, at) => Object.hasOwn(LABEL_WORDS, one) && named.indexOf(one) === at);
  const vocabulary = vocabularyOf([...first, ...Object.keys(LABEL_WORDS).filter((one) => !first.includes(one))], region === '' && languages.length === 0 ? Object.keys(LABEL_WORDS) : [...first, 'en']);
  const memo = new Map<string, WordClass>();
  return (word) => {
    // "Tlf.nr" and "Art.nr" are compounds.
    const key = word.toLowerCase().replace(/^[dl]['’]/, '').replace(/\.(?=.)/g, '-').replace(/\.$/, '');
    let meaning = memo.get(key);
    if (meaning === undefined) {
      meaning = classOf(key, vocabulary);
      if (memo.size > 5000) memo.clear();
      memo.set(key, meaning);
    }
    return meaning;
  };
}
