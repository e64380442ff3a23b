import type { ChildProcess } from 'node:child_process';
import { spawn, spawnSync } from 'node:child_process';
import { createServer } from 'node:net';

/** How a command ended. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Where hostile variables lead: an address that counts who comes and serves nobody. */
interface Trap {
  readonly url: string;
  readonly connections: () => number;
  readonly close: () => void;
}

/** Opens the address to which the variables of a hostile shell lead, as a proxy and as an endpoint. */
export function openTrap(): Promise<Trap> {
  let connections = 0;
  const server = createServer((socket) => {
    connections += 1;
    socket.destroy();
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      resolve({
        url: `http://127.0.0.1:${port}`,
        connections: () => connections,
        close: () => server.close(),
      });
    });
  });
}

/** A shell whose variables lead a client of AWS elsewhere, in the ways that clients read. */
export function hostileShell(trap: string): Record<string, string> {
  const endpoints = [
    'CLOUDFORMATION',
    'S3',
    'SSM',
    'STS',
    'KMS',
    'ECR',
    'LAMBDA',
    'EC2',
    'CLOUDWATCH_LOGS',
    'SFN',
    'SQS',
  ];
  return {
    PATH: process.env['PATH'] ?? '',
    HOME: process.env['HOME'] ?? '',
    LANG: 'C.UTF-8',
    ...Object.fromEntries(endpoints.map((name) => [`AWS_ENDPOINT_URL_${name}`, trap])),
    AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'true',
    AWS_PROFILE: 'production',
    AWS_DEFAULT_PROFILE: 'production',
    AWS_DEFAULT_OUTPUT: 'table',
    AWS_SESSION_TOKEN: 'of another account',
    AWS_CONTAINER_CREDENTIALS_FULL_URI: `${trap}/keys`,
    AWS_WEB_IDENTITY_TOKEN_FILE: '/var/run/token',
    AWS_ROLE_ARN: 'arn:aws:iam::999999999999:role/production',
    AWS_USE_FIPS_ENDPOINT: 'true',
    AWS_USE_DUALSTACK_ENDPOINT: 'true',
    AWS_CA_BUNDLE: '/etc/corporate.pem',
    AWS_CONFIG_FILE: '/home/someone/.aws/config',
    HTTP_PROXY: trap,
    HTTPS_PROXY: trap,
    ALL_PROXY: trap,
    http_proxy: trap,
    https_proxy: trap,
    all_proxy: trap,
    NO_PROXY: '',
  };
}

/** Stands for the printed endpoint in an argument of a command. */
export const endpointPlace = 'ENDPOINT';

/** The local cloud as a process, and the shell that its printed environment leaves. */
export interface Up {
  /** Runs a command in a hostile shell after the printed lines. */
  readonly run: (command: readonly string[], folder: string) => Promise<Ended>;
  readonly stop: () => Promise<Ended>;
}

/** Starts `llmops local up` in a hostile shell. @throws Error when it ends before it prints its environment */
export async function localUp(state: string, hostile: Readonly<Record<string, string>>): Promise<Up> {
  const args = ['bin/llmops.js', 'local', 'up', '--port', '0', '--state', state];
  const child = spawn(process.execPath, args, { env: hostile, stdio: ['ignore', 'pipe', 'pipe'] });
  const printed = await untilPrinted(child);
  const endpoint = /^export AWS_ENDPOINT_URL=(.*)$/m.exec(printed)?.[1] ?? '';
  return {
    run: (command, folder) =>
      ended(
        spawn(
          '/bin/sh',
          ['-c', `${printed}\nexec "$@"`, 'sh', ...command.map((part) => (part === endpointPlace ? endpoint : part))],
          {
            cwd: folder,
            env: hostile,
            stdio: ['ignore', 'pipe', 'pipe'],
          },
        ),
      ),
    stop: () => {
      const end = ended(child);
      child.kill('SIGTERM');
      return end;
    },
  };
}

function untilPrinted(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    let problem = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      if (/^export no_proxy=.*\n/m.test(printed)) resolve(printed);
    });
    child.stderr?.on('data', (chunk: Buffer) => (problem += chunk.toString()));
    child.once('exit', () => {
      reject(new Error(`the local cloud did not start: ${problem}`));
    });
  });
}

function ended(child: ChildProcess): Promise<Ended> {
  return new Promise((resolve, reject) => {
    let stdout = '';
    let stderr = '';
    child.stdout?.setEncoding('utf8').on('data', (chunk: string) => (stdout += chunk));
    child.stderr?.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk));
    child.once('error', reject);
    child.once('close', (code) => {
      resolve({ code, stdout, stderr });
    });
  });
}

/** What a program prints about its version; undefined when it is not there or fails. */
export function versionOf(command: string, args: readonly string[]): string | undefined {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  return status === 0 ? `${stdout}${stderr}`.trim() : undefined;
}
