/** What a CRM knows of a person. Every number is from the ranges PTS keeps for fiction: 08-465 004 00–99, 070-174 06 05–99. */
export interface Contact {
  readonly id: string;
  readonly name: string;
  readonly company: string;
  readonly title: { readonly sv: string; readonly en: string };
  readonly email: string;
  readonly city: string;
  /** As somebody once typed it: the formats differ on purpose. */
  readonly phone: string;
  readonly mobile: string;
  readonly stage: 'customer' | 'prospect' | 'quote';
  readonly owner: string;
}

const title = (sv: string, en: string) => ({ sv, en });

export const CONTACTS: readonly Contact[] = [
  { id: 'petra-ekdahl', name: 'Petra Ekdahl', company: 'Ekbacken Bygg AB', title: title('Inköpschef', 'Head of purchasing'), email: 'petra@ekbacken.example', city: 'Stockholm', phone: '+46 8 465 004 10', mobile: '070-174 06 10', stage: 'customer', owner: 'AK' },
  { id: 'erik-soder', name: 'Erik Söder', company: 'Söders Måleri', title: title('Ägare', 'Owner'), email: 'erik@sodersmaleri.example', city: 'Norrtälje', phone: '08-465 004 11', mobile: '+46 70 174 06 11', stage: 'quote', owner: 'AK' },
  { id: 'leila-nouri', name: 'Leila Nouri', company: 'Björkgatans Tandvård', title: title('Klinikchef', 'Clinic manager'), email: 'leila@bjorkgatan.example', city: 'Solna', phone: '08 465 004 12', mobile: '0701740612', stage: 'customer', owner: 'LH' },
  { id: 'oskar-wiberg', name: 'Oskar Wiberg', company: 'Wiberg & Dotter Redovisning', title: title('Redovisningskonsult', 'Accountant'), email: 'oskar@wibergdotter.example', city: 'Uppsala', phone: '0846500413', mobile: '070 174 06 13', stage: 'prospect', owner: 'AK' },
  { id: 'ingrid-falk', name: 'Ingrid Falk', company: 'Falkens Bokhandel', title: title('Butikschef', 'Shop manager'), email: 'ingrid@falkensbok.example', city: 'Sigtuna', phone: '0046 8 465 004 14', mobile: '070/174 06 14', stage: 'customer', owner: 'LH' },
  { id: 'jonas-haga', name: 'Jonas Haga', company: 'Haga Transport', title: title('Trafikledare', 'Dispatcher'), email: 'jonas@hagatransport.example', city: 'Södertälje', phone: '+46 (0)8 465 004 15', mobile: '070-1740615', stage: 'quote', owner: 'AK' },
  { id: 'elin-sjoberg', name: 'Elin Sjöberg', company: 'Sjöbergs Trädgård', title: title('Trädgårdsmästare', 'Head gardener'), email: 'elin@sjobergstradgard.example', city: 'Ekerö', phone: '08/465 004 16', mobile: '+46-70-174 06 16', stage: 'prospect', owner: 'MR' },
  { id: 'ali-demir', name: 'Ali Demir', company: 'Demirs Bageri', title: title('Bagare och ägare', 'Baker and owner'), email: 'ali@demirsbageri.example', city: 'Huddinge', phone: '08.465.004.17', mobile: '(070) 174 06 17', stage: 'customer', owner: 'MR' },
  { id: 'karin-nyman', name: 'Karin Nyman', company: 'Nyman Juridik', title: title('Advokat', 'Lawyer'), email: 'karin@nymanjuridik.example', city: 'Stockholm', phone: '(08) 465 004 18', mobile: '070 – 174 06 18', stage: 'customer', owner: 'LH' },
  { id: 'tomas-ek', name: 'Tomas Ek', company: 'Ek Eltjänst', title: title('Elektriker', 'Electrician'), email: 'tomas@ekeltjanst.example', city: 'Nacka', phone: '08-46 50 04 19', mobile: '+46(0)701740619', stage: 'prospect', owner: 'AK' },
  { id: 'sara-holm', name: 'Sara Holm', company: 'Holms Förskola', title: title('Rektor', 'Headteacher'), email: 'sara@holmsforskola.example', city: 'Täby', phone: '+46846500420', mobile: '0046701740620', stage: 'quote', owner: 'MR' },
];

/** `tel:` target of a number as typed: digits and a leading plus (RFC 3966 section 5.1.4). */
export const telOf = (text: string): string => text.replace(/\(0\)/g, '').replace(/[^\d+]/g, '');
