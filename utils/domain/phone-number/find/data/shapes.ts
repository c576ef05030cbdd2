import type { Shape } from '../finder-rules';
import { LETTERS } from '../letters';

const OCTET = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
const DAY = '(?:0?[1-9]|[12]\\d|3[01])';
const MONTH = '(?:0?[1-9]|1[0-2])';
const YEAR = '(?:19|20)\\d\\d';
const HOUR = '(?:[01]?\\d|2[0-4])';
const CLOCK = `${HOUR}[:.][0-5]\\d(?:[:.][0-5]\\d)?`;
const CURRENCY = '(?:[€$£¥₹]|kr|sek|nok|dkk|isk|eur|usd|gbp|chf|pln|inr|jpy|aud|cad|zar|brl|mxn|aed|try|czk|huf|ron|mkr|msek|tkr|ksek|zł|kč|rs\\.?)';
const UNIT =
  '(?:kr\\b|:-|,-|sek|nok|dkk|eur|usd|gbp|chf|pln|kronor|kroner|euros?|dollars?|pounds?|zł|€|\\$|£|¥|%|‰|kg|mg|km|cm|mm|m2|m²|m3|m³|wh|kwh|mwh|gwh|kw|mw|hz|khz|mhz|ghz|kb|mb|gb|tb|kib|mib|gib|bytes?|octets?|chf|czk|kč|huf|ft\b|ron|lei\b|isk|px|pcs|stk|st\\b|ml|dl|cl|liter|litres?|°c|°|bar\\b|lm\\b|rpm|ppm|invånare|inhabitants|einwohner|habitants|users|pct|procent|prosent|prozent|rader|rækker|rivi[äa]|zeilen|lignes|rows|poster|records|exemplar|copies|visningar|views|steg|steps|miles|volt|watt|ohm)';
const FILES = '(?:pdf|docx?|xlsx?|pptx?|csv|tsv|txt|log|zip|gz|tar|rar|7z|jpe?g|png|gif|svg|webp|heic|mp[34]|m4a|mov|avi|wav|html?|xml|json|ya?ml|eml|msg|bak|sql|exe|dmg|iso|apk|js|ts|py|css|sh|ini|conf|cfg|dat|db|bin|tiff?|psd|ai|dwg|ics|vcf|odt|ods|rtf|md)';
const TOPS = '(?:com|net|org|info|biz|io|eu|se|no|dk|fi|is|ee|lv|lt|de|at|ch|fr|it|es|pt|nl|be|lu|uk|ie|pl|cz|sk|us|ca|au|nz|in|br|mx|ar|jp|za|sg|ae|tr|app|dev|nu|ai|co|me|gov|edu|shop|example|test|local)';

/** Shapes whose letters are capitals. */
const CAPITAL_SHAPES: readonly Shape[] = [
  // A state and its ZIP code.
  ['label', '\\b[A-Z]{2} \\d{5}-\\d{4}\\b'],
  ['identifier', '<Buffer[^>]*'],
  ['identifier', '(?<![\\w])(?=(?:[0-9a-f]{2}[ ,:])*(?:\\d[a-f]|[a-f]))(?:[0-9a-f]{2}[ ,:]){5,}[0-9a-f]{2}(?!\\w)'],
  ['bank-account', '\\b[A-Z]{2}\\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?\\b'],
  ['coordinates', '\\b[NSEWØV] ?\\d{1,3}[.°]\\d[\\d.\'’"°]*'],
];

