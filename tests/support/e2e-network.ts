import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removeNamespace } from './e2e-leftovers';
import { startProcess, type RunningProcess } from './e2e-process';
import { waitFor } from './e2e-wait-for';

export type Link = 'wifi' | 'cable';

/** Two links of a network, each with four addresses: this machine's, and the computer's at the other end. */
const LINKS = Object.freeze({ wifi: { from: 0, suffix: 'w' }, cable: { from: 4, suffix: 'c' } });

/**
 * `tcp`: a firewall that lets no UDP through; `nothing`: every packet vanishes, both ways, without a word; `lossy`: of UDP every third
 * packet, taken at random, each way. A port: a captive portal, where whatever is asked for over TCP is answered by what listens there, at
 * this machine, and nothing else passes.
 */
export type Passing = 'everything' | 'tcp' | 'nothing' | 'lossy' | number;

/** A computer of its own, as far as its network goes: a namespace, with links to this machine that are its whole world. */
export interface Network {
  /** This machine, as it is reached from there over whichever link is up. */
  readonly address: string;
  /** A program that runs another one there: what it is to be given as the browser. */
  runs(program: string): string;
  /** The path of a socket on this machine that leads to a port of loopback there. */
  socketTo(port: number): Promise<string>;
  /** The same port of loopback here leads to that one there. */
  portTo(port: number): Promise<void>;
  /** The link that is up. */
  readonly link: Link;
  /** This link alone, from now on: what was up goes down before it comes up, or after. */
  moveTo(link: Link, order?: 'before' | 'after'): void;
  lets(passing: Passing): void;
  /** Packets the firewall has dropped on their way out. */
  dropped(): number;
  close(): Promise<void>;
}

const run = (command: string, ...args: string[]) => execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

/** In Node, so that nothing more need be installed: one socket file, one port of loopback. */
const FORWARD = `const { createServer, connect } = require('node:net');
const [path, port] = process.argv.slice(1);
createServer((from) => {
  const to = connect(Number(port), '127.0.0.1');
  from.pipe(to).pipe(from);
  for (const [one, other] of [[from, to], [to, from]]) one.on('error', () => other.destroy()).on('close', () => other.destroy());
}).listen(path, () => console.log('ready'));`;

/** With Wi-Fi up. Needs root. */
export async function openNetwork(): Promise<Network> {
  const directory = mkdtempSync(join(tmpdir(), 'one-network-'));
  const number = claim(directory);
  const name = namespace(number);
  const there = (...args: string[]) => run('ip', '-n', name, ...args);
  const address = (link: Link, end: 1 | 2) => `198.18.${number}.${LINKS[link].from + end}`;
  const forwarders: RunningProcess[] = [];
  const doors: Server[] = [];
  let current: Link = 'wifi';
  const up = (link: Link) => {
    there('link', 'set', link, 'up');
    there('address', 'replace', `${address(link, 2)}/30`, 'dev', link);
    there('route', 'replace', 'default', 'via', address(link, 1));
  };
  // A computer gives up its address with the link; kept, it would go on sending from it over the other one.
  const down = (link: Link) => {
    there('address', 'flush', 'dev', link);
    there('link', 'set', link, 'down');
  };
  const firewall = (...args: string[]) => run('ip', 'netns', 'exec', name, 'iptables', '-w', ...args);
  const socketTo = async (port: number) => {
    const path = join(directory, String(port));
    const forwarder = startProcess('ip', ['netns', 'exec', name, process.execPath, '-e', FORWARD, path, String(port)]);
    forwarders.push(forwarder);
    await waitFor('the forwarder', () => forwarder.output().includes('ready'));
    return path;
  };
  const close = async () => {
    for (const door of doors) door.close();
    await Promise.all(forwarders.map((one) => one.stop()));
    removeNamespace(name);
    rmSync(directory, { recursive: true, force: true });
  };

  try {
    there('link', 'set', 'lo', 'up');
    for (const [link, { suffix }] of Object.entries(LINKS) as [Link, { suffix: string }][]) {
      const here = `${name}${suffix}`;
      run('ip', 'link', 'add', here, 'type', 'veth', 'peer', 'name', link, 'netns', name);
      run('ip', 'address', 'add', `${address(link, 1)}/30`, 'dev', here);
      run('ip', 'link', 'set', here, 'up');
    }
    up('wifi');
  } catch (error) {
    await close();
    throw error;
  }

  return {
    // This machine answers to it on every link, up or down.
    address: address('wifi', 1),
    runs(program) {
      const path = join(directory, 'run');
      writeFileSync(path, `#!/bin/sh\nexec ip netns exec ${name} ${program} "$@"\n`);
      chmodSync(path, 0o755);
      return path;
    },
    socketTo,
    async portTo(port) {
      const path = await socketTo(port);
      const door = createServer((from) => {
        const to = connect(path);
        from.pipe(to).pipe(from);
        for (const [one, other] of [[from, to], [to, from]] as const) one.on('error', () => other.destroy()).on('close', () => other.destroy());
      });
      doors.push(door);
      await new Promise<void>((resolve, reject) => door.once('error', reject).listen(port, '127.0.0.1', resolve));
    },
    get link() {
      return current;
    },
    moveTo(to, order = 'before') {
      const other = to === 'wifi' ? 'cable' : 'wifi';
      if (order === 'before') down(other);
      up(to);
      if (order === 'after') down(other);
      current = to;
    },
    lets(passing) {
      for (const chain of ['OUTPUT', 'INPUT']) firewall('-F', chain);
      firewall('-t', 'nat', '-F', 'OUTPUT');
      if (passing === 'everything') return;
      if (typeof passing === 'number') {
        firewall('-t', 'nat', '-A', 'OUTPUT', '!', '-o', 'lo', '-p', 'tcp', '-j', 'DNAT', '--to', `${address('wifi', 1)}:${passing}`);
        // What was connected before does not pass the portal by.
        firewall('-A', 'OUTPUT', '!', '-o', 'lo', '-p', 'tcp', '!', '--dport', String(passing), '-j', 'DROP');
      }
      const what = passing === 'nothing' ? [] : ['-p', 'udp', ...(passing === 'lossy' ? ['-m', 'statistic', '--mode', 'random', '--probability', '0.33'] : [])];
      firewall('-A', 'OUTPUT', '!', '-o', 'lo', ...what, '-j', 'DROP');
      firewall('-A', 'INPUT', '!', '-i', 'lo', ...what, '-j', 'DROP');
    },
    dropped: () => Number(/^\s*(\d+).*DROP/m.exec(firewall('-vnxL', 'OUTPUT'))?.[1] ?? 0),
    close,
  };
}

const namespace = (number: number) => `one-${number}`;

/** The first number no other run has taken; making the namespace takes it. */
function claim(directory: string): number {
  let problem: unknown;
  for (let number = 0; number < 256; number++) {
    try {
      run('ip', 'netns', 'add', namespace(number));
    } catch (error) {
      problem = error;
      continue;
    }
    writeFileSync(join(directory, 'namespace'), namespace(number));
    return number;
  }
  rmSync(directory, { recursive: true });
  throw new Error(`no network namespace could be made, which takes root and iproute2: ${String(problem)}`);
}
