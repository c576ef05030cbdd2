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

/** The suites in their order, those neighbours in one group that may run beside each other. */
export function together(suites) {
  const groups = [];
  for (const suite of suites) {
    const last = groups.at(-1);
    if (suite.beside && last?.[0].beside) last.push(suite);
    else groups.push([suite]);
  }
  return groups;
}

function valueOf(args, flag) {
  const inline = args.find((arg) => arg.startsWith(`${flag}=`));
  if (inline !== undefined) return inline.slice(flag.length + 1);
  const at = args.indexOf(flag);
  return at < 0 ? null : (args[at + 1] ?? '');
}
