import { LABEL_WORDS } from './label-words';

/** What a word beside a number says of it. */
export type WordClass = 'phone' | 'id' | 'thing' | 'owner' | 'number' | 'between' | 'other';

export type WordClassifier = (word: string) => WordClass;

/** Ends of compounds that make any word the name of a number that is dialled by nobody. */
const NUMBER_ENDS = /.(?:nummer|number|numret|nummeret|nr|nro|numero|numer|номер|-no|-id|_id|id-nr|kod|koden|code|kode|koodi|tunnus|kennung|kenmerk|zahl|referens|reference|nyckel|konto|_no|_nr|_num|_number|_ref|_code)$/;
const PHONE_COMPOUND = /^(?:tel|tfn|mobil|mob|phone|handy|fax|gsm|jour|växel|direkt|hem|arbets|jobb|kontakt|svars|hotline|service|support|kund(?:tjänst|service)|nöd|ruf|telefoon|puhelin|cell|contact|ring|sms|whatsapp|vakt|vagt|hoved|sentralbord|doorkies|durchwahl|festnetz|notruf|akut|vård)/;

type Table = ReadonlyMap<string, WordClass>;
interface Vocabulary {
  readonly whole: Table;
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

/** Short words mean what they mean: `nr`, `id`, `no` are no ends of compounds. */
function classOf(word: string, { whole, stems }: Vocabulary): WordClass {
  const exact = whole.get(word);
  if (exact) return exact;
  const compound = NUMBER_ENDS.test(word);
  if (compound && PHONE_COMPOUND.test(word)) return 'phone';
  const stem = stems.find(([start]) => word.startsWith(start) && (start.length > 3 || word.length <= start.length + 2));
  if (compound) return stem?.[1] === 'phone' ? 'phone' : 'id';
  return stem?.[1] ?? 'other';
}

/** Meaning of words in `languages` (ISO 639); in all known ones when empty. */
export function createWordClassifier(languages: readonly string[]): WordClassifier {
  const known = languages.map((one) => one.toLowerCase().split('-')[0] ?? '').filter((one) => Object.hasOwn(LABEL_WORDS, one));
  const vocabulary = vocabularyOf([...known, ...Object.keys(LABEL_WORDS).filter((one) => !known.includes(one))]);
  const memo = new Map<string, WordClass>();
  return (word) => {
    const key = word.toLowerCase();
    let meaning = memo.get(key);
    if (meaning === undefined) {
      meaning = classOf(key, vocabulary);
      if (memo.size > 5000) memo.clear();
      memo.set(key, meaning);
    }
    return meaning;
  };
}
