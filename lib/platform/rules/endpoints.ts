import type { Draft } from '../draft';
import type { EndpointSpec } from '../endpoint';
import type { Cloud } from '../environment';
import type { Issue } from '../issue';
import { adapterNameIssues } from './adapters';
import { artifactIssues } from './artifact';
import { azureServingIssues, needsAzureImage } from './azure-serving';
import { cachedImageIssues, importedAndCachedIssues } from './cached-image';
import { digestIssues } from './digest';
import { failoverIssues } from './failover';
import { idleIssues } from './idle';
import { modelReference } from './model-reference';
import { registryModelIssues } from './registry-model';
import { repeated } from './repeated';
import type { Rule } from './rule';
import { trafficIssues } from './traffic';

/** An endpoint serves open weights on clouds of the platform, from an image that cannot change. */
export const endpointRule: Rule = (draft) => [
  ...Object.entries(draft.spec.endpoints ?? {}).flatMap(([key, endpoint]) => {
    const path = `endpoints.${key}`;
    return [
      ...modelReference(draft, `${path}.model`, endpoint.model, { kinds: ['open-weights'], user: 'an endpoint' }),
      ...repeated(`${path}.clouds`, endpoint.clouds),
      ...placement(draft, path, endpoint),
      ...images(draft, key, endpoint),
      ...azureServingIssues(path, endpoint),
      ...cachedImageIssues(path, endpoint),
      ...registryModelIssues(draft, key, endpoint),
      ...pins(path, endpoint),
      ...trafficIssues(`${path}.traffic`, endpoint.traffic),
      ...idleIssues(draft, path, endpoint),
      ...failoverIssues(path, endpoint),
      ...quantised(path, endpoint),
      ...adapterNameIssues(draft, endpoint, key),
      ...comparison(draft, path, endpoint),
      ...waiver(path, endpoint),
    ];
  }),
  ...importedAndCachedIssues(draft.spec.endpoints ?? {}),
];

function waiver(path: string, { rollback }: EndpointSpec): readonly Issue[] {
  if (rollback === undefined || rollback.reason.trim() !== '') return [];
  return [
    {
      code: 'EmptyWaiverReason',
      path: `${path}.rollback.reason`,
      message: 'the waiver has no reason',
      got: rollback.reason,
      expected: 'a sentence that a reviewer can assess',
      fix: 'write which alarm is red, and what this update repairs',
    },
  ];
}

function placement(draft: Draft, path: string, endpoint: EndpointSpec): readonly Issue[] {
  const environments = draft.declared('environments');
  return [...new Set(endpoint.clouds)].flatMap((cloud): readonly Issue[] => {
    const absent = environments.filter((environment) => !draft.cloudsOf(environment).includes(cloud));
    if (absent.length < environments.length) {
      return absent.map((environment) => notPlaced(path, cloud, environment));
    }
    return [
      {
        code: 'CloudNotUsed',
        path: `${path}.clouds[${endpoint.clouds.indexOf(cloud)}]`,
        message: `no environment has an ${cloud} target`,
        got: cloud,
        expected: 'a cloud of at least one environment',
        fix: `add an ${cloud} target to an environment, or remove '${cloud}'`,
      },
    ];
  });
}

function notPlaced(path: string, cloud: Cloud, environment: string): Issue {
  return {
    code: 'NotPlaced',
    path: `${path}.clouds`,
    message: `environment '${environment}' has no ${cloud} target, so the endpoint is not deployed there`,
    got: cloud,
    expected: `an ${cloud} target in environments.${environment}`,
    fix: `add environments.${environment}.${cloud}, or ignore this if intended`,
  };
}

function images(draft: Draft, key: string, endpoint: EndpointSpec): readonly Issue[] {
  const { clouds, serving } = endpoint;
  return (['aws', 'azure'] as const).flatMap((cloud): readonly Issue[] => {
    const digest = serving.imageDigest[cloud];
    const path = `endpoints.${key}`;
    const at = `${path}.serving.imageDigest.${cloud}`;
    if (digest !== undefined) return digestIssues(at, digest);
    if (cloud === 'azure' && !needsAzureImage(endpoint)) return [];
    if (!clouds.includes(cloud) || draft.written(['endpoints', key, 'serving', 'imageDigest', cloud])) return [];
    return [
      {
        code: 'MissingImageDigest',
        path: at,
        message: `the endpoint runs on ${cloud} and has no image for it`,
        expected: 'sha256: and 64 hexadecimal digits',
        fix: `add ${at}, or remove '${cloud}' from ${path}.clouds`,
      },
    ];
  });
}

function pins(path: string, { clouds, pinned = {} }: EndpointSpec): readonly Issue[] {
  return (['aws', 'azure'] as const)
    .filter((cloud) => pinned[cloud] !== undefined && !clouds.includes(cloud))
    .map((cloud) => ({
      code: 'UnusedPin',
      path: `${path}.pinned.${cloud}`,
      message: `the pin has no effect: the endpoint does not run on ${cloud}`,
      got: pinned[cloud],
      expected: `pins for ${clouds.join(' and ')} only`,
      fix: `add '${cloud}' to ${path}.clouds, or remove the pin`,
    }));
}

function quantised(path: string, { clouds, quantisation = {} }: EndpointSpec): readonly Issue[] {
  return Object.entries(quantisation).flatMap(([format, artifact]): readonly Issue[] => {
    const at = `${path}.quantisation.${format}`;
    const places = { aws: artifact.s3Uri, azure: artifact.azureModelUri };
    if (clouds.some((cloud) => places[cloud] !== undefined)) return artifactIssues(at, artifact);
    return [
      {
        code: 'MissingArtifact',
        path: at,
        message: `no ${format} weights are stored on ${clouds.join(' or ')}, so the format can never be chosen`,
        got: artifact,
        expected: clouds.map((cloud) => (cloud === 'aws' ? 's3Uri' : 'azureModelUri')).join(' or '),
        fix: `write the location of the ${format} weights, or remove ${at}: the plan prices the usual formats anyway`,
      },
    ];
  });
}

function comparison(draft: Draft, path: string, { compareWith = [] }: EndpointSpec): readonly Issue[] {
  return [
    ...compareWith.flatMap((key, index) =>
      modelReference(draft, `${path}.compareWith[${index}]`, key, {
        kinds: ['bedrock', 'azure-openai'],
        user: 'a comparison of prices per token',
      }),
    ),
    ...repeated(`${path}.compareWith`, compareWith),
  ];
}
