import { html } from 'hono/html';
import { CONTACTS, telOf } from './contacts';
import { avatar, layout, type PageContext } from './layout';

/** A mail with numbers in its text and in its signature, beside digits that are no numbers. */
export function mailPage(context: PageContext) {
  const { words, language } = context;
  const [person, ...others] = CONTACTS;
  if (!person) throw new Error('the demo has no contacts');
  const subjects = [words.mailOther1, words.mailOther2, words.mailOther3];
  const item = (name: string, subject: string, current: boolean) =>
    html`<li ${current ? html`aria-current="true"` : ''}>${avatar(name)}<span><b>${name}</b><small>${subject}</small></span></li>`;
  const content = html`<div class="columns mail">
    <ul class="card mails">
      ${item(person.name, words.mailSubject, true)}
      ${others.slice(0, subjects.length).map((contact, i) => item(contact.name, subjects[i] ?? '', false))}
    </ul>
    <article class="card message">
      <h2>${words.mailSubject}</h2>
      <p class="from">${avatar(person.name)}<span><b>${person.name}</b> &lt;${person.email}&gt;<small>${words.mailTo}</small></span></p>
      <p>${words.mailGreeting}</p>
      <p>${words.mailBody}</p>
      <p>${words.mailBody2}</p>
      <address>
        ${words.mailRegards}<br />
        ${person.name}<br />
        ${person.title[language]}, ${person.company}<br />
        ${words.direct}: <a href="tel:${telOf(person.phone)}">${person.phone}</a><br />
        ${words.mobile}: ${person.mobile}<br />
        ${words.switchboard}: 08-465 004 40
      </address>
    </article>
  </div>`;
  return layout('mail', context, content);
}
