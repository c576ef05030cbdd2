import { html } from 'hono/html';
import { CONTACTS, telOf, type Contact } from './contacts';
import { avatar, layout, type PageContext } from './layout';
import type { Words } from './words';

const stageOf = (stage: Contact['stage'], words: Words) =>
  ({ customer: words.stageCustomer, quote: words.stageQuote, prospect: words.stageProspect })[stage];

/** `+46846500401` as it stands on a letterhead: +46 8 465 004 01. */
export const spaced = (e164: string) => e164.replace(/^\+46(8|70)(\d{3})(\d{2,3})(\d{2})$/, '+46 $1 $2 $3 $4');

/** The table: phone numbers are links, mobile numbers plain text. */
export function contactsPage(context: PageContext) {
  const { words, language, robot } = context;
  const row = (contact: Contact) =>
    html`<tr>
      <td><a class="person" href="/demo/customer?lang=${language}">${avatar(contact.name)}<span><b>${contact.name}</b><small>${contact.title[language]}, ${contact.company}</small></span></a></td>
      <td><a class="number" href="tel:${telOf(contact.phone)}">${contact.phone}</a></td>
      <td class="number">${contact.mobile}</td>
      <td><span class="stage stage-${contact.stage}">${stageOf(contact.stage, words)}</span></td>
      <td>${contact.city}</td>
      <td>${contact.owner}</td>
    </tr>`;
  const content = html`
    <p class="intro">${words.contactsIntro}</p>
    <input class="search" type="search" placeholder="${words.search}" aria-label="${words.search}" />
    <div class="table">
      <table>
        <thead>
          <tr><th>${words.name}</th><th>${words.phone}</th><th>${words.mobile}</th><th>${words.stage}</th><th>${words.city}</th><th>${words.owner}</th></tr>
        </thead>
        <tbody>
          <tr class="robot">
            <td><span class="person">${avatar(robot.name)}<span><b>${robot.name}</b><small>${words.robotTitle}</small></span></span></td>
            <td><a class="number" id="call-robot" href="tel:${robot.number}">${spaced(robot.number)}</a></td>
            <td><a class="number" href="tel:${robot.extension}">${robot.extension}</a></td>
            <td><span class="stage stage-robot">${words.stageRobot}</span></td>
            <td>–</td>
            <td>–</td>
          </tr>
          ${CONTACTS.map(row)}
        </tbody>
      </table>
    </div>`;
  return layout('contacts', context, content);
}
