import assert from 'node:assert';
import { FineTuningPipeline } from '../../../constructs/aws';
import { network, resourcesOf, templateOf, testKey, testStack } from '../../helpers/aws-app';
import { tuningJobSlice } from '../../helpers/aws-plan-fixture';
import type { Case } from '../case';

export const aws10: Case = {
  id: 'aws-10',
  fault: 'more than one training instance hangs: the security group admits nothing from itself',
  expected: 'members of a job reach each other, and nobody else reaches them',
  check() {
    const stack = testStack();
    new FineTuningPipeline(stack, 'Pipeline', {
      job: tuningJobSlice({ instanceCount: 2 }),
      artifactBucketName: 'artifacts',
      network,
      encryptionKey: testKey(stack),
    });
    const template = templateOf(stack);
    const ingress = resourcesOf(template, 'AWS::EC2::SecurityGroupIngress').map(([, { Properties }]) => Properties);
    assert.strictEqual(ingress.length, 1);
    assert.deepStrictEqual(ingress[0]?.SourceSecurityGroupId, ingress[0]?.GroupId);
    const [[id] = ['']] = resourcesOf(template, 'AWS::EC2::SecurityGroup');
    assert.match(JSON.stringify(resourcesOf(template, 'AWS::SageMaker::Pipeline')), new RegExp(id));
  },
};
