// The demo CRM's own behaviour: the search field, and the robot that calls back.
const state = document.querySelector('.call-state');
const button = document.querySelector('.call-me');
const POLL_MS = 400;

const show = (word) => {
  state.textContent = word === '' ? '' : (state.dataset[word] ?? '');
  button.disabled = word === 'calling' || word === 'talking';
};

async function follow() {
  const { caller } = await (await fetch('/demo/robots')).json();
  if (caller.state === 'idle') return show(caller.failed ? 'failed' : '');
  show(caller.state);
  setTimeout(() => follow().catch(() => show('')), POLL_MS);
}

button.addEventListener('click', async () => {
  show('calling');
  const answer = await fetch('/demo/call-me', { method: 'POST' });
  if (answer.status === 202) await follow();
  else show(answer.status === 409 ? 'busy' : 'failed');
});

document.querySelector('.search')?.addEventListener('input', ({ target }) => {
  const wanted = target.value.trim().toLowerCase();
  const digits = wanted.replace(/\D/g, '');
  for (const row of document.querySelectorAll('tbody tr')) {
    const text = row.textContent.toLowerCase();
    const hit = text.includes(wanted) || (digits.length > 2 && text.replace(/\D/g, '').includes(digits));
    row.hidden = wanted !== '' && !hit;
  }
});
