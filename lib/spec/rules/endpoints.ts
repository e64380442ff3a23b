import type { Draft } from '../draft';
import type { EndpointSpec } from '../endpoint';
import type { Cloud } from '../environment';
import type { Issue } from '../issue';
import { digestIssues } from './digest';
import { modelReference } from './model-reference';
import { repeated } from './reference';
import type { Rule } from './rule';

/** An endpoint serves open weights on clouds the platform has, from an image that cannot change. */
export const endpointRule: Rule = (draft) =>
  Object.entries(draft.spec.endpoints ?? {}).flatMap(([key, endpoint]) => {
    const path = `endpoints.${key}`;
    return [
      ...modelReference(draft, `${path}.model`, endpoint.model, ['open-weights'], 'an endpoint'),
      ...repeated(`${path}.clouds`, endpoint.clouds),
      ...placement(draft, path, endpoint),
      ...images(draft, key, endpoint),
      ...pins(path, endpoint),
      ...length(path, endpoint),
      ...idle(draft, path, endpoint),
    ];
  });

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
        message: `no environment is on ${cloud}`,
        got: cloud,
        expected: `a cloud of at least one environment`,
        fix: `add a ${cloud} target to an environment or remove '${cloud}'`,
      },
    ];
  });
}

function notPlaced(path: string, cloud: Cloud, environment: string): Issue {
  return {
    code: 'NotPlaced',
    path: `${path}.clouds`,
    message: `environment '${environment}' is not on ${cloud}, so this endpoint will not exist there`,
    got: cloud,
    expected: `a ${cloud} target in environments.${environment}`,
    fix: `add environments.${environment}.${cloud}, or leave it if that is meant`,
    severity: 'warning',
  };
}

function images(draft: Draft, key: string, { clouds, serving }: EndpointSpec): readonly Issue[] {
  return (['aws', 'azure'] as const).flatMap((cloud): readonly Issue[] => {
    const digest = serving.imageDigest[cloud];
    const path = `endpoints.${key}`;
    const at = `${path}.serving.imageDigest.${cloud}`;
    if (digest !== undefined) return digestIssues(at, digest);
    if (!clouds.includes(cloud) || draft.written(['endpoints', key, 'serving', 'imageDigest', cloud])) return [];
    return [
      {
        code: 'MissingImageDigest',
        path: at,
        message: `endpoint runs on ${cloud} without an image`,
        expected: 'sha256: and 64 hexadecimal digits',
        fix: `add ${at} or remove '${cloud}' from ${path}.clouds`,
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
      message: `pin has no effect: the endpoint does not run on ${cloud}`,
      got: pinned[cloud],
      expected: `pins of ${clouds.join(' and ')} only`,
      fix: `add '${cloud}' to ${path}.clouds or remove the pin`,
    }));
}

function length(path: string, { traffic }: EndpointSpec): readonly Issue[] {
  const typical = traffic.inputTokens + traffic.outputTokens;
  if (traffic.maxTokens === undefined || traffic.maxTokens >= typical) return [];
  return [
    {
      code: 'MaxTokensBelowTypical',
      path: `${path}.traffic.maxTokens`,
      message: `longest request and answer is shorter than a typical one (${typical} tokens)`,
      got: traffic.maxTokens,
      expected: `at least ${typical}`,
      fix: `raise maxTokens to ${typical} or more, or remove it`,
    },
  ];
}

function idle(draft: Draft, path: string, { whenIdle, clouds }: EndpointSpec): readonly Issue[] {
  if (whenIdle !== 'scale-to-zero') return [];
  const production = Object.entries(draft.spec.environments ?? {})
    .filter(([, environment]) => environment.tier === 'production')
    .map(([key]) => key);
  const at = `${path}.whenIdle`;
  return [
    ...production.map((environment) => ({
      code: 'ScaleToZeroInProduction',
      path: at,
      message: `requests would fail for minutes while the endpoint wakes, and '${environment}' is production`,
      got: whenIdle,
      expected: `'keep-warm' on a platform with a production environment`,
      fix: `remove ${at}`,
    })),
    ...(clouds.includes('azure')
      ? [
          {
            code: 'ScaleToZeroOnAzure',
            path: at,
            message: 'Azure Machine Learning documents no scaling of online endpoints to zero',
            got: whenIdle,
            expected: `'keep-warm', or clouds: ['aws']`,
            fix: `remove ${at} or 'azure' from ${path}.clouds`,
          },
        ]
      : []),
  ];
}
