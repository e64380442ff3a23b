import assert from 'node:assert';
import { settle } from '../../../lib/plan';
import { openWeights } from '../../../lib/platform';
import { stageTemplates } from '../../helpers/aws-app';
import { statementsOf } from '../../helpers/aws-policies';
import { awsPlan, environmentPlan, planIssues } from '../../helpers/plan';
import type { PlatformOverrides } from '../../helpers/platform';
import { platform } from '../../helpers/platform';
import type { Case } from '../case';

const keyArn = 'arn:aws:kms:eu-central-1:111111111111:key/00000000-0000-4000-8000-00000000000d';

function weightsInDev(artifact: { readonly s3KeyArn?: string }): PlatformOverrides {
  const s3Uri = `s3://${awsPlan().integration.artifactBucketName.value}/models/Qwen/`;
  const chat = openWeights('Qwen/Qwen3-32B', { revision: '0'.repeat(40), artifact: { s3Uri, ...artifact } });
  return { models: { ...platform().models, chat } };
}

export const aws04: Case = {
  id: 'aws-04',
  fault: "weights in another environment's bucket: the role may read the files and not decrypt them",
  expected: "the key's ARN is handed over, the role may decrypt with it, and the key's policy allows the other account",
  check() {
    assert.ok(planIssues(weightsInDev({}), 'prod').some(({ code }) => code === 'MissingWeightsKey'));
    const { deployment } = stageTemplates(settle(environmentPlan(weightsInDev({ s3KeyArn: keyArn }), 'prod')));
    const { foundation } = stageTemplates(settle(environmentPlan(weightsInDev({ s3KeyArn: keyArn }), 'dev')));
    assert.ok(deployment !== undefined && foundation !== undefined);
    const decrypt = statementsOf(deployment).filter(({ resources }) => resources.includes(keyArn));
    assert.deepStrictEqual(
      decrypt.map(({ actions, condition }) => [actions, condition]),
      [[['kms:Decrypt'], { StringEquals: { 'kms:ViaService': 's3.eu-central-1.amazonaws.com' } }]],
    );
    const policy = JSON.stringify(foundation.Resources);
    assert.match(policy, /"Sid":"PromotedEnvironments"/);
    assert.match(policy, /arn:aws:iam::333333333333:root/);
  },
};
