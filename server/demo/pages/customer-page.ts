import { html } from 'hono/html';
import { CONTACTS, telOf } from './contacts';
import { avatar, icon, layout, type PageContext } from './layout';

/** One customer: a person card, links of every scheme, numbers in plain text in the activity and the notes. */
export function customerPage(context: PageContext) {
  const { words, language, robot, sipDomain } = context;
  const [person] = CONTACTS;
  if (!person) throw new Error('the demo has no contacts');
  const field = (label: string, value: unknown) => html`<dt>${label}</dt><dd>${value}</dd>`;
  const tel = (number: string) => html`<a class="number" href="tel:${telOf(number)}">${number}</a>`;
  const event = (when: string, text: string) => html`<li><time>${when}</time><p>${text}</p></li>`;
  const content = html`<div class="columns">
    <section class="card person-card">
      <header>${avatar(person.name, 'large')}<div><h2>${person.name}</h2><p>${person.title[language]}, ${person.company}</p></div></header>
      <a class="primary" href="tel:${telOf(person.phone)}">${icon('phone')}${person.phone}</a>
      <h3>${words.details}</h3>
      <dl>
        ${field(words.direct, tel(person.phone))}
        ${field(words.mobile, tel(person.mobile))}
        ${field(words.switchboard, tel('08-465 004 40'))}
        ${field(words.textOnly, html`<span class="number">08-465 004 44</span>`)}
        ${field(words.email, html`<a href="mailto:${person.email}">${person.email}</a>`)}
        ${field(words.city, person.city)}
      </dl>
      <h3>${words.inTheApp}</h3>
      <p class="links">
        <a href="callto:${telOf(person.mobile)}">${words.callOld}</a>
        <a href="sip:${robot.extension}@${sipDomain}">${words.callSip}</a>
      </p>
    </section>
    <div>
      <section class="card">
        <h3>${words.activity}</h3>
        <ol class="events">
          ${event(words.today, words.activityCall)}${event(words.yesterday, words.activityQuote)}${event(words.lastWeek, words.activityMeeting)}
        </ol>
      </section>
      <section class="card">
        <h3>${words.notes}</h3>
        <p class="note" contenteditable="true" role="textbox" aria-label="${words.notes}">${words.note}</p>
      </section>
    </div>
  </div>`;
  return layout('customer', context, content);
}