/** Shapes whose letters and digits have no space between them. */
const GLUED: readonly Shape[] = [
  ['web-address', '\\b(?:https?|ftps?|wss?|file|git|ssh|urn|doi|isbn|arxiv):(?!\\s)[^\\s<>"]+'],
  ['web-address', '\\bwww\\.[^\\s<>"]+'],
  // A number before it may touch it: "08-123 45 67info@example.se".
  ['web-address', '(?:(?!\\d)|(?<!\\d[ -]\\d{0,3}))[\\w.+%-]+@[\\w-]+(?:\\.[\\w-]+)*'],
  ['web-address', `(?<![\\w@])[${LETTERS}\\d_%-]+(?:\\.[${LETTERS}\\d_%-]+)*\\.${FILES}(?![${LETTERS}\\d])`],
  ['web-address', `(?<![\\w@])(?:[${LETTERS}\\d-]+\\.)+${TOPS}(?![${LETTERS}\\d-])(?:[/?#:][^\\s<>"]*)?`],
  ['web-address', '(?<![\\w])(?:[A-Za-z]:)?\\\\{1,2}[^\\s\\\\]+(?:\\\\[^\\s\\\\]+)*'],
  ['web-address', `(?<![\\w.])(?:~|\\.{1,2})?/[${LETTERS}_.-][\\w.%-]*(?:/[\\w.%=-]+)+`],
  ['web-address', `(?<![\\w.])[${LETTERS}_][\\w.-]*(?:/[\\w.%=-]+){2,}`],
  ['identifier', '\\b[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\\b'],
  ['network-address', '(?<![\\w:-])(?:[0-9a-fA-F]{2}[:-]){5}[0-9a-fA-F]{2}(?![\\w:-])'],
  ['network-address', '(?<![\\w:])(?:[0-9a-fA-F]{1,4}:){2,7}:?(?:[0-9a-fA-F]{1,4}:?)*(?![\\w:])(?<!:\\d\\d|\\d:)'],
  ['identifier', '\\b0x[0-9a-fA-F]+\\b'],
  ['identifier', '\\b(?=[0-9a-fA-F]*\\d)(?=[0-9a-fA-F]*[a-fA-F])[0-9a-fA-F]{12,}\\b'],
];

/** Shapes with words or signs beside their digits. */
const SPACED: readonly Shape[] = [
  ['identifier', `(?<![${LETTERS}\\d])(?:v|ver|version|rev|build)\\.? ?\\d+(?:\\.\\d+)+`],
  ['identifier', '(?<!\\d ?)#\\s?[\\d][\\d. -]*\\d'],
  ['amount', `(?<![${LETTERS}\\d])(?:[a-z]{0,3}[$€£¥₹]|${CURRENCY}(?![${LETTERS}]))[ ]?-?\\d{1,3}(?:[ .,'’]?\\d{3}|,\\d{2})*(?:[.,]\\d{1,2})?(?!\\d|[-./]\\d)`],
  ['date', `(?<=(?:^| )(?:am|vom|bis|den|le|du|au|el|il|dnia|on|from|fra|til|från|till) )${DAY} ${MONTH} \\d\\d(?! ?\\d)`],
  ['amount', `(?<![\\d+.,/-])[1-9]\\d{3,} (?:m|g|l|h|s|w|v|a|j|n|pa)(?![${LETTERS}\\d.:])`],
];

/** Digits of an amount, where a unit follows: apart, because one expression with all units takes milliseconds to compile. */
const QUANTITY = '(?<![\\d+.,/-]|\\d )\\d{4,}(?:[.,]\\d{1,3})?|(?<![\\d+]|\\d[ .,/-])\\d{1,3}(?:[ .,\'’]\\d{3})*(?:[.,]\\d{1,2})?';

