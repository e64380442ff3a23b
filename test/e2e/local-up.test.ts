import type { ChildProcess } from 'node:child_process';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Ended } from '../helpers/command';
import { cdk, ended, line, llmops, root, start } from '../helpers/command';

const folder = mkdtempSync(join(tmpdir(), 'llmops-local-'));
const running: ChildProcess[] = [];

afterAll(async () => {
  for (const child of running) await stop(child, 'SIGTERM');
  rmSync(folder, { recursive: true, force: true });
});

async function stop(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const end = ended(child);
  child.kill(signal);
  await end;
}

interface Up {
  readonly child: ChildProcess;
  readonly url: string;
  /** What `eval` leaves of a shell with hostile variables. */
  readonly env: Record<string, string>;
}

/** Variables of a shell that lead a client of AWS elsewhere, in every way that clients read. */
const hostile: Readonly<Record<string, string>> = {
  AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'true',
  AWS_ENDPOINT_URL_CLOUDFORMATION: 'https://cloudformation.eu-central-1.amazonaws.com',
  AWS_ENDPOINT_URL_A_SERVICE_OF_NEXT_YEAR: 'https://example.com',
  AWS_PROFILE: 'production',
  AWS_DEFAULT_PROFILE: 'production',
  AWS_SESSION_TOKEN: 'of another account',
  AWS_CONTAINER_CREDENTIALS_FULL_URI: 'http://169.254.170.2/keys',
  AWS_CONTAINER_CREDENTIALS_RELATIVE_URI: '/keys',
  AWS_WEB_IDENTITY_TOKEN_FILE: '/var/run/token',
  AWS_ROLE_ARN: 'arn:aws:iam::999999999999:role/production',
  AWS_USE_FIPS_ENDPOINT: 'true',
  AWS_USE_DUALSTACK_ENDPOINT: 'true',
  AWS_CA_BUNDLE: '/etc/corporate.pem',
  AWS_S3_US_EAST_1_REGIONAL_ENDPOINT: 'legacy',
  AWS_CONFIG_FILE: '/home/x/.aws/config',
  HTTP_PROXY: 'http://proxy.example.com:3128',
  HTTPS_PROXY: 'http://proxy.example.com:3128',
  ALL_PROXY: 'socks5://proxy.example.com:1080',
  https_proxy: 'http://proxy.example.com:3128',
  all_proxy: 'http://proxy.example.com:3128',
  NO_PROXY: '',
};

async function localCloud(name: string, more: readonly string[] = []): Promise<Up> {
  const state = more.includes('--memory') ? [] : ['--state', join(folder, name)];
  const child = start([join(root, 'bin/llmops.js'), 'local', 'up', '--port', '0', ...state, ...more]);
  running.push(child);
  const [printed] = await line(child, /unset [^]*?export no_proxy=\S+\n/);
  const shell = spawnSync('/bin/sh', ['-c', `${printed}\nenv`], {
    env: { PATH: process.env.PATH ?? '', ...hostile },
    encoding: 'utf8',
  });
  expect(shell.stderr).toBe('');
  const env = Object.fromEntries(
    shell.stdout.split('\n').flatMap((text) => {
      const [, variable = '', value = ''] = /^(\w+)=(.*)$/.exec(text) ?? [];
      return variable === '' ? [] : [[variable, value]];
    }),
  );
  return { child, url: env['AWS_ENDPOINT_URL'] ?? '', env: { ...env, CDK_HOME: join(folder, 'cdk-home') } };
}

/** A foreign app, not this platform: one bucket with properties as given. */
function app(properties: string): string {
  const file = join(folder, 'app.js');
  writeFileSync(
    file,
    `const { App, Stack, CfnResource } = require(${JSON.stringify(join(root, 'node_modules/aws-cdk-lib'))});
     const stack = new Stack(new App(), 'Other');
     new CfnResource(stack, 'Bucket', { type: 'AWS::S3::Bucket', properties: ${properties} });`,
  );
  return `${JSON.stringify(process.execPath)} ${file}`;
}
const good = (): string => app(`{ Tags: [{ Key: 'a', Value: 'b' }] }`);

