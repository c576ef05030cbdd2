import type { WordRules } from '../finder-rules';
import { LABEL_WORDS } from './label-words';

/** What words and parts of words say of a number beside them. Lists are words with spaces between. */
export const WORD_RULES: WordRules = Object.freeze({
  labels: LABEL_WORDS,
  /** Regions whose pages are written in a language. */
  regions: {
    sv: 'SE AX FI', no: 'NO SJ', da: 'DK GL FO', fi: 'FI', de: 'DE AT CH LI LU', fr: 'FR BE CH LU MC CA',
    es: 'ES MX AR CL CO PE UY EC VE CR PA GT HN SV NI DO BO PY PR', it: 'IT CH SM VA', nl: 'NL BE', pl: 'PL',
    pt: 'PT BR AO MZ', cs: 'CZ SK', et: 'EE', lv: 'LV', lt: 'LT', is: 'IS', tr: 'TR', ja: 'JP',
  },
  /** Ends of compounds that make any word the name of a number that is dialled by nobody. */
  numberEnds: '.(?:nummers?|nummern|nummerna|numrene|numerot|numren|numeros|números|numeri|numéros|numbers?|numret|nummeret|numre|nr|nro|numero|numer|номер|-no|-id|_id|id-nr|kod|koden|code|kode|koodi|tunnus|kennung|kennz|kenmerk|zeichen|番号|zahl|referens|reference|nyckel|_no|_nr|_num|_number|_ref|_code|.{3}ref|.{3}(?:ings|ions|ets|ens)id|ärendeid|kundid|orderid|användarid|enhetsid|schlüssel|schein|beleg|bevis|avin?|intyg|zettel)$|^(?:kund|order|customer|user|ticket|case|client|account|member|session|device|message|invoice|booking|product|item|ärende|artikel|faktura|bokning|medlem|konto|användar|ordre|kunde|bruker|bruger|vare|sak|auftrags|kunden|bestell)_?-?id$',
  /** Last parts of compounds that name papers and plates with a number on them. */
  paperEnds: '.{3}(?:kort|kortet|brev|brevet|sedel|sedeln|licens|licensen|avtal|avtalet|medgivande|medgivandet|serien?|kvitto|kvittot|biljett|biljetten|etikett|märke|märket|bladet|lott|lotten|tagg|taggen|nod|koden|koder|beslut|beslutet|pass|passet|bricka|skylt|karte|ausweis|vertrag|bescheid|marke|schein|antrag|bewijs|kaart|polis|kortti|lippu|sopimus|päätös|bevis|attest|vedtak|avtale|aftale|billett|billet|kontrakt)$',
  /** Beginnings and ends of compounds that name phones. */
  phoneStarts: '^(?:grupp(?:nr|num)|caller_n|called_n|calling_n|dialed_n|from_n|to_n|tel|tfn|mobil|mob|phone|handy|fax|gsm|jour(?!nal)|växel|direkt|hem(?:nr|nummer|tele)|arbets?(?:nr|nummer|tele)|tlf|jobb|kontakt|svars|hotline|service|support|kund(?:tjänst|service)|nöd|ruf|puhelin|cell|contact|ring|sms|whatsapp|vakt|vagt|hoved|sentralbord|doorkies|durchwahl|festnetz|rückruf|notruf|akut|vård|gratis|info|kostnadsfri|電話|携帯)',
  phoneEnds: '.[-_.](?:tel|mob|cell|mobile|phone|fax|tlf|tfn|gsm|handy)\\d?$|.(?:telefon|telefonen|telefonnr|telefonnummer|mobil|mobilen|mobilnummer|växel|växeln|telefoon|puhelin|phone|hotline|jour|linjen?|lijn|anruf)$',
  /** Things with a desk that answers. */
  desks: 'rejestracja varaukset herstellingen bookings reservations bokningar beställningar leveranser deliveries försäkringar skador claims repairs tickets biljetter recept prov felanmälan anmälan commandes réservations reservas prenotazioni boekingen payroll accounts parts service ersatzteile reservdelar varaosamyynti registrars terminalen dispatch reports biljettluckan billettluka billetluge oficina huolto',
  /** One such thing: its number, unless a colon makes it a heading. */
  matters: 'booking reservation reservierung buchung bokning bokningen bordsbokning beställning leverans delivery insurance försäkring skada remiss flyg frakt varaus commande réservation reserva prenotazione prenotazion boeking reservering bestilling registration project projekt assurance versicherung seguro',
  /** Between the members of a list. */
  lists: 'och and samt eller or und oder et ou y e en of i og ja tai ersätts ersätter replaces supersedes till to bis through with med',
  /** Before "number" in English, not making it another kind of number. */
  plainNumbers: 'new old right wrong correct main best only same following home work business general alternate alternative other second first emergency available good current published listed usual personal private own different local shop store',
  /** "… is your booking number" */
  is: 'är is ist er on var was est es è to jest é som as als avser gäller tillhör belongs refers lautet heter heißt war seria corresponde alltså dvs nämligen namely that\'s thats that’s it\'s it’s its c\'est c’est das correspond correspondent motsvarar tilsvarer svarer ovat lyder luyder hoort',
  /** "You get me on …" */
  reach: 'på on at unter au al allo ao op pod numerosta numeroon numerossa',
  /** What is said of a ticket or a policy; nobody's phone is, renewed, or found. */
  verbs:
    'saknar passar avviker innehåller kostar väger motsvarar gäller avser är var har hade ska skall blev blir gav ger löper löpte saknas finns hittades gick står stod heter hette löd utgår utgick upphör kasseras tas ' +
    'mangler fehlt fehlen folgt manque manquent manca falta brakuje puuttuu ontbreekt volgt ' +
    'ligger existerar syns redan already déjà bereits risulta figura ' +
    'is was has had will must should shall expires ends wins won appeared shipped goes went needs contains belongs became lies reads comes ' +
    'ist war hat wird wurde heißt muss soll läuft steht endet gehört lautet gilt verfällt est était doit expire sera es fue ha debe vence è scade deve scadrà is was heeft geldt vervalt wordt werd moet verloopt ' +
    'gjelder gælder bortfaller bortfalder forfaller forfalder inneholder vedrører er blev ble har skal udløber utløper står on oli koskee raukeaa päättyy vanhenee kuuluu jest dotyczy był została musi wygasa é foi deve',
  /** Passive and past forms: registrerades, förnyas, cancelled. */
  passives: '^\\p{Ll}{3,}(?:[^ml]ad|agd|agt|avs|ades|erades|ndes|ldes|rdes|ttes|ats|rats|erats|nyas|eras|[klmpstv]as|atts|[ae]tes|[eaø]des|ttes|eres|elled|ered|ated|ished|ssed|cked|pped|tured|ired|ned)$',
  // "ext. 12", "ankn 345", "x7"
  extension: '^[ \\u0001]{0,2}(?:[,;(]?[ ]?(?:ext(?:ension|n)?|anknytning|ankn|ank|int|durchwahl|dw|klappe|poste|interno|anexo|ramal|alanumm?ero?|toestel|wew|lokal|tnr|xtn?|[x#])[.: ]{0,3}|~ ?)(\\d{1,7})',
  code: '(?<![A-Za-zÀ-ž\\d])(?!HB|KB|T[FL]|GSM|SM|DK|DE|SE|NO)[B-DF-HJ-NP-TV-XZ][A-Z]{1,5}[ :#-]{1,2}$',
  vanity: '(?<![\\p{L}\\d.,/@#_-])(\\+?\\d{1,4}(?:[-. ]\\(?\\d{3}\\)?)?)[-. ]([A-Z]{4,12}(?:-[A-Z]{2,8})*)(?![\\p{L}\\d@_/])',
  bullet: '[ \\t]*(?:[-*•>#] ?|\\(?[A-Za-z]{0,4}\\.? ?\\d{1,3}[.):]?[ \\t]+|[a-z]\\) ?)?"?',
  listed: '^[\\s,;/&+•*-]*(?:(?:och|and|samt|eller|or|und|oder|et|ou|y|e|en|og|ja|tai|i)\\s)?$',
  // "0800 496 0112 to 0800 496 0188"
  range: '^\\s*(?:-+>?|→|=>|to|through|thru|till?|t\\.?o\\.?m\\.?|bis|tot|al?|à|au|do|até|med|mot|into|with|by|mit|gegen|par|por|con|met)\\s*$',
});
