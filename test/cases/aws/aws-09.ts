import { plannedStacks, unitsOf } from '../../../lib/deploy';
import { settle } from '../../../lib/plan';
import { environmentPlan } from '../../helpers/plan';
import type { Case } from '../case';

export const aws09: Case = {
  id: 'aws-09',
  fault: "cdk deploy 'dev/*' on a fresh account needs weights in a bucket made in the same run, and digests nobody has",
  expected: 'a way in: something fills bucket and repository between the stacks, with an identity without stored key',
  check: () => {
    const plan = environmentPlan();
    const { destination, neededBy, after } = plan.assets['aws/weights/chat'] ?? {};
    const bucket = plan.aws?.integration.artifactBucketName.value ?? '';
    expect(destination?.value).toMatchObject({ kind: 's3-prefix', bucket });
    expect(JSON.stringify([after, neededBy])).toMatch(/integration.*deployment/);
    const stacks = plannedStacks(settle(plan));
    const units = unitsOf(settle(plan), { assembly: 'a', stacks, gated: new Set(['aws/deployment']) });
    const order = units.map(({ id }) => id);
    const gate = order.indexOf('aws/deployment-assets');
    expect(order.indexOf('aws/integration')).toBeLessThan(gate);
    expect(gate).toBeLessThan(order.indexOf('aws/deployment'));
  },
};
