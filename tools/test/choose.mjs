/**
 * Which suites the command line asks for: all, or those of `--only a,b`, in their usual order.
 * A suite that another one needs (the built extension) comes along.
 */
export function chosenSuites(args, suites) {
  const only = valueOf(args, '--only');
  const known = args.every((arg, at) => arg === '--only' || arg.startsWith('--only=') || args[at - 1] === '--only');
  const names = suites.map((suite) => suite.name);
  const usage = `usage: npm test [-- --only ${names.join(',')}]`;
  if (!known || only === '') return { problem: usage };
  if (only === null) return { suites };

  const asked = only.split(',').map((name) => name.trim());
  const unknown = asked.filter((name) => !names.includes(name));
  if (unknown.length > 0) return { problem: `no suite named ${unknown.join(', ')}\n${usage}` };
  const wanted = new Set(asked);
  for (const suite of suites) if (wanted.has(suite.name)) for (const need of suite.needs ?? []) wanted.add(need);
  return { suites: suites.filter((suite) => wanted.has(suite.name)) };
}

/**
 * What runs when: groups of neighbours that run beside each other, in their order. `meanwhile`: it is begun and not waited for,
 * until a suite comes that wants the machine to itself (`alone`), or the end.
 */
export function steps(suites) {
  const all = [];
  for (const suite of suites) {
    const last = all.at(-1);
    if (suite.beside && last?.suites[0].beside) last.suites.push(suite);
    else all.push({ suites: [suite], meanwhile: suite.meanwhile === true, alone: suite.alone === true });
  }
  return all;
}

function valueOf(args, flag) {
  const inline = args.find((arg) => arg.startsWith(`${flag}=`));
  if (inline !== undefined) return inline.slice(flag.length + 1);
  const at = args.indexOf(flag);
  return at < 0 ? null : (args[at + 1] ?? '');
}
