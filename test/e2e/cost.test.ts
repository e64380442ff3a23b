import { mkdtempSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { llmops } from '../helpers/command';

const endpoint = (count: number): object => ({
  Type: 'AWS::SageMaker::EndpointConfig',
  Properties: {
    ProductionVariants: [
      { VariantName: 'all', ModelName: 'm', InstanceType: 'ml.g6e.2xlarge', InitialInstanceCount: count },
    ],
  },
});
const agent = { Type: 'AWS::Bedrock::Agent', Properties: { FoundationModel: 'us.amazon.nova-pro-v1:0' } };
const tracking = { Type: 'AWS::SageMaker::MlflowTrackingServer', Properties: {} };

function twoTemplates(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'cost-')));
  const write = (name: string, Resources: object): void => {
    writeFileSync(join(folder, name), JSON.stringify({ Resources }));
  };
  write('old.json', { Config: endpoint(1) });
  write('new.json', { Config: endpoint(2), Agent: agent, Tracking: tracking });
  return folder;
}

test('what a change costs, with inputs, units of use, and by name what has no price', async () => {
  const cwd = twoTemplates();
  const run = await llmops(['cost', 'diff', '--base', 'old.json', 'new.json', '--region', 'us-east-1'], { cwd });
  expect(run.code).toBe(0);
  expect(run.stdout).toMatch(/^\+~?\$[\d,]+ a month, 1 priced by use, 1 not priced$/m);
  expect(run.stdout).toMatch(/^ +2 x ml\.g6e\.2xlarge in us-east-1 x 730 h at \$[\d.]+, .+, \d{4}-\d\d-\d\d/m);
  expect(run.stdout).toMatch(
    /^ +a unit of million input tokens: nothing before, \$0\.8 \(amazon\.nova-pro-v1:0\) after/m,
  );
  expect(run.stdout).toMatch(/new\/Tracking: AWS::SageMaker::MlflowTrackingServer has no price: /);
});

test('the same as JSON and as a comment that the next one replaces', async () => {
  const cwd = twoTemplates();
  const options = ['cost', 'diff', '--base', 'old.json', 'new.json', '--region', 'us-east-1'];
  const json = await llmops([...options, '--format', 'json'], { cwd });
  expect(JSON.parse(json.stdout)).toMatchObject({ base: 'old.json', next: 'new.json', unverified: [] });
  await llmops([...options, '--format', 'md', '--out', 'cost.md'], { cwd });
  expect(readFileSync(join(cwd, 'cost.md'), 'utf8')).toMatch(/^<!-- llmops-kit cost -->\n## Cost: /);
});

test('without a base there is nothing to compare with', async () => {
  const cwd = twoTemplates();
  const run = await llmops(['cost', 'diff', 'new.json'], { cwd });
  expect(run.code).toBe(2);
  expect(run.stderr).toContain('--base');
});
