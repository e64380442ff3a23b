import type { Constraint } from '../constraint';
import { sameJson } from '../json';
import { at } from '../value';

const type = 'AWS::Logs::ResourcePolicy';

/** Policies of an account and region that belong to no log group; the quota cannot be raised. */
const most = 10;

/** An account has at most ten log policies in a region, beside those that log groups have of their own. */
export const logPolicies: Constraint = {
  id: 'log-policy-count',
  types: [type],
  source: {
    url: 'https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutResourcePolicy.html',
    asOf: '2026-12-01',
  },
  check: ({ logicalId, properties }, { list }) => {
    const known = list(type);
    const name = at(properties, 'PolicyName');
    const own = known.findIndex(
      (one) => one.logicalId === logicalId && sameJson(at(one.properties, 'PolicyName'), name),
    );
    // One that does not exist yet comes after those that do.
    const before = own < 0 ? known.length : own;
    if (before < most) return [];
    return [
      {
        pointer: '#',
        problem: `Resource limit exceeded: an account has at most ${most} resource policies of CloudWatch Logs in a region, and ${before} come before this one`,
        fix: 'Write the statements into another policy, or as ResourcePolicyDocument of the log group, which does not count.',
      },
    ];
  },
};
