import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LocalAws } from '../../lib/local/aws';
import { startLocalAws } from '../../lib/local/aws';
import { cdk, root } from '../helpers/command';

const account = '111111111111';
const region = 'us-east-1';
const folder = mkdtempSync(join(tmpdir(), 'llmops-look-ups-'));
let cloud: LocalAws;

beforeAll(async () => {
  cloud = await startLocalAws();
});
afterAll(async () => {
  await cloud.close();
  rmSync(folder, { recursive: true, force: true });
});

const app = `
  const { App, Stack, CfnOutput } = require(${JSON.stringify(join(root, 'node_modules/aws-cdk-lib'))});
  const ec2 = require(${JSON.stringify(join(root, 'node_modules/aws-cdk-lib/aws-ec2'))});
  const ssm = require(${JSON.stringify(join(root, 'node_modules/aws-cdk-lib/aws-ssm'))});
  const app = new App({ analyticsReporting: false });
  const stack = new Stack(app, 'LookUps', { env: { account: '${account}', region: '${region}' } });
  const vpc = ec2.Vpc.fromLookup(stack, 'Vpc', { isDefault: true });
  new ec2.SecurityGroup(stack, 'Group', { vpc });
  const image = ssm.StringParameter.valueFromLookup(
    stack,
    '/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64',
  );
  new CfnOutput(stack, 'Zones', { value: stack.availabilityZones.join() });
  new CfnOutput(stack, 'Subnets', { value: String(vpc.publicSubnets.length) });
  new CfnOutput(stack, 'Image', { value: image });
`;

test('the CDK looks up the default VPC, zones and a public parameter, and deploys what it found', async () => {
  writeFileSync(join(folder, 'app.js'), app);
  const env = { ...cloud.env(account, region), CDK_HOME: join(folder, 'home'), CDK_VALIDATION: 'false' };
  const command = `${JSON.stringify(process.execPath)} app.js`;
  expect((await cdk(['bootstrap', '--app', command], { cwd: folder, env })).code).toBe(0);
  const deployed = await cdk(['deploy', '--app', command, '--require-approval', 'never'], { cwd: folder, env });
  expect(deployed.stdout + deployed.stderr).toContain('✅  LookUps');
  const stack = cloud.stacks().find((one) => one.stack === 'LookUps');
  expect(stack?.outputs).toEqual({
    Zones: ['a', 'b', 'c', 'd', 'e', 'f'].map((zone) => `${region}${zone}`).join(),
    Subnets: '6',
    Image: expect.stringMatching(/^ami-[0-9a-f]{17}$/) as unknown,
  });
  expect(readFileSync(join(folder, 'cdk.context.json'), 'utf8')).toContain('172.31.0.0/16');
});
