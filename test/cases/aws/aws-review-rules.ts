import { rules } from '../../../lib/review';
import type { Case } from '../case';

/** 65 single flaws that were planted in templates. */
export const awsReviewRules: Case = {
  id: 'aws-review-rules',
  fault: 'check finds few of the planted flaws',
  expected: 'rules for every family of resources',
  open: {
    why: 'the families of rules come with the infrastructure review (issue 10)',
    stillOpen: () => rules.length < 30,
  },
};
