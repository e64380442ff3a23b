import type { EndpointSpec, RegistryLogin } from '../endpoint';
import type { Issue } from '../issue';
import { listed } from '../suggest';
import type { Cloud } from '../tier';
import { imageIssues } from './image-repository';
import { registryLoginIssues } from './registry-login';

/** Whether a cache reaches a registry with a login. */
type Login = 'none' | 'possible' | 'required';

/**
 * Registries that a cache of each cloud fetches from, and their logins.
 *
 * AWS: Amazon ECR User Guide, "Sync an upstream registry" (read 2026-11-30), those without a login: this kit stores none.
 * Azure: azure-management-docs, artifact-cache-overview.md of 2025-05-12, its table of upstream registries.
 */
const upstreams: Readonly<Record<Cloud, Readonly<Record<string, Login>>>> = {
  aws: { 'public.ecr.aws': 'none', 'quay.io': 'none', 'registry.k8s.io': 'none' },
  azure: {
    'docker.io': 'required',
    'gcr.io': 'possible',
    'ghcr.io': 'possible',
    'mcr.microsoft.com': 'none',
    'public.ecr.aws': 'none',
    'quay.io': 'possible',
    'registry.k8s.io': 'possible',
  },
};

/** Checks the images that an endpoint pulls through a cache: registries that a cache reaches, with the login that they take. */
export function cachedImageIssues(path: string, { clouds, serving }: EndpointSpec): readonly Issue[] {
  const { aws, azure } = serving;
  return [
    ...(aws?.from === 'cached-image' ? cached('aws', `${path}.serving.aws`, aws, clouds) : []),
    ...(azure?.from === 'cached-image' ? cached('azure', `${path}.serving.azure`, azure, clouds) : []),
  ];
}

/**
 * The same bytes brought in two ways into one registry: one endpoint has them copied, another one has them cached.
 */
export function importedAndCachedIssues(endpoints: Readonly<Record<string, EndpointSpec>>): readonly Issue[] {
  return (['aws', 'azure'] as const).flatMap((cloud) =>
    Object.entries(endpoints).flatMap(([key, { clouds, serving }]): readonly Issue[] => {
      const digest = serving.imageDigest[cloud];
      if (serving[cloud]?.from !== 'cached-image' || digest === undefined || !clouds.includes(cloud)) return [];
      const other = Object.entries(endpoints).find(
        ([, one]) => one.clouds.includes(cloud) && one.serving.imageDigest[cloud] === digest && isImported(cloud, one),
      );
      if (other === undefined) return [];
      return [
        {
          code: 'ImportedAndCached',
          path: `endpoints.${key}.serving.${cloud}.from`,
          message: `endpoint '${other[0]}' has the same image imported, so one digest would be brought in two ways`,
          got: digest,
          expected: 'one way for one digest',
          fix: `set endpoints.${other[0]}.serving.${cloud} to { from: 'cached-image' } too, or this one to { from: '${imported[cloud]}' }`,
        },
      ];
    }),
  );
}

/** What imports the image of an endpoint, on each cloud. */
const imported = { aws: 'copied-image', azure: 'published-image' } as const;

function isImported(cloud: Cloud, { serving }: EndpointSpec): boolean {
  return (serving[cloud]?.from ?? 'published-image') === imported[cloud];
}

function cached(
  cloud: Cloud,
  path: string,
  { image, login }: { readonly image?: string; readonly login?: RegistryLogin },
  clouds: readonly Cloud[],
): readonly Issue[] {
  return [
    ...(clouds.includes(cloud) || cloud === 'azure' ? [] : [withoutCloud(path)]),
    ...(login === undefined ? [] : registryLoginIssues(`${path}.login`, login)),
    // Without a name it is the published image of the engine, which the plan knows.
    ...(image === undefined ? [] : upstreamIssues(cloud, path, image, login)),
  ];
}

/**
 * Whether a cache of a cloud can fetch an image: from its registry, with the login that this takes.
 *
 * @param path - of the choice in the spec
 */
export function upstreamIssues(
  cloud: Cloud,
  path: string,
  image: string,
  login: RegistryLogin | undefined,
): readonly Issue[] {
  const malformed = imageIssues(`${path}.image`, image);
  if (malformed.length > 0) return malformed;
  const host = image.split('/')[0] ?? '';
  const known = Object.hasOwn(upstreams[cloud], host) ? upstreams[cloud][host] : undefined;
  if (known === undefined || !image.includes('/')) return [unknownUpstream(cloud, `${path}.image`, image)];
  return loginOf(path, host, known, login);
}

function withoutCloud(path: string): Issue {
  return {
    code: 'ServingWithoutEffect',
    path,
    message: 'the value has no effect: the endpoint does not run on aws',
    got: { from: 'cached-image' },
    expected: 'nothing here',
    fix: `add 'aws' to the clouds of the endpoint, or remove ${path}`,
  };
}

function unknownUpstream(cloud: Cloud, path: string, got: string): Issue {
  const hosts = Object.keys(upstreams[cloud]);
  return {
    code: 'UnknownUpstream',
    path,
    message: `a cache on ${cloud} cannot fetch from this registry`,
    got,
    expected: `an image of ${listed(hosts)}, with its host`,
    fix: `name the image in one of them, or set from to '${imported[cloud]}'`,
  };
}

function loginOf(path: string, host: string, login: Login, given: RegistryLogin | undefined): readonly Issue[] {
  if (login === 'required' && given === undefined) {
    return [
      {
        code: 'UpstreamLogin',
        path: `${path}.login`,
        message: `${host} answers a cache with a login only`,
        expected: 'two secrets of a Key Vault',
        fix: `add ${path}.login, or name the image in another registry`,
      },
    ];
  }
  if (login !== 'none' || given === undefined) return [];
  return [
    {
      code: 'UpstreamLogin',
      path: `${path}.login`,
      message: `${host} takes no login from a cache`,
      got: given.usernameSecretUri,
      expected: 'nothing here',
      fix: `remove ${path}.login`,
    },
  ];
}
