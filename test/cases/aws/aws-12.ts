import assert from 'node:assert';
import { settle } from '../../../lib/plan';
import { stageTemplates } from '../../helpers/aws-app';
import { statementsOf } from '../../helpers/aws-policies';
import { awsPlan, environmentPlan } from '../../helpers/plan';
import { awsTarget, developmentEnvironment } from '../../helpers/platform';
import type { Case } from '../case';

export const aws12: Case = {
  id: 'aws-12',
  fault:
    'VPC endpoints are a closed list: ingestion cannot be started from inside, and four are made that nothing uses',
  expected: 'endpoints follow what the environment runs, with their price, and a service of the user is a field',
  check() {
    const { interfaceEndpoints, usdPerMonth } = awsPlan().foundation.network;
    for (const service of ['bedrock-agent', 's3vectors']) assert.ok(interfaceEndpoints.value.includes(service));
    for (const service of ['ecr.api', 'ecr.dkr', 'kms']) assert.ok(!interfaceEndpoints.value.includes(service));
    assert.ok((usdPerMonth?.value ?? 0) > 0);
    const aws = {
      ...awsTarget,
      privateServices: { sqs: ['sqs:SendMessage'], 'bedrock-runtime': ['bedrock:CountTokens'] },
    };
    const { foundation } = stageTemplates(
      settle(environmentPlan({ environments: { dev: developmentEnvironment({ aws }) } })),
    );
    assert.ok(foundation !== undefined);
    const allowed = statementsOf(foundation).map(({ actions }) => actions);
    assert.ok(allowed.some((actions) => actions.includes('sqs:SendMessage')));
    // What the config adds to an endpoint of the platform takes nothing from it.
    assert.ok(
      allowed.some((actions) => ['bedrock:CountTokens', 'bedrock:InvokeModel'].every((one) => actions.includes(one))),
    );
  },
};