function local(verb: string, name: string, ...more: readonly string[]): Promise<Ended> {
  return llmops(['local', verb, '--state', join(folder, name), ...more]);
}

function json({ stdout }: Ended): Record<string, unknown> {
  return JSON.parse(stdout) as Record<string, unknown>;
}

test('the printed environment wins over every hostile variable of the shell', async () => {
  const { url, env } = await localCloud('environment', ['--memory']);
  const left = Object.entries(env).filter(([name, value]) => hostile[name] === value);
  expect(left).toEqual([]);
  expect(
    Object.keys(env)
      .filter((name) => name.startsWith('AWS_ENDPOINT_URL'))
      .sort(),
  ).toEqual(['AWS_ENDPOINT_URL', 'AWS_ENDPOINT_URL_S3']);
  const elsewhere = Object.entries(env).filter(
    ([name, value]) => /^(?:AWS_|.*proxy$)/i.test(name) && /^\w+:\/\//.test(value) && value !== url,
  );
  expect(elsewhere).toEqual([]);
  expect(existsSync(join(folder, 'environment'))).toBe(false);
});

test('the real CDK CLI deploys through a kill, and nothing leaves the loopback interface', async () => {
  let connections = 0;
  const proxy = createServer((socket) => {
    connections += 1;
    socket.destroy();
  });
  const port = await new Promise<number>((resolve) => {
    proxy.listen(0, '127.0.0.1', () => {
      const address = proxy.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
  const shellProxy = `http://127.0.0.1:${port}`;
  Object.assign(process.env, { HTTPS_PROXY: shellProxy, HTTP_PROXY: shellProxy });
  try {
    const first = await localCloud('cdk');
    const options = { cwd: folder, env: { ...first.env, CDK_VALIDATION: 'false' } };
    expect(await cdk(['bootstrap', '--app', good()], options)).toMatchObject({ code: 0 });

    const refused = await cdk(
      ['deploy', '--app', app(`{ BucketEncryptoin: {} }`), '--require-approval', 'never'],
      options,
    );
    expect(refused.code).toBe(1);
    expect(refused.stdout + refused.stderr).toMatch(/BucketEncryptoin/);
    expect(refused.stdout + refused.stderr).toMatch(/ROLLBACK_COMPLETE/);

    await stop(first.child, 'SIGKILL');
    const second = await localCloud('cdk');
    const again = { ...options, env: { ...second.env, CDK_VALIDATION: 'false' } };
    const deployed = await cdk(['deploy', '--app', good(), '--require-approval', 'never'], again);
    expect(deployed.stderr + deployed.stdout).toContain('✅  Other');

    const status = json(await local('status', 'cdk', '--json'));
    expect(status).toMatchObject({ running: true, url: second.url, accounts: ['111111111111'] });
    expect(status['stacks']).toEqual([
      expect.objectContaining({ stack: 'CDKToolkit', status: 'CREATE_COMPLETE' }),
      expect.objectContaining({ stack: 'Other', status: 'CREATE_COMPLETE', resources: 2 }),
    ]);
    expect((await local('reset', 'cdk')).stderr).toMatch(/another process works on this state/);
    expect((await cdk(['destroy', '--app', good(), '--force'], again)).code).toBe(0);

    await stop(second.child, 'SIGTERM');
    const { requests } = json(await local('logs', 'cdk', '--json', '--last', '5000')) as {
      readonly requests: readonly { readonly service: string; readonly action: string }[];
    };
    expect(requests.map(({ action }) => action)).toEqual(expect.arrayContaining(['CreateChangeSet', 'DeleteStack']));
    expect(requests.filter(({ service }) => service === 'outside')).toEqual([]);
    expect(connections).toBe(0);
    expect((await local('status', 'cdk')).stdout).toMatch(/no local cloud runs[^]*CDKToolkit +CREATE_COMPLETE/);
    expect((await local('reset', 'cdk')).stderr).toMatch(/removed .* 1 stack and 1 bucket: CDKToolkit/);
    expect((await local('status', 'cdk')).code).toBe(2);
  } finally {
    for (const name of ['HTTPS_PROXY', 'HTTP_PROXY']) Reflect.deleteProperty(process.env, name);
    proxy.close();
  }
});

test('with --with-cdk, what the validator of aws-cdk-lib finds in a deployed template is told and stands in the status', async () => {
  const { child, env } = await localCloud('with-cdk', ['--with-cdk']);
  const options = { cwd: folder, env: { ...env, CDK_VALIDATION: 'false' } };
  const warned = line(child, /warned +\d+ \S+ (Other\/.+)\n/);
  expect(await cdk(['bootstrap', '--app', good()], options)).toMatchObject({ code: 0 });
  const old = app(`{ AccessControl: 'Private' }`);
  expect(await cdk(['deploy', '--app', old, '--require-approval', 'never'], options)).toMatchObject({ code: 0 });
  expect((await warned)[1]).toMatch(/^Other\/Bucket \(AWS::S3::Bucket\): AccessControl: .*W3045/);
  const status = json(await local('status', 'with-cdk', '--json'));
  expect(status['warned']).toContainEqual(expect.objectContaining({ stack: 'Other', logicalId: 'Bucket' }));
  await stop(child, 'SIGTERM');
});

test('fails on a taken port and names its process, and on a state that another process works on', async () => {
  const { url, child } = await localCloud('one');
  const second = await llmops(['local', 'up', '--memory', '--port', new URL(url).port]);
  expect(second.code).toBe(2);
  expect(second.stderr).toContain(new URL(url).port);
  expect(second.stderr).toMatch(/pid \d+|process \d+/);
  const third = await llmops(['local', 'up', '--port', '0', '--state', join(folder, 'one')]);
  expect(third.code).toBe(2);
  expect(third.stderr).toMatch(
    new RegExp(`process ${child.pid ?? 0} at ${url}[^]*\\[?StateInUse|StateInUse[^]*process ${child.pid ?? 0}`),
  );
});

test('fails on every wrong option in one run', async () => {
  const wrong = ['--port', '70000', '--host', '0.0.0.0', '--account', 'abc', '--region', 'eu-central-9'];
  const refused = await llmops(['local', 'up', '--memory', '--json', ...wrong]);
  expect(refused.code).toBe(2);
  const { issues } = json(refused) as { readonly issues: readonly { readonly code: string; readonly path: string }[] };
  expect(issues.map(({ code, path }) => `${path} ${code}`)).toEqual([
    '--port NumberOutOfRange',
    '--host NotLoopback',
    '--account InvalidAccount',
    '--region UnknownRegion',
  ]);
});

test('a crash on demand ends the cloud inside a deployment, and the next start ends the deployment', async () => {
  const first = await localCloud('crash');
  const added = await llmops([
    'local',
    'fault',
    'add',
    'crash',
    '--type',
    'AWS::SQS::Queue',
    '--state',
    join(folder, 'crash'),
  ]);
  expect([added.code, added.stdout.trim()]).toEqual([0, 'fault-1']);
  const create = new URLSearchParams({
    Action: 'CreateStack',
    Version: '2010-05-15',
    StackName: 'Halved',
    TemplateBody: JSON.stringify({
      Resources: { Topic: { Type: 'AWS::SNS::Topic' }, Queue: { Type: 'AWS::SQS::Queue', DependsOn: 'Topic' } },
    }),
  });
  const authorization = `AWS4-HMAC-SHA256 Credential=${first.env['AWS_ACCESS_KEY_ID'] ?? ''}/20261130/eu-central-1/cloudformation/aws4_request, SignedHeaders=host, Signature=00`;
  const ends = ended(first.child);
  await fetch(first.url, { method: 'POST', headers: { authorization }, body: create }).catch(() => undefined);
  await ends;
  expect(first.child.signalCode).toBe('SIGKILL');
  await localCloud('crash');
  for (let polls = 0; polls < 100; polls += 1) {
    const { stacks } = json(await local('status', 'crash', '--json')) as {
      readonly stacks: readonly { readonly status: string }[];
    };
    if (stacks[0]?.status === 'CREATE_COMPLETE') return;
  }
  throw new Error('the deployment did not end');
});
