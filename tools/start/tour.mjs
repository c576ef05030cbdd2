import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { AGENT_TONE } from './browser.mjs';
import { isTone, listenTo } from './heard.mjs';
import { until } from './phone.mjs';
import { detail, step } from './say.mjs';

/** What the calling robot plays, Hz (server/demo/robots.ts). */
const ROBOT_TONE = 700;

/** The steps of the tour, over what they share. */
export async function playTour({ opened, phone, crm, server, folder }) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  let shots = 0;
  const shot = async (page, name) => {
    const path = join(folder, `${String(++shots).padStart(2, '0')}-${name}.png`);
    await page.bringToFront();
    await page.screenshot({ path });
    detail(`screenshot ${path}`);
  };
  const robots = async () => (await fetch(`${server.url}/demo/robots`)).json();
  const heard = await listenTo(opened);
  const context = { ...opened, phone, crm, shot, robots, heard };
  const out = await callTheRobot(context);
  const back = await beCalledByTheRobot(context);
  return { ...out, ...back };
}

const idle = ({ phone }) => until('the call to be over', async () => (await phone.state())?.calls.every((call) => call.state === 'ended'));

/** A tone must last, for a vowel passes near it too, ms. */
const STEADY_MS = 600;

/** Until `listen` has given the tone for long enough without a break; resolves with the median, Hz. */
async function hear(who, wanted, listen) {
  let heard = [];
  let since = 0;
  await until(`${who} to hear ${wanted} Hz`, async () => {
    const frequency = await listen();
    if (!isTone(frequency, wanted)) heard = [];
    else if (heard.push(frequency) === 1) since = performance.now();
    return heard.length > 1 && performance.now() - since >= STEADY_MS;
  }, 15_000);
  return heard.sort((a, b) => a - b)[heard.length >> 1];
}

/** The agent hears `agentHears` and the robot hears the agent; resolves with what each heard, Hz. */
async function hearBothWays({ heard, robots }, robot, agentHears) {
  const agent = await hear('the agent', agentHears, heard);
  const other = await hear('the robot', AGENT_TONE, async () => (await robots())[robot].heard?.frequency);
  return { agent, robot: other };
}

async function callTheRobot(context) {
  const { crm, phone, shot } = context;
  step('Clicking the robot’s number in the CRM');
  await crm.bringToFront();
  await shot(crm, 'crm');
  const clickedAt = Date.now();
  await crm.click('#call-robot');
  const call = await phone.callBecomes('active', clickedAt);
  const connectedMs = call.answeredAt - clickedAt;
  detail(`connected ${connectedMs} ms after the click, 1000 of which the robot lets it ring`);
  const tone = await hearBothWays(context, 'echo', AGENT_TONE);
  detail(`the robot hears ${tone.robot} Hz, the agent hears ${tone.agent} Hz come back`);
  await shot(crm, 'in-call');
  await shot(phone.page, 'popup-in-call');
  await pressButton(() => phone.page.mainFrame(), await phone.word('call.hangUp'));
  await idle(context);
  await until('the robot to be told', async () => (await context.robots()).echo.state === 'idle');
  detail('hung up, and the robot knows');
  return { clickToConnectedMs: connectedMs, echoHeardByRobotHz: tone.robot, echoHeardByAgentHz: tone.agent };
}

async function beCalledByTheRobot(context) {
  const { crm, phone, shot, origin } = context;
  step('Asking the robot to call');
  const answerWord = await phone.word('call.answer');
  await crm.bringToFront();
  await crm.click('.call-me');
  // Asked for anew each time: the panel of the call before may be about to leave.
  const panel = () => crm.frames().find((one) => one.url().startsWith(`${origin}/panel.html`) && !one.detached);
  const answer = await until('the call panel with its Answer button', () => buttonIn(panel(), answerWord));
  const panelAt = Date.now();
  const call = await phone.callIn('ringing');
  if (call === null) throw new Error('the panel shows a call that the phone does not know');
  const inviteToPanelMs = panelAt - call.startedAt;
  detail(`the panel is there ${inviteToPanelMs} ms after the INVITE`);
  await shot(crm, 'incoming-call');
  await takesClicks(panel);
  await answer.click();
  await phone.callBecomes('active', call.startedAt);
  const tone = await hearBothWays(context, 'caller', ROBOT_TONE);
  detail(`the agent hears ${tone.agent} Hz, the robot hears ${tone.robot} Hz`);
  await shot(crm, 'answered-call');
  await takesClicks(panel);
  await pressButton(panel, await phone.word('call.hangUp'));
  await idle(context);
  await until('the robot to be told', async () => (await context.robots()).caller.state === 'idle');
  await shot(phone.page, 'popup-after');
  return { inviteToPanelMs, callHeardByRobotHz: tone.robot, callHeardByAgentHz: tone.agent };
}

/** A visible button of this name (its label or its text) in a frame, or null; a frame that is just going away has none. */
async function buttonIn(frame, name) {
  if (!frame) return null;
  const find = (wanted) => [...document.querySelectorAll('button')].find((one) => (one.ariaLabel ?? one.textContent).trim() === wanted && one.checkVisibility()) ?? null;
  try {
    return (await frame.evaluateHandle(find, name)).asElement();
  } catch {
    return null;
  }
}

/** Until a person has had the time to see the panel: before that no click on it counts (utils/platform/panel/watch-seen.ts). */
const takesClicks = (panel) =>
  until('the panel to take clicks', () => panel()?.evaluate(() => document.documentElement.hasAttribute('data-settled')).catch(() => false));

async function pressButton(frame, name) {
  const button = await until(`the button ${name}`, () => buttonIn(frame(), name));
  await button.click();
}
