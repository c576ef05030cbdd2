import { answer, dial, hangUp, hearEachOther, hearsNothing, isIdle, shows } from './e2e-actions';
import type { Party } from './e2e-calls-contract';
import type { Phone } from './e2e-phone';
import { word } from './e2e-words';

/** Who hands on, who is handed on, and to whom. */
export interface TransferParties {
  readonly agent: Party;
  readonly caller: Party;
  readonly colleague: Party;
}

/** The agent calls the caller, and both hear each other. */
export async function talk({ agent, caller }: Pick<TransferParties, 'agent' | 'caller'>): Promise<void> {
  await dial(agent.phone, caller.person.extension);
  await answer(caller.phone);
  await hearEachOther(agent.phone, caller.phone, 20_000);
}

/** By keys alone: T, whom, and Enter or Shift and Enter. */
export async function handOn(agent: Phone, target: string, keys: 'Enter' | 'Shift+Enter'): Promise<void> {
  const popup = await agent.popup();
  await popup.press('t');
  await popup.fill(word('transfer.field', agent.language), target);
  await popup.press(keys);
}

/** The first name: the colleague is found by it. */
const found = ({ person }: Party) => person.name.split(' ', 1).join('').toLowerCase();

/** The agent consults the colleague while the caller waits in silence. */
export async function consult(parties: TransferParties): Promise<void> {
  const { agent, caller, colleague } = parties;
  await talk(parties);
  await handOn(agent.phone, found(colleague), 'Enter');
  await answer(colleague.phone);
  await hearEachOther(agent.phone, colleague.phone, 20_000);
  await hearsNothing(caller.phone);
}

/** Found by name, told who sent the caller, and the two talk. */
export async function blindTransfer(parties: TransferParties): Promise<void> {
  const { agent, caller, colleague } = parties;
  await talk(parties);
  await handOn(agent.phone, found(colleague), 'Shift+Enter');
  await shows(colleague.phone, word('transfer.by', colleague.phone.language).replace('$1', agent.person.name), 15_000);
  await answer(colleague.phone);
  await shows(agent.phone, word('endReason.transferred', agent.phone.language));
  await hearEachOther(caller.phone, colleague.phone, 20_000);
  await hangUp(colleague.phone);
  await isIdle(caller.phone);
}

/** The caller waits in silence, then the two others talk, and each is told whom with. */
export async function attendedTransfer(parties: TransferParties): Promise<void> {
  const { agent, caller, colleague } = parties;
  await consult(parties);
  await (await agent.phone.popup()).click('button', word('transfer.complete', agent.phone.language));
  await hearEachOther(caller.phone, colleague.phone, 20_000);
  await isIdle(agent.phone);
  await shows(caller.phone, colleague.person.name);
  await hangUp(caller.phone);
  await isIdle(colleague.phone);
}

/** Each hears the other two, and the call goes on with one when the other leaves. */
export async function conferenceOfThree(parties: TransferParties): Promise<void> {
  const { agent, caller, colleague } = parties;
  await consult(parties);
  const popup = await agent.phone.popup();
  await popup.click('button', word('conference.start', agent.phone.language));
  await popup.click('button', word('call.mute', agent.phone.language));
  // With the agent silent each of them hears the other, by way of the agent's browser.
  await hearEachOther(caller.phone, colleague.phone, 20_000);
  await popup.click('button', word('call.mute', agent.phone.language));
  await hangUp(colleague.phone);
  await hearEachOther(agent.phone, caller.phone, 20_000);
  await hangUp(agent.phone);
  await isIdle(caller.phone);
}
