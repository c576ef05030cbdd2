import { createElement, Fragment } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { frameworkPage, type Customer } from './customers';

const root = createRoot(document.getElementById('app') as HTMLElement);

/** A number in one text, in two beside each other, and in an inline element: each way React writes text. */
const phoneOf = ({ id, phone }: Customer, step: number) => {
  if (id % 3 === 0) return createElement(Fragment, null, phone.slice(0, 3), phone.slice(3));
  if (id % 3 === 1) return createElement(Fragment, null, createElement('b', null, phone.slice(0, 2)), phone.slice(2));
  return step % 4 === 0 ? createElement('i', null, phone) : phone;
};

frameworkPage((step, customers) => {
  const rows = customers.map((one) => createElement('li', { key: one.id }, 'Telefon ', createElement('span', null, phoneOf(one, step))));
  flushSync(() => root.render(createElement('ul', null, rows)));
});
