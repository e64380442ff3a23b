import assert from 'node:assert';
import { settle } from '../../../lib/plan';
import { at, onlyResource, stageTemplates } from '../../helpers/aws-app';
import { environmentPlan } from '../../helpers/plan';
import type { Case } from '../case';

export const aws15: Case = {
  id: 'aws-15',
  fault: 'the default security group is left open, and the image repository has no lifecycle policy',
  expected: 'a runbook of AWS removes the rules of the group, and images without a tag are deleted',
  check() {
    const { foundation, integration } = stageTemplates(settle(environmentPlan()));
    assert.ok(foundation !== undefined && integration !== undefined);
    const closed = onlyResource(foundation, 'AWS::SSM::Association').Properties;
    assert.strictEqual(closed.Name, 'AWSConfigRemediation-RemoveVPCDefaultSecurityGroupRules');
    assert.match(JSON.stringify(at(closed, 'Parameters', 'GroupId')), /DefaultSecurityGroup/);
    const images = onlyResource(integration, 'AWS::ECR::Repository').Properties;
    assert.match(String(at(images, 'LifecyclePolicy', 'LifecyclePolicyText')), /"untagged"/);
  },
};
