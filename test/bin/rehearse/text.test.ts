import { printReport } from '../../../bin/rehearse/text';
import type { RehearsalReport } from '../../../lib/local/rehearsal';
import { terminal } from '../../helpers/terminal';

const report: RehearsalReport = {
  schema: 'llmops-kit/rehearsal/v2',
  platform: 'support',
  environment: 'dev',
  startedAt: '2026-11-30T00:00:00.000Z',
  seconds: 2,
  ok: true,
  failures: [],
  failureCount: 0,
  stacks: [],
  secondDeploy: { aws: [], azure: [], empty: true },
  answers: [],
  kept: [],
  steps: [],
  requests: { total: 1, refused: 0 },
  behaviour: [
    { cloud: 'aws', type: 'AWS::S3::Bucket', behaviour: 'modelled', by: ['s3'], resources: 2 },
    { cloud: 'azure', type: 'azure-native:keyvault:Vault', behaviour: 'schema only', by: [], resources: 1 },
  ],
  simulated: [
    { what: 'no files were copied', type: 'Custom::CDKBucketDeployment', resources: ['data/Copy'], times: 1 },
  ],
  unverified: [{ what: 'a rule', type: 'AWS::EC2::VPC', resources: ['data/A', 'data/B', 'data/C', 'use/D'], times: 9 }],
  notProven: ['prices'],
};

test('a report names what the local cloud skipped, once each, before what it does not prove', () => {
  const lines: string[] = [];
  printReport(report, 'out/rehearsal.json', { ...terminal(100), out: (line: string) => lines.push(line) });
  expect(lines.slice(1)).toEqual([
    'second deploy: no changes',
    'simulated: Custom::CDKBucketDeployment: no files were copied (data/Copy; once)',
    'not verified: AWS::EC2::VPC: a rule (data/A, data/B and 2 more; 9 times)',
    'resource types: 1 behaviour modelled, 1 schema only, 0 not there: the list is `behaviour` in out/rehearsal.json',
    'not proven here: prices',
    'passed in 2.0 s, details in out/rehearsal.json',
  ]);
});
