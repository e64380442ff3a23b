import type { AwsTarget, Result } from '../../platform';
import { failure, success } from '../../platform';
import type { AwsContext } from '../context';
import type { Decision } from '../decision';
import { decide, pinned } from '../decision';
import { planEndpoints } from '../endpoint/plan-endpoints';
import { standbyPlace, standbyServing } from '../standby-place';
import type { AwsPlan, AwsStandbyPlan } from './aws-plan';
import { planAwsEndpoint } from './endpoint';

/** The second region of an environment; nothing where the config names none. */
export function awsStandby(context: AwsContext): Result<Pick<AwsPlan, 'standby'>> {
  const { standby } = context.target;
  if (standby === undefined) return success({});
  const path = `environments.${context.key}.aws.standby`;
  const region = standbyPlace(context, 'aws', standby.region, `${path}.region`);
  if (!region.ok) return failure(region.issues);
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
      serving: standbyServing(nothingServes, region.value.id, endpointsThere(context, region.value)),
    },
  });
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

const nothingServes = 'no machine runs in the second region: weights are there, and an endpoint starts from them';

/** The endpoints in the second region; nothing where the environment has none. */
function endpointsThere(context: AwsContext, region: AwsContext['region']) {
  if (context.endpoints.aws.length === 0) return undefined;
  // Quotas are of a region; those of the second are unknown.
  const target: AwsTarget = { account: context.target.account, region: region.id };
  const there: AwsContext = { ...context, target, region, places: { ...context.places, aws: region.id } };
  return planEndpoints('aws', there, planAwsEndpoint);
}
