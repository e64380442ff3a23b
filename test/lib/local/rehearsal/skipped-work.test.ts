import type { LocalAwsEvent } from '../../../../lib/local/aws';
import { SkippedLines } from '../../../../lib/local/rehearsal/skipped-work';

const place = { account: '111111111111', region: 'eu-central-1', stack: 'data' };
const simulated = (logicalId: string, what: string): LocalAwsEvent => ({
  ...place,
  kind: 'simulated',
  logicalId,
  type: 'Custom::Copy',
  what,
});

test('what was skipped is listed once, with its resources and how often it happened', () => {
  const lines = new SkippedLines();
  lines.add(simulated('One', 'files were copied'));
  lines.add(simulated('One', 'files were copied'));
  lines.add(simulated('Two', 'files were copied'));
  lines.add(simulated('One', 'a topic was told'));
  lines.add({ ...place, kind: 'unverified', logicalId: 'Vpc', type: 'AWS::EC2::VPC', what: 'a quota' });
  lines.add({ ...place, kind: 'unverified', logicalId: 'Key', type: 'AWS::Backup::Plan', what: 'a rule' });
  lines.add({
    ...place,
    kind: 'resource',
    logicalId: 'Vpc',
    type: 'AWS::EC2::VPC',
    status: 'CREATE_COMPLETE',
    reason: undefined,
  });
  expect(lines.of('simulated')).toEqual([
    { what: 'files were copied', type: 'Custom::Copy', resources: ['data/One', 'data/Two'], times: 3 },
    { what: 'a topic was told', type: 'Custom::Copy', resources: ['data/One'], times: 1 },
  ]);
  expect(lines.of('unverified')).toEqual([
    { what: 'a rule', type: 'AWS::Backup::Plan', resources: ['data/Key'], times: 1 },
    { what: 'a quota', type: 'AWS::EC2::VPC', resources: ['data/Vpc'], times: 1 },
  ]);
});
