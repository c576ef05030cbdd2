import { mkdirSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { parseArgs } from 'node:util';
import { ConfigError, readConfig } from '../config';
import { lockDataDirectory } from '../database/data-directory-lock';
import { openDatabase } from '../database/open';
import { createLogger } from '../logging/pino-logger';
import { makeCompany, readNewCompany, SetupError } from './new-company';

const USAGE = `Makes a company and its first administrator in the database the server would use (ONE_DATA_DIR or DATABASE_URL).

  npm run new-company -- --company "Exempelbolaget AB" --name "Karin Nyström" --email karin@example.se --number "08-465 004 04"

  --extension 101   --language sv|en   --region SE
The password is asked for, or taken from the variable ONE_ADMIN_PASSWORD. Stop a server that uses ONE_DATA_DIR first.
`;
/** The person at the keyboard can do something about these. */
const PLAIN_ERRORS = ['DataDirectoryInUse', 'DatabaseStartError'];

/** Asks without showing what is typed. */
async function askPassword(): Promise<string> {
  process.stderr.write('Password of the administrator: ');
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: nowhere, terminal: process.stdin.isTTY });
  const password = await lines.question('');
  lines.close();
  process.stderr.write('\n');
  return password;
}

async function main(): Promise<void> {
  const string = { type: 'string' } as const;
  const { values } = parseArgs({
    options: { company: string, name: string, email: string, number: string, extension: string, language: string, region: string, help: { type: 'boolean' } },
  });
  const { help, ...answers } = values;
  if (help === true) return void process.stdout.write(USAGE);
  const company = readNewCompany(answers, process.env['ONE_ADMIN_PASSWORD'] ?? (await askPassword()));
  const config = readConfig(process.env, (path) => readFileSync(path, 'utf8'));
  const log = createLogger('warn');
  mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
  const lock = config.databaseUrl === null ? lockDataDirectory(config.dataDir) : null;
  try {
    const database = await openDatabase({ dataDir: config.dataDir, url: config.databaseUrl }, log);
    try {
      await makeCompany(database.db, company);
    } finally {
      await database.close();
    }
  } finally {
    lock?.release();
  }
  process.stdout.write(`${company.company} is there. ${company.name} signs in as ${company.email}.\n`);
}

main().catch((error: unknown) => {
  const plain = error instanceof SetupError || error instanceof ConfigError || (error instanceof Error && (PLAIN_ERRORS.includes(error.name) || 'code' in error));
  process.stderr.write(`${error instanceof Error ? (plain ? error.message : error.stack) : String(error)}\n`);
  process.exit(1);
});
