/**
 * Words that tell what a number is. Beginnings of words, lower case, so that compounds and endings count too; a word
 * with `$` stands alone. By language, then for all.
 */
interface LabelWords {
  /** A phone number follows. */
  readonly phone: string;
  /** What has a number of its own kind; the word alone is enough. */
  readonly things: string;
  /** Who has both a phone and a number: only with "number", "id" or "code" it is no phone. */
  readonly owners: string;
  /** The word "number" and its short forms. */
  readonly number: string;
  /** Words that may stand between a label and its number. */
  readonly between: string;
}

export const LABEL_WORDS: Readonly<Record<string, LabelWords>> = {
  en: {
    phone: 'answers$ dispatch$ bell$ reach$ leave$ out-of-hours after-hours incoming$ outgoing$ questions$ enquiries$ inquiries$ answer$ answered$ lvm$ vm$ dialed$ dialled$ a-number$ b-number$ tel$ tels$ tele$ telephone phone ph$ mobile$ mobiles$ mob$ cell$ cellphone cellular call$ calls$ calling$ called$ callback$ ring$ dial$ dialing$ dialling$ text$ sms whatsapp wa$ viber$ signal$ telegram$ fax hotline helpline helpdesk switchboard landline reach$ contact$ contacts$ direct$ office$ toll-free tollfree freephone switch$ desk$ caller$ police$ ddi$ did$ voicemail reception$ emergency$ hq$',
    things:
      'problem$ card$ cards$ stub$ agreement certificate label$ tube$ nonce wallet$ odometer counter$ resistor units$ plant$ sku$ serial pass$ badge$ permit firmware software lading lots$ seal$ bill$ lease$ permit part$ parts$ spare$ spares$ drawing incident inc$ prb$ chg$ req$ sr$ wo$ work$ reading readings$ well$ listing mls$ grant$ award$ cause$ exhibit bates form$ exam candidate$ roll$ gate$ terminal track$ platform$ coach$ pallet bol$ manifest hull$ engine chassis frame$ motor$ boiler pump$ filter$ mpan mprn supply$ sensor probe$ node$ population payroll revenue census elevation elev$ votes ballots return$ returns$ rma$ fault$ wire$ deposit$ lab$ requisition mls apn$ folio parcel plat$ deed$ warrant citation bib$ runner entry$ entries$ draw$ bond$ grid$ northing easting order$ orders$ order- ordering invoice ticket case$ cases$ booking bookings reservation confirmation tracking parcel shipment consignment waybill awb$ contract policy claim meter serial s/n$ sn$ part$ item$ sku$ article$ asin$ upc$ ean$ gtin barcode isbn issn imei iccid imsi vin$ license licence permit citation plate$ credit$ debit registration passport account acct$ a/c$ routing$ aba$ swift$ bic$ iban sort$ ref$ refs$ reference references po$ p/o$ rma$ lot$ batch$ model$ version build$ rev$ revision invoice# batch docket$ patent file$ record$ transaction txn$ payment receipt quote quotation voucher coupon membership loyalty pnr$ npi$ ein$ ssn$ tin$ vat$ tax$ nhs$ ni$ duns$ zip$ postcode postal id$ ids$ uid$ uuid guid hash checksum sha$ sha1$ sha256$ pmid$ pmcid$ doi$ arxiv pubmed job$ project$ issue$ bug$ commit pin$ password passcode code$ codes$ token key$ page$ pages$ room$ flight seat$ locker plot$ box$ asset$ tag$ unit$ product$ catalog catalogue survey respondent sample$ specimen accession mrn$ chart$ prescription rx$ epoch timestamp unix$ port$ error$ errno status$ offset$ address$ barcode delivery$ session$ device$ container$ bl$ hs$ cas$ score$ total$ sum$ amount$ balance$ price$ qty$ quantity population views$ bytes$ size$ count$ area$ lottery lotto$ keno$ winning$ check$ cheque urn$ crn$ siret$ siren$ cin$ pan$ aadhaar gstin upi$ utr$ abn$ acn$ tfn$ ird$ nzbn$ medicare cik$ isin cusip sedol',
    owners: 'tenant owner buyer seller caller landlord customer client member employee patient company account user subscriber person personal student staff driver agent supplier vendor partner billing support$ service$ card$ bank$ insurance social$ national$ identity identification',
    number: 'number$ no$ nos$ num$ nr$ #$ n°$ № nbr$ numbers$',
    between: 'is$ are$ was$ merged$ linked$ supersedes$ superseded$ replaced$ replaces$ the$ your$ our$ my$ his$ her$ their$ us$ me$ him$ them$ on$ at$ to$ of$ for$ a$ an$ this$ with$ has$ and$ or$ & by$ please$ just$ via$ quote$ quoting$ ask$ under$ new$ old$ following$ it$ be$ as$',
  },
  sv: {
    phone: 'anmäl$ anmäls$ anmäles$ hör$ pinga$ slår$ ringas$ jourhavande beredskap inkommande$ utgående$ frågor$ svar$ svarar$ svarade$ uppringd$ missat$ missade$ a-nr$ b-nr$ a-nummer$ b-nummer$ tel$ tele$ tfn$ telefon tfn mobil mob$ mobiltel ring$ ringa$ ringer$ ringde$ ringt$ uppring slå$ nås$ nå$ når$ tidsbokning tidsbeställning bordsbokning telefontid$ kontakta$ kontakt$ fax växel$ växeln$ växelnr$ vxl$ vx$ boka$ bokas$ direkt$ direktnr direktnummer dir$ jour$ journummer journr hem$ hemnr hemtel arb$ arbete$ jobb$ jobbtel sms whatsapp samtal$ samtalet$ hjälplinje kundtjänst kundservice kundcenter kundsupport receptionen$ reception$ upplysningen$ felanmälan$ callback$ återuppring bostad$ ankn$ mobilen$',
    things:
      'problem$ lånekort lånekortet låntagarkort bibliotekskort medlemskort växellåda växellådan firmware programvara utgåva lotter$ dragna$ vinnande$ hiss$ brunn$ brunnen$ pat$ reservdel exposé kostnadsställe motpart kvittens startlista spår$ larm$ larmkod uttag inpassering bricka händelse incident inc$ prb$ chg$ req$ jira bugg schema$ kurs$ kurser$ pall$ pallar$ container vagn$ fordon maskin$ maskinen$ motor$ pump$ pumpen$ filter$ skruv detalj$ komponent modul$ sensor mätpunkt mätarställning avläsning förbrukning mätvärde ställning tomt$ ansökan beslut$ dom$ domen$ vårdtillfälle läkemedel charge$ sats$ tillverkning verifikation autogiro personkonto bankkonto medgivande utgåva batchnr tidsintervall arbetsorder felrapport rapport$ rapporten$ fil$ filen$ skärmbild$ utrustning tävling startnummer vinst uppdrag reklamation retur$ returen$ rma$ hyresavtal objekt kontering försändelse värdebrev rek$ kollit$ order ordern$ beställning faktur faktura fakt$ ärende ärendet biljett bokning bokn$ reservation spårning kolli kollinr paket försändelse sändning frakt fraktsedel avtal kontrakt policy försäkring skade skada mätar mätare märkt$ märkta$ ritning ritningar$ objekt ansökan$ ansökningar$ avgångar$ avgång$ avgår$ departures$ lagerplats hylla$ hyllplats anläggning anl$ kundkonto serie art$ artikel artnr produkt modell reg$ registrering regnr pass$ konto$ kontot$ kontonr kontonummer clearing bankgiro bg$ plusgiro pg$ postgiro ocr$ iban referens ref$ er$ref dnr$ diarie diarienr mål$ målnr akt$ protokoll lot$ batch parti$ offert rekvisition rekv$ inköpsorder inköpsnr po$ kvitto verifikat transaktion betalning kupong rabatt presentkort värdecheck lösenord pinkod pin$ kod$ koden$ portkod postnr postnummer nyckel sida$ sidan$ rum$ lokal$ fastighet lägenhet lgh$ personnr personnummer persnr pnr$ samordningsnummer orgnr org$ organisationsnummer momsreg moms$ vat$ id$ id-nr idnr journal remiss prov$ provnr recept lott$ lotto rad$ dragning flyg$ flight projekt proj$ sändnings$ leverans$ leveransnr följesedel flygnr löpnr löpnummer streckkod ean$ gtin isbn issn imei iccid icc$ imsi sim$ simkort kortnr kortnummer kort$ medlemsnr summa$ belopp$ totalt$ pris$ antal$ saldo$ körkort licens certifikat besiktning chassi vin$ motornr version felkod fel$ tidsstämpel koordinat sweref rt90 båt$ passnr tillstånd bygglov detaljplan sn$ s/n$ anmälan$ arende',
    owners: 'lantmätare mätartekniker anmälare tekniker montör säljare köpare ägare boende kontaktperson kund kunden$ kundens$ kundnr medlem anställd anställning personal patient elev student brukare användar förar leverantör företag person part$ klient hyresgäst abonnent abonnemang prenumer deltagar sökande agent',
    number: 'nr$ nummer$ numret$ nummret$ no$ num$ #$ n:o$ numrets$',
    between: 'tid$ är$ kopplad$ kopplat$ hopslagen$ ersätter$ ersätts$ lyder$ på$ om$ för$ till$ av$ din$ ditt$ dina$ er$ ert$ era$ vår$ vårt$ min$ mitt$ hans$ hennes$ deras$ den$ det$ med$ har$ och$ eller$ oss$ mig$ honom$ henne$ dem$ via$ gärna$ då$ bara$ som$ ange$ angav$ märkt$ enligt$ avseende$ angående$ ang$ samt$ under$ nya$ vid$ i$',
  },
  no: {
    phone: 'ringte$ svar$ svarer$ ringt$ oppringning spørsmål$ tlf$ telefon telf$ mobil mob$ ring$ ringe$ når$ nå$ timebestilling fax faks sentralbord vakttelefon kontakt$ kundeservice vakt$',
    things: 'reservedel stand$ målerstand avlesning melding$ hendelse eksponering maskin$ søknad vedtak bestilling retur$ feilmelding tegning ordre faktura sak$ saken$ saksnr billett bestilling booking sporing kolli pakke avtale polise forsikring måler serienr varenr artikkel konto$ kontonr kid$ orgnr org$ organisasjonsnummer mva$ fødselsnr fødselsnummer personnr referanse ref$ journal prosjekt kvittering pris$ sum$ beløp$ kode$ koden$ postnr reg$ skilt$ målepunkt anlegg gnr$ lisens fnr$ dnr$ løpenr skade passnr medlemsnr',
    owners: 'kunde medlem ansatt pasient bruker leverandør student',
    number: 'nr$ nummer$ nummeret$ no$',
    between: 'er$ på$ for$ til$ av$ din$ ditt$ vår$ vårt$ min$ mitt$ og$ eller$ oss$ meg$ med$ har$ med$ vårt$',
  },
  da: {
    phone: 'opkald$ opringning ringet$ svarer$ spørgsmål$ tlf$ telefon telefonnr mobil mob$ ring$ ringe$ når$ nå$ tidsbestilling fax hovednummer omstilling vagttelefon kontakt$ kundeservice',
    things: 'stelnummer reservedel stand$ aflæsning hændelse ansøgning afgørelse retur$ fejl$ tegning løbenr kundekonto anlæg målepunkt installation ordre ordrenr faktura sag$ sagsnr billet booking reservation sporing pakke forsendelse aftale police police$ forsikring måler serienr varenr vare konto$ kontonr reg$ cvr cpr se-nr se$ ean$ gln$ p-nr p-nummer momsnr reference ref$ journal projekt kvittering pris$ beløb$ kode$ koden$ postnr sygesikring matrikel licens skade betalings fik$ indbetaling giro medlemsnr lotto',
    owners: 'kunde medlem ansat medarbejder patient bruger leverandør elev',
    number: 'nr$ nummer$ nummeret$ no$',
    between: 'er$ på$ til$ af$ din$ dit$ vores$ min$ mit$ og$ eller$ os$ mig$ med$ har$ for$',
  },
  fi: {
    phone: 'laskutus$ palvelee$ soitettu$ soitti$ vastannut$ vastausta$ kysymykset$ puh$ puhelin puhelimitse p$ gsm matkapuhelin mobiili soita$ soitto vaihde$ fax faksi päivystys asiakaspalvelu yhteys$ tekstiviesti numeroon$ kännykkä tav$',
    things: 'erät$ arvonta varaosa lukema mittarilukema hakemus päätös palautus vika$ piirustus erä$ laite$ kone$ kohde$ ilmoitus tapahtuma tilaus tilausnro lasku laskunro viite viitenro viitenumero varaus lippu lähetys seuranta paketti sopimus vakuutus mittari sarja tuote tuotenro malli tili tilinumero y-tunnus ytunnus henkilötunnus hetu$ alv$ tunnus tunniste koodi$ projekti kuitti hinta$ summa$ postinro postinumero kiinteistötunnus diaari dnro$ asia$ asianro rekisteri kortti passi käyttöpaikka potilas vero',
    owners: 'asiakas jäsen henkilö työntekijä käyttäjä toimittaja oppilas opiskelija',
    number: 'nro$ numero$ numerosi$ numeromme$ no$',
    between: 'on$ ja$ tai$ oma$ sinun$ meidän$',
  },
  de: {
    phone: 'melden$ meldet$ bereitschaftsdienst rufbereitschaft fragen$ rückfragen$ angerufen$ tel$ telefon tel.-nr$ telnr telefonnummer mobil mob$ handy handynr ruf$ rufnummer rufen$ anrufen$ ruft$ anruf$ anruf rückruf fax telefax hotline zentrale$ durchwahl festnetz erreichbar$ erreichen$ kontakt$ whatsapp notdienst notruf bereitschaft t$ f$ m$ dienstlich$ privat$ büro$ sekretariat$ praxis$',
    things: 'chargen$ lose$ gemeindeschlüssel firmware$ verwendungszweck betreff vorgänge aufträge verträge anträge fälle exposé objekt gutachten teil$ teile$ teilenr ersatzteil baugruppe stand$ zählerstand einheit$ flurstück bescheid$ antrag meldung störung lieferung termin$ los$ ziehung gewinn startnr messung seite$ blatt$ zeichnung version$ pflegekasse genehmigung bewilligung inventar anlage$ anlagen$ gerät$ maschine$ werkzeug bestell bestellung bestellnr auftrag auftragsnr rechnung rechn$ re-nr$ vorgang vorgangsnr ticket aktenzeichen az$ buchung buchungs reservierung sendung sendungs tracking paket vertrag vertragsnr police police$ versicherung zähler zählernr serien seriennr artikel art$ artnr artikelnr produkt modell typ$ konto$ kontonr ktonr kto$ blz$ iban bankleitzahl steuer steuernr st-nr$ ust ustid uid$ hrb$ hra$ handelsregister referenz ref$ beleg belegnr quittung lieferschein charge$ lot$ ean$ gtin isbn imei fin$ fahrgestell kennzeichen ausweis personalausweis reisepass sozialversicherung svnr rentenversicherung krankenkasse krankenversicherten mandant gläubiger mandats projekt preis$ summe$ betrag$ plz$ postfach pin$ kennwort passwort code$ kennung id$ gläubiger schaden schadens akte fall$ fallnr patent din$ norm$ lotto pzn$ nutzer betriebsnummer abo$ gutschein zugangs',
    owners: 'kunde kunden mitglied mitglieds personal patient mitarbeiter benutzer lieferant schüler matrikel versicherten',
    number: 'nr$ nummer$ no$ num$ nrn$',
    between: 'ersatz$ tag$ nacht$ tags$ nachts$ ist$ ersetzt$ lautet$ die$ der$ das$ unter$ ihre$ ihr$ unsere$ unser$ meine$ mein$ und$ oder$ uns$ mich$ für$ zu$ von$ an$ mit$ bitte$ im$ auf$ am$',
  },
  fr: {
    phone: 'rappeler$ rappelez$ questions$ tél tel$ téléphone téléphoner portable$ port$ mobile$ mob$ appel$ appelez$ appeler$ joindre$ joignable$ contactez$ contact$ fax standard$ ligne$ fixe$ whatsapp accueil$ secrétariat$ sav$',
    things: 'lots$ tirage$ sinistre$ commande cde$ facture fact$ dossier réservation billet suivi colis expédition contrat police police$ assurance compteur série pièce article référence réf$ ref$ compte rib$ iban siren siret tva$ rcs$ naf$ ape$ sécurité nir$ passeport permis immatriculation code$ identifiant id$ devis reçu quittance lot$ isbn ean$ modèle projet prix$ montant$ total$ bon$ chèque carte$ ticket brevet pdl$ pce$ loto$ horaires$ sinistre bp$ cp$ postal',
    owners: 'entreprise société client cliente adhérent membre salarié patient abonné utilisateur fournisseur allocataire élève étudiant',
    number: 'numéro$ n°$ no$ num$ nº$ nr$ numero$',
    between: 'est$ au$ à$ le$ la$ les$ du$ de$ des$ votre$ notre$ nos$ mon$ son$ et$ ou$ nous$ moi$ pour$ par$ sur$ avec$ :$',
  },
  es: {
    phone: 'tel$ tlf$ tfno$ tlfno$ teléfono telefono móvil movil celular cel$ llame$ llamar$ llámenos$ llama$ llamada fax fijo$ contacto$ whatsapp centralita$ atención$ marque$ conmutador$',
    things: 'lotes$ sorteo$ pedido factura expediente reserva billete seguimiento envío paquete contrato póliza contador serie referencia ref$ artículo producto modelo cuenta iban cif$ nif$ dni$ nie$ rfc$ curp$ cuit$ cuil$ cbu$ cvu$ clabe$ ruc$ iva$ nss$ pasaporte licencia matrícula código codigo presupuesto recibo lote isbn ean$ proyecto precio$ importe$ total$ guía folio ticket orden$ órden caso$ incidencia cups$ afiliación catastral trámite tarjeta id$ cédula',
    owners: 'cliente socio empleado paciente usuario proveedor alumno abonado afiliado',
    number: 'número$ numero$ núm$ num$ nº$ n°$ no$ nro$',
    between: 'es$ al$ a$ el$ la$ los$ de$ del$ su$ tu$ nuestro$ mi$ y$ o$ para$ por$ con$ en$ nos$ me$ :$',
  },
  it: {
    phone: 'tel$ telefono telefonare$ cell$ cellulare chiamare$ chiama$ chiamaci$ chiamate$ fax fisso$ centralino$ contatto$ contatti$ whatsapp numero-verde recapito$ recapiti$',
    things: 'verbale$ lotti$ firmware$ ordine fattura pratica prenotazion biglietto spedizione pacco tracking contratto polizza contatore serie matricola articolo prodotto modello conto iban partita piva$ iva$ codice cod$ cf$  rea$ riferimento rif$ preventivo ricevuta lotto$ isbn ean$ progetto prezzo$ importo$ totale$ protocollo prot$ cap$ passaporto patente targa ddt$ bolla pod$ pdr$ ticket caso$ tessera id$ sinistro documento cig$ cup$',
    owners: 'cliente socio dipendente paziente utente fornitore studente abbonato',
    number: 'numero$ num$ n°$ nr$ n$ no$',
    between: 'è$ al$ allo$ il$ lo$ la$ di$ del$ della$ suo$ vostro$ nostro$ mio$ e$ o$ per$ con$ ci$ mi$ :$',
  },
  nl: {
    phone: 'gebeld$ gehoor$ vragen$ tel$ telefoon telefoonnummer telnr mobiel mob$ gsm bel$ bellen$ belt$ fax bereikbaar$ contact$ whatsapp doorkiesnummer centrale$ vast$ receptie$ klantenservice',
    things: 'pas$ loten$ trekking$ schade$ bestel bestelling ordernummer factuur dossier zaak$ zaaknummer boeking boekings reservering ticket zending pakket track contract polis verzekering meter serie artikel product model rekening iban btw$ kvk$ kvk-nummer bsn$ rsin$ rsz$ referentie ref$ ond$ ondernemingsnummer projectnummer prijs$ bedrag$ totaal$ code$ postcode paspoort rijbewijs kenteken betalingskenmerk kenmerk offerte bon$ isbn ean$ id$ registratie big$ agb$',
    owners: 'klant lid$ lidmaatschap medewerker personeels patiënt patient gebruiker leverancier student',
    number: 'nummer$ nr$ no$ num$',
    between: 'is$ op$ het$ de$ uw$ ons$ onze$ mijn$ en$ of$ voor$ van$ naar$ met$ ons$ me$ via$',
  },
  pl: {
    phone: 'tel$ telefon kom$ komórka komórkowy zadzwoń$ dzwoń$ dzwonić$ faks fax infolinia kontakt$ whatsapp centrala$ stacjonarny',
    things: 'szkody$ szkoda$ partie$ losowanie$ zamówienie zamówienia faktura faktury fv$ sprawa sprawy zgłoszenie zgłoszenia rezerwacja rezerwacji bilet biletu przesyłka przesyłki paczka paczki umowa umowy polisa polisy licznik licznika seria seryjny artykuł produkt model konto$ konta$ rachunek rachunku nip$ regon$ pesel$ krs$ vat$ referencja ref$ kod$ projekt cena$ kwota$ suma$ paragon wniosek wniosku dowód dowodu paszport rejestracyjny isbn ean$ ppe$ id$ klienta-nr sygnatura',
    owners: 'klient klienta członek członka pracownik pracownika pacjent pacjenta użytkownik użytkownika dostawca',
    number: 'numer$ nr$ num$ numerem$ numeru$',
    between: 'to$ jest$ pod$ na$ do$ nasz$ mój$ twój$ twojego$ państwa$ i$ lub$ z$ dla$ o$ :$',
  },
  pt: {
    phone: 'tel$ telefone telemóvel celular cel$ ligue$ ligar$ fone$ fixo$ fax contato$ contacto$ whatsapp zap$ chame$ disque$ central$ sac$',
    things: 'pedido fatura nota$ nf$ nf-e$ nfe$ processo reserva bilhete rastreamento encomenda contrato apólice medidor série referência ref$ artigo produto modelo conta iban cpf$ cnpj$ rg$ nif$ ie$ pis$ cep$ chave$ protocolo código codigo orçamento recibo boleto lote isbn ean$ projeto preço$ valor$ total$ matrícula placa renavam cartão id$ ticket chamado inscrição',
    owners: 'cliente sócio funcionário paciente usuário fornecedor aluno assinante',
    number: 'número$ numero$ nº$ n°$ no$ num$ n$',
    between: 'é$ para$ no$ o$ a$ de$ do$ da$ seu$ nosso$ meu$ e$ ou$ por$ com$ nos$ :$',
  },
  et: { phone: 'tel$ telefon mobiil helista$ faks', things: 'tellimus arve leping viitenumber isikukood registrikood kood$ konto$ pilet', owners: 'klient', number: 'number$ nr$', between: 'on$ ja$ või$' },
  lv: { phone: 'tālr tālrunis tel$ mob$ zvaniet$ fakss', things: 'pasūtījums pasūtījuma rēķins rēķina līgums līguma personas kods$ reģistrācijas konts', owners: 'klienta', number: 'numurs$ nr$', between: 'ir$ un$ vai$' },
  lt: { phone: 'tel$ telefonas mob$ skambinkite$ faksas', things: 'užsakymas užsakymo sąskaita sąskaitos sutartis sutarties asmens kodas$ įmonės kodas$ pvm$', owners: 'kliento', number: 'numeris$ nr$', between: 'yra$ ir$ arba$' },
  is: { phone: 'sími$ símanúmer gsm farsími hringdu$ fax s$', things: 'pöntun reikningur kennitala kt$ vsk$ tilvísun samningur', owners: '', number: 'númer$ nr$', between: 'er$ og$ eða$ í$' },
  tr: { phone: 'tel$ telefon cep$ gsm faks arayın$ çağrı$ iletişim$', things: 'sipariş fatura dosya rezervasyon bilet takip kargo sözleşme poliçe sayaç seri ürün hesap vergi tc$ tckn$ vkn$ mersis kimlik referans kod$ kodu$ fiyat$', owners: 'müşteri üye personel hasta', number: 'no$ numara$ numarası$ nr$', between: 've$ veya$ ile$' },
  ja: { phone: '電話 tel$ 携帯 ファックス fax', things: '注文 請求 予約 伝票 契約', owners: '', number: '', between: '' },
};
