import assert from 'node:assert';
import { resourcesOf, stageTemplates } from '../../helpers/aws-app';
import { settledPlan } from '../../helpers/aws-plan-fixture';
import type { Case } from '../case';

export const day2D04: Case = {
  id: 'day-2-D04',
  fault: 'the retry of a first production deployment finds the names of retained resources taken',
  expected: 'a rollback deletes what was created, and nothing that refuses it is created early',
  check() {
    const templates = Object.values(stageTemplates(settledPlan('prod')));
    const named = templates.flatMap(({ Resources }) =>
      Object.values(Resources).filter(({ Properties }) =>
        Object.keys(Properties).some((key) =>
          /^(BucketName|LogGroupName|RepositoryName|TableName|.*GroupName)$/.test(key),
        ),
      ),
    );
    assert.ok(named.length > 5);
    assert.ok(named.every(({ DeletionPolicy }) => DeletionPolicy !== 'Retain'));
    // Deletion protection refuses a rollback, so nothing else of the stack is created after the table.
    const { integration } = stageTemplates(settledPlan('prod'));
    assert.ok(integration !== undefined);
    const [table] = resourcesOf(integration, 'AWS::DynamoDB::Table');
    const others = Object.entries(integration.Resources).filter(([, { Type }]) =>
      /^AWS::(S3|ECR|SageMaker)::/.test(Type),
    );
    assert.ok(others.every(([id]) => table?.[1].DependsOn?.includes(id)));
  },
};
