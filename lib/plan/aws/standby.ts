import type { AwsTarget, Issue, Result } from '../../platform';
import { failure, success } from '../../platform';
import type { AwsContext } from '../context';
import type { Alternative, Decision } from '../decision';
import { decide, pinned, withRejected } from '../decision';
import { planEndpoints } from '../endpoint/plan-endpoints';
import { findRegion } from '../facts/lookup';
import type { AwsPlan, AwsStandbyPlan } from './aws-plan';
import { planAwsEndpoint } from './endpoint';

/** The second region of an environment; nothing where the config names none. */
export function awsStandby(context: AwsContext): Result<Pick<AwsPlan, 'standby'>> {
  const { standby } = context.target;
  if (standby === undefined) return success({});
  const path = `environments.${context.key}.aws.standby`;
  const region = findRegion(context.catalog, 'aws', standby.region, `${path}.region`);
  if (!region.ok) return failure(region.issues);
  const { residency } = context.platform;
  if (residency !== undefined && region.value.residency !== residency) {
    return failure([outside(`${path}.region`, standby.region, residency)]);
  }
  return success({
    standby: {
      region: pinned(standby.region, `${path}.region`),
      bucketArn: pinned(standby.bucketArn, `${path}.bucketArn`),
      keyArn: pinned(standby.keyArn, `${path}.keyArn`),
      replicated: decide(
        ['objects that are written to the artifact bucket from now on: weights, training data, candidates'],
        'standby.bucket',
        'S3 replicates each new object after a while: what was written just before a loss may be missing, and what was there before is not copied',
      ),
      notReplicated: notReplicated(context),
      serving: serving(context, region.value),
    },
  });
}

function outside(path: string, got: string, residency: string): Issue {
  return {
    code: 'ResidencyViolated',
    path,
    message: `${got} is not in '${residency}', where the platform's data must stay`,
    got,
    expected: `a region in '${residency}'`,
    fix: `choose another region, or remove ${path.replace(/\.region$/, '')}`,
  };
}

function notReplicated({ endpoints }: AwsContext): Decision<AwsStandbyPlan['notReplicated']['value']> {
  return decide(
    [
      { what: 'objects from before the replication', how: 'copy them once with S3 Batch Replication' },
      {
        what: 'images',
        how: 'replication is one setting of the whole registry of an account: its owner adds the region',
      },
      { what: 'documents, knowledge bases and vectors', how: 'ingest the documents again' },
      {
        what: 'release table, model package groups and logs',
        how: 'deploy an environment with this region as its own',
      },
      ...(endpoints.aws.length === 0
        ? []
        : [
            {
              what: 'endpoints and the quota of their machines',
              how: 'ask for quota in advance, and deploy that environment',
            },
          ]),
    ],
    'standby.by-hand',
    'nothing of it is there after the loss of the region',
  );
}

/** What serves there before a loss: nothing, because machines of the standby would be billed as those that serve. */
function serving(context: AwsContext, region: AwsContext['region']): Decision<'zero'> {
  const zero: Decision<'zero'> = decide(
    'zero',
    'standby.serving',
    'no machine runs in the second region: weights are there, and an endpoint starts from them',
  );
  return context.endpoints.aws.length === 0 ? zero : withRejected(zero, [warm(context, region)]);
}

/** Quotas are of a region; those of the second are unknown. */
function placeOf({ target: { account } }: AwsContext, region: string): AwsTarget {
  return { account, region };
}

function warm(context: AwsContext, region: AwsContext['region']): Alternative {
  const target = placeOf(context, region.id);
  const there: AwsContext = { ...context, target, region, places: { ...context.places, aws: region.id } };
  const planned = planEndpoints('aws', there, planAwsEndpoint);
  if (!planned.ok) {
    const [first] = planned.issues;
    return {
      value: 'warm',
      reason: `not possible in ${region.id}: ${first?.message ?? 'no size fits'}`,
      possible: false,
    };
  }
  const amounts = Object.values(planned.value).map(({ usdPerMonth }) => usdPerMonth);
  const price = (amounts.find((amount) => amount.price.basis === 'estimated') ?? amounts[0])?.price;
  const usdPerMonth = amounts.reduce((sum, { value }) => sum + value, 0);
  const reason = `the same endpoints in ${region.id} run as here, and answer nobody until the loss`;
  return price === undefined ? { value: 'warm', reason } : { value: 'warm', reason, usdPerMonth, price };
}