/** Shapes of digits and the signs of phone numbers. */
const NUMERIC: readonly Shape[] = [
  ['network-address', `(?<![\\d.])(?!\\d\\d(?:\\.\\d\\d){3}(?!\\d))${OCTET}(?:\\.${OCTET}){3}(?![\\d.]*\\d)(?::\\d+|/\\d+)?`],
  ['card', '(?<![\\d+-])\\d{4}([ -])\\d{4}\\1\\d{4}\\1\\d{3,4}(?![\\d-])|(?<![\\d+-])3[47]\\d\\d[ -]\\d{6}[ -]\\d{5}(?![\\d-])'],
  ['product-code', '(?<![\\d-])(?=(?:\\d[- ]?){12}\\d(?![\\d-]))97[89][\\d -]+\\d'],
  ['date', `(?<![\\d./-])${YEAR}([-./ ])${MONTH}\\1${DAY}(?![\\d])(?:[T, ]+${CLOCK}(?!\\d))?`],
  ['date', `(?<![\\d./-])${DAY}([-./ ]) ?${MONTH}\\1 ?${YEAR}(?![\\d]|[-./]\\d)`],
  ['date', `(?<![\\d./-])${MONTH}([-./])${DAY}\\1${YEAR}(?![\\d]|[-./]\\d)`],
  ['date', `(?<![\\d./-])${DAY}/${MONTH} ?- ?${DAY}/${MONTH}(?![\\d./-])`],
  ['range', `(?<![\\d./-])${YEAR} ?- ?${YEAR}(?![\\d./-])`],
  ['time', `(?<![\\d./-])(?:${CLOCK}|${HOUR}) ?- ?${CLOCK}(?![\\d])`],
  ['time', `(?<![\\d.:/-])\\d{1,3}:[0-5]\\d(?::[0-5]\\d)?(?:[.,]\\d+)?(?![\\d:])`],
  ['time', '(?<![\\d./-]|\\+\\d{1,3} )(?:[01]\\d|2[0-4])[0-5]\\d ?- ?(?:[01]\\d|2[0-4])[0-5]\\d(?:[ ,]+(?:[01]\\d|2[0-4])[0-5]\\d ?- ?(?:[01]\\d|2[0-4])[0-5]\\d)*(?![\\d./-]|[ ]\\d)'],
  ['time', `(?<![\\d./-])${HOUR}[.:][0-5]\\d(?:[ ,]+${HOUR}[.:][0-5]\\d)+(?![\\d./-])`],
  ['time', `(?<![\\d./-])${HOUR} ?- ?${HOUR}[ ,]+${HOUR} ?- ?${HOUR}(?![\\d./-])`],
  ['time', '(?<![\\d./-])(?:[01]\\d|2[0-4]) [0-5]\\d ?- ?(?:[01]\\d|2[0-4]) [0-5]\\d(?: ?- ?(?:[01]\\d|2[0-4]) [0-5]\\d)*(?![\\d./-])'],
  ['identifier', `(?<!\\d)\\d{1,4}-\\d{1,6}/${YEAR}(?!\\d)`],
  ['identifier', `(?<![\\d/.-]|\\d )\\d{1,4}/${YEAR}(?![\\d/]|[ .-]\\d)`],
  ['time', `(?<![\\d.,+)/-]|\\d ${''})${HOUR} ?- ?${HOUR}(?![\\d]|[ .,)/-] ?\\d)`],
  ['coordinates', '[-+]?\\d{1,3}\\.\\d{4,}°?\\s*[NS]?\\s*[,; /]\\s*[EW]?\\s*[-+]?\\d{1,3}\\.\\d{4,}°?'],
  ['coordinates', '(?<!\\d)\\d{6,7}\\.\\d{1,3}[,; ]+\\d{6,7}(?:\\.\\d{1,3})?'],
  ['amount', '(?<![\\d.,])0[.,]\\d{3,}(?![\\d.])'],
  ['amount', '(?<![\\d.,-])\\d{7,}[.,]\\d{1,2}(?![\\d])'],
  ['amount', '(?<![\\d.,-])\\d{1,3}(?:\\.\\d{3})+,\\d{1,2}(?!\\d)|(?<![\\d.,-])\\d{1,3}(?:,\\d{3})+(?:\\.\\d{1,2})?(?!\\d)|(?<![\\d.,+-])\\d{1,3}(?: \\d{3})+[.,]\\d{2}(?!\\d)'],
];

/** A year of two digits; New Caledonia writes its phone numbers so. */
const SHORT_DATE: Shape = ['date', `(?<![\\d./-]|\\d )(?:${DAY}([./-])${MONTH}\\1|${MONTH}([./-])${DAY}\\2)\\d\\d(?![\\d./-]|[ -]\\d\\d(?!:))`];

/** Sweden's and its neighbours' person and company numbers: six digits, a dash, four. */
const SIX_FOUR: Shape = ['personal-id', '(?<![\\d/+-])(?:19|20|16)?\\d{6} ?[-+] ?\\d{4}(?![\\d]|-\\d)'];
const BORN_FOUR: Shape = ['personal-id', `(?<![\\d/+-])(?:19|20)?\\d\\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01]|[67]\\d|8\\d) \\d{4}(?![\\d]|[ -]\\d)`];

/** What is no phone number by its shape, and what follows a quantity. */
export const SHAPES = Object.freeze({
  capitals: CAPITAL_SHAPES,
  glued: GLUED,
  spaced: SPACED,
  numeric: NUMERIC,
  shortDate: [SHORT_DATE],
  /** Sweden's and its neighbours' person and company numbers. */
  nordic: [SIX_FOUR, BORN_FOUR],
  quantity: QUANTITY,
  unit: UNIT,
});
