import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cdk, ended, line, llmops, root, start } from '../helpers/command';

const folder = mkdtempSync(join(tmpdir(), 'llmops-local-'));
const running: ChildProcess[] = [];

afterAll(async () => {
  for (const child of running) {
    const end = ended(child);
    child.kill('SIGTERM');
    await end;
  }
  rmSync(folder, { recursive: true, force: true });
});

async function localCloud(): Promise<{ readonly url: string; readonly env: Record<string, string> }> {
  const child = start([join(root, 'bin/llmops.js'), 'local', 'up', '--port', '0']);
  running.push(child);
  const [, url = ''] = await line(child, /export AWS_ENDPOINT_URL=(\S+)/);
  return {
    url,
    env: {
      AWS_ENDPOINT_URL: url,
      AWS_ACCESS_KEY_ID: 'local',
      AWS_SECRET_ACCESS_KEY: 'local',
      AWS_REGION: 'eu-central-1',
      CDK_HOME: join(folder, 'cdk-home'),
    },
  };
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

test('the real CDK CLI bootstraps, deploys, reports a misspelled property and its rollback, and destroys', async () => {
  const { env } = await localCloud();
  const options = { cwd: folder, env: { ...env, CDK_VALIDATION: 'false' } };
  const good = app(`{ Tags: [{ Key: 'a', Value: 'b' }] }`);
  expect(await cdk(['bootstrap', '--app', good], options)).toMatchObject({ code: 0 });

  const bad = app(`{ BucketEncryptoin: {} }`);
  const refused = await cdk(['deploy', '--app', bad, '--require-approval', 'never'], options);
  expect(refused.code).toBe(1);
  expect(refused.stdout + refused.stderr).toMatch(/BucketEncryptoin/);
  expect(refused.stdout + refused.stderr).toMatch(/ROLLBACK_COMPLETE/);

  const deployed = await cdk(
    ['deploy', '--app', app(`{ Tags: [{ Key: 'a', Value: 'b' }] }`), '--require-approval', 'never'],
    options,
  );
  expect(deployed.stderr + deployed.stdout).toContain('✅  Other');
  expect((await cdk(['destroy', '--app', good, '--force'], options)).code).toBe(0);
});

test('fails on a taken port and names its process', async () => {
  const { url } = await localCloud();
  const second = await llmops(['local', 'up', '--port', new URL(url).port]);
  expect(second.code).toBe(2);
  expect(second.stderr).toContain(new URL(url).port);
  expect(second.stderr).toMatch(/pid \d+|process \d+/);
});

test.each(['0.0.0.0', '192.0.2.1', 'example.com'])(
  'fails to listen on %s',
  async (host) => {
    const refused = await llmops(['local', 'up', '--port', '0', '--host', host]);
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain(host);
    expect(refused.stderr).toMatch(/loopback/);
  },
  60_000,
);
