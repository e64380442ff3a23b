import assert from 'node:assert';
import { settle } from '../../../lib/plan';
import { openWeights } from '../../../lib/platform';
import type { TemplateJson } from '../../helpers/aws-app';
import { resourcesOf, stageTemplates } from '../../helpers/aws-app';
import { replacedUnderTheirName } from '../../helpers/aws-replacement';
import { environmentPlan } from '../../helpers/plan';
import { platform } from '../../helpers/platform';
import type { Case } from '../case';

export const day2D01: Case = {
  id: 'day-2-D01',
  fault: 'another revision of a model changes the create-only description of a named group: UPDATE_FAILED',
  expected: 'nothing that changes stands in a create-only property of a named resource',
  check() {
    const templates = (revision: string): Readonly<Record<string, TemplateJson>> => {
      const chat = openWeights('Qwen/Qwen3-32B', { revision: revision.padEnd(40, '0') });
      return stageTemplates(settle(environmentPlan({ models: { ...platform().models, chat } })));
    };
    const [before, after] = [templates('0123'), templates('1123')];
    assert.ok(before.integration !== undefined && after.integration !== undefined);
    assert.deepStrictEqual(
      resourcesOf(after.integration, 'AWS::SageMaker::ModelPackageGroup'),
      resourcesOf(before.integration, 'AWS::SageMaker::ModelPackageGroup'),
    );
    for (const [stack, template] of Object.entries(before)) {
      const next = after[stack];
      assert.ok(next !== undefined);
      assert.deepStrictEqual(replacedUnderTheirName(template, next), []);
    }
  },
};
