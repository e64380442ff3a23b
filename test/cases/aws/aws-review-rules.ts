import assert from 'node:assert';
import { rules } from '../../../lib/review';
import type { Case } from '../case';

/** 65 single flaws that were planted in templates; `npm run prove -- mutation` makes and judges more. */
export const awsReviewRules: Case = {
  id: 'aws-review-rules',
  fault: 'check finds few of the planted flaws',
  expected: 'rules for every family of resources',
  check() {
    for (const family of ['application', 'bedrock', 'ci', 'data', 'eks', 'iam', 'network', 'sagemaker', 'vector']) {
      assert.ok(rules.filter((rule) => rule.family === family).length >= 8, family);
    }
  },
};
