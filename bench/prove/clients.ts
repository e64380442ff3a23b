import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import type { CliStep } from './clients/cli-steps';
import { cliFiles, cliSteps } from './clients/cli-steps';
import type { Ended, Up } from './clients/shell';
import { endpointPlace, hostileShell, localUp, openTrap, versionOf } from './clients/shell';
import type { Counterexample, Proof } from './proof';
import { counted, tally } from './proof';

/** One check of a client and what was wrong. */
interface Checked {
  readonly name: string;
  readonly problem: string | undefined;
}

/** A client that was found. */
interface Client {
  /** With its version. */
  readonly name: string;
  /** Runs every check against a new local cloud. */
  readonly check: (up: Up, folder: string) => Promise<readonly Checked[]>;
}

/** Kinds of clients; each found in another version is another client. */
const kinds: readonly (readonly [kind: string, pattern: RegExp])[] = [
  ['boto3', /^boto3 /],
  ['AWS CLI 1', /^aws-cli\/1\./],
  ['AWS CLI 2', /^aws-cli\/2\./],
];

/** AWS CLI 2.9.19 does not read AWS_ENDPOINT_URL (seen 2026-11-30): it is told the endpoint with every command. */
const withoutEndpointVariable = /^aws-cli\/2\.(?:\d|1[0-2])\./;

/**
 * What users drive the local cloud with, against `llmops local up` in a shell whose own variables lead elsewhere. The
 * clients are no part of the project: those on PATH run, and those in the folders of `--judge`. A client that is not there
 * is counted as such, never as passed.
 */
export const clients: Proof = {
  claim: 'boto3 and the AWS CLI work with the local cloud, get the errors of the services, and reach nothing else',
  count: 1,
  // CI drives the local cloud with the AWS SDK for JavaScript instead: test/e2e/sdk-clients.test.ts.
  smallCount: 0,
  run: async ({ count, judge = '' }) => {
    if (count === 0) return { counts: { 'not run: the clients are no part of the project': 1 }, counterexamples: [] };
    const counts = new Map<string, number>();
    const counterexamples: Counterexample[] = [];
    const found = clientsIn(judge.split(delimiter).filter((folder) => folder !== ''));
    for (const [kind, pattern] of kinds) {
      if (!found.some(({ name }) => pattern.test(name))) tally(counts, `not there: ${kind}`);
    }
    for (const client of found) {
      for (const { name, problem } of await checked(client)) {
        tally(counts, `${client.name}: ${problem === undefined ? 'passed' : 'failed'}`);
        if (problem !== undefined) counterexamples.push({ case: `${client.name}: ${name}`, problem });
      }
    }
    return { counts: counted(counts), counterexamples };
  },
};

function clientsIn(folders: readonly string[]): readonly Client[] {
  const from = (program: string) => folders.map((folder) => resolve(folder, 'bin', program));
  const pythons = ['python3', ...from('python')].flatMap((command) => {
    const name = versionOf(command, [
      '-c',
      'import boto3, sys; print("boto3", boto3.__version__, "Python", sys.version.split()[0])',
    ]);
    return name === undefined ? [] : [{ name, check: (up: Up, folder: string) => botoChecks(command, up, folder) }];
  });
  const clis = ['aws', ...from('aws')].flatMap((command) => {
    const name = versionOf(command, ['--version'])?.replace(/ .*/s, '');
    if (name === undefined) return [];
    const more = withoutEndpointVariable.test(name) ? ['--endpoint-url', endpointPlace] : [];
    return [{ name, check: (up: Up, folder: string) => cliChecks([command, ...more], up, folder) }];
  });
  return [...new Map([...pythons, ...clis].map((client) => [client.name, client])).values()];
}

/** Runs a client against a cloud of its own; that nothing went elsewhere is one more check. */
async function checked(client: Client): Promise<readonly Checked[]> {
  const folder = mkdtempSync(join(tmpdir(), 'llmops-clients-'));
  const trap = await openTrap();
  try {
    const up = await localUp(join(folder, 'state'), hostileShell(trap.url));
    try {
      const results = await client.check(up, folder);
      const led = trap.connections();
      const problem = led === 0 ? undefined : `${led} connections went where the variables of the shell lead`;
      return [...results, { name: 'nothing follows the variables of a hostile shell', problem }];
    } finally {
      await up.stop();
    }
  } finally {
    trap.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The Python program prints a line of JSON for each check and its versions at the end. */
async function botoChecks(command: string, up: Up, folder: string): Promise<readonly Checked[]> {
  const { stdout, stderr, code } = await up.run([command, join(__dirname, 'clients/boto.py')], folder);
  const lines = stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { readonly name: string; readonly problem: string | null });
  const results = lines.map(({ name, problem }) => ({ name, problem: problem ?? undefined }));
  return code === 0 ? results : [...results, { name: 'the program ends', problem: stderr.slice(-400) }];
}

async function cliChecks(command: readonly string[], up: Up, folder: string): Promise<readonly Checked[]> {
  for (const [name, text] of Object.entries(cliFiles)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const results: Checked[] = [];
  for (const step of cliSteps) {
    const end = await up.run([...command, ...step.args], folder);
    results.push({ name: `aws ${step.args.join(' ')}`, problem: problemOf(step, end) });
  }
  return results;
}

function problemOf({ prints, refusedAs }: CliStep, { code, stdout, stderr }: Ended): string | undefined {
  const said = `exit code ${code}: ${stdout.slice(0, 300)} ${stderr.slice(0, 500)}`;
  if (refusedAs === undefined) {
    if (code !== 0) return said;
    return prints === undefined || prints.test(stdout) ? undefined : `does not print ${String(prints)}: ${said}`;
  }
  if (code === 0) return `was accepted, expected ${refusedAs}`;
  const named = refusedAs === '' || stderr.includes(`(${refusedAs})`);
  return named && !/Traceback/.test(stderr) ? undefined : `expected ${refusedAs}: ${said}`;
}
