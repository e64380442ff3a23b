import type { AzureContext } from '../context';
import { azureName } from '../context';
import type { Decision } from '../decision';
import { decide, derive } from '../decision';
import { githubIssuer, githubSubject } from '../github-subject';
import type { AzureIdentitiesPlan, AzureInitializationPlan } from './azure-plan';

/** One identity for each kind of work, so that none can do the work of another. */
export function identities(context: AzureContext): AzureIdentitiesPlan {
  return {
    runtime: identity(
      context,
      'runtime',
      'runs the containers of online endpoints: pulls their image, reads their weights and writes their metrics, and can neither call nor change an endpoint',
    ),
    caller: identity(
      context,
      'caller',
      'applications call models, indexes and endpoints with it, and send telemetry: it can change none of them',
    ),
    release: identity(
      context,
      'release',
      'release steps deploy to endpoints and move their traffic with it, and read evaluation reports: it cannot write images, models or reports',
    ),
    ...(context.platform.pipeline === undefined
      ? {}
      : {
          ci: identity(
            context,
            'ci',
            'jobs push and import images, register models, write evaluation reports, fill indexes and deploy to endpoints with it; it grants no role and changes no network',
          ),
        }),
  };
}

/** How jobs of the pipeline act as the identities for CI and for releases; undefined without a pipeline. */
export function azureFederation(context: AzureContext): AzureInitializationPlan['github'] {
  const { pipeline } = context.platform;
  if (pipeline === undefined) return undefined;
  const subject = githubSubject(pipeline, context.key);
  return {
    issuer: decide(githubIssuer, 'federation.issuer', 'issuer of GitHub Actions tokens'),
    audience: decide('api://AzureADTokenExchange', 'federation.audience', 'audience of azure/login'),
    subjects: derive(subject, [subject.value]),
  };
}

function identity(context: AzureContext, use: string, purpose: string): Decision<string> {
  const name = azureName(context, 'azure-managed-identity', use);
  const { because } = decide(name.value, 'azure.identity-per-use', purpose);
  return { ...name, because: [...name.because, ...because] };
}
