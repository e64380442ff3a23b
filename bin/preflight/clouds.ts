import { awsOperations } from '../../lib/cloud/aws/operations';
import { awsQuestions } from '../../lib/cloud/aws/questions';
import { armOf } from '../../lib/cloud/azure/arm';
import { azureQuestions } from '../../lib/cloud/azure/questions';
import type { AwsQuestions, AzureQuestions, Clouds, PreflightInput } from '../../lib/preflight';

/** Milliseconds until an address counts as unreachable, and until an answer is not waited for. */
const patience = { connectionTimeout: 5000, requestTimeout: 30_000 };
/** Days back that failed writes are of interest. Azure keeps 90. */
const lookBackDays = 7;

/**
 * The accounts of an environment, asked with the credentials of the shell. AWS_ENDPOINT_URL points at another endpoint,
 * such as that of `llmops local up`.
 */
export function cloudsOf({ aws, azure, today }: PreflightInput): Clouds {
  const since = new Date(Date.parse(today) - lookBackDays * 86_400_000).toISOString();
  const there = aws?.standby?.region;
  const second = azure?.standby?.location;
  return {
    aws: aws === undefined ? 'offline' : inRegion(aws.region),
    azure: azure === undefined ? 'offline' : inLocation(azure, azure.location, since),
    ...(there === undefined ? {} : { awsStandby: inRegion(there) }),
    ...(azure === undefined || second === undefined ? {} : { azureStandby: inLocation(azure, second, since) }),
  };
}

function inRegion(region: string): AwsQuestions {
  const endpoint = process.env.AWS_ENDPOINT_URL;
  return awsQuestions(
    awsOperations({
      region,
      requestHandler: patience,
      ...(endpoint === undefined || endpoint === '' ? {} : { endpoint }),
    }),
  );
}

function inLocation(
  { tenant, subscription }: NonNullable<PreflightInput['azure']>,
  location: string,
  since: string,
): AzureQuestions {
  return azureQuestions(armOf(tenant), { subscription, location, since });
}
