import { partitionOf } from '../../cloudformation/pseudo-parameters';
import type { Ids } from '../../ids';
import { zonesOf } from '../ec2/zones';

/** What makes the value of a public parameter. */
interface PublicScope {
  readonly name: string;
  readonly region: string;
  readonly ids: Ids;
}

/** A family of public parameters: their paths, and a value of the shape that they have. */
interface PublicFamily {
  readonly path: RegExp;
  readonly value: (scope: PublicScope, match: RegExpExecArray) => string | undefined;
}

const amiOf = ({ name, region, ids }: PublicScope): string => `ami-${ids.hex(`public|${region}|${name}`, 17)}`;
const image = (path: RegExp): PublicFamily => ({ path, value: amiOf });
const release = (path: RegExp): PublicFamily => ({ path, value: ({ name }) => name.split('/').at(-2) ?? '' });

/**
 * Families that AWS documents, each with the value of its last path segment.
 *
 * Source: Systems Manager user guide, public parameters (Amazon Linux, Windows, ECS, EKS, global infrastructure) and finding
 * public parameters; ECS and EKS guides, retrieving AMI metadata; bottlerocket-os QUICKSTART; Canonical, find images on AWS;
 * Deep Learning AMI and Neuron guides; all 2026-11-30.
 */
const families: readonly PublicFamily[] = [
  image(/^\/aws\/service\/ami-amazon-linux-latest\/(?:al20\d\d|amzn2?)-ami-[\w.-]+$/),
  image(/^\/aws\/service\/ami-windows-latest\/[\w.-]+(?:\/image_id)?$/),
  image(/^\/aws\/service\/ec2-macos\/[\w.-]+\/(?:x86_64_mac|arm64_mac)\/(?:latest|[\d.]+)\/image_id$/),
  image(/^\/aws\/service\/(?:ecs|eks)\/optimized-ami\/[\w./-]+\/image_id$/),
  image(/^\/aws\/service\/bottlerocket\/[\w.-]+\/(?:x86_64|arm64)\/(?:latest|[\w.-]+)\/image_id$/),
  image(/^\/aws\/service\/canonical\/[\w./-]+\/ami-id$/),
  image(/^\/aws\/service\/debian\/release\/\d+\/(?:latest|[\d-]+)\/(?:amd64|arm64)$/),
  image(/^\/aws\/service\/deeplearning\/ami\/(?:x86_64|arm64)\/[\w.-]+\/latest\/ami-id$/),
  image(/^\/aws\/service\/neuron\/dlami\/[\w./-]+\/latest\/image_id$/),
  release(/^\/aws\/service\/bottlerocket\/[\w.-]+\/(?:x86_64|arm64)\/(?:latest|[\w.-]+)\/image_version$/),
  release(/^\/aws\/service\/(?:ecs|eks)\/optimized-ami\/[\w./-]+\/(?:image_name|release_version)$/),
  {
    path: /^\/aws\/service\/(?:ecs|eks)\/optimized-ami\/[\w./-]+\/recommended$/,
    value: (scope) =>
      JSON.stringify({
        schema_version: '1',
        image_name: scope.name.split('/').slice(4, -1).join('-'),
        image_id: amiOf({ ...scope, name: `${scope.name}/image_id` }),
      }),
  },
  {
    path: /^\/aws\/service\/global-infrastructure\/regions\/([a-z]{2}(?:-[a-z]+)+-\d)(?:\/(partition|domain|longName))?$/,
    value: (_scope, [, region = '', field]) => {
      const { partition, urlSuffix } = partitionOf(region);
      return field === 'partition' ? partition : field === 'domain' ? urlSuffix : region;
    },
  },
  {
    path: /^\/aws\/service\/global-infrastructure\/regions\/([a-z]{2}(?:-[a-z]+)+-\d)\/availability-zones\/([a-z0-9-]+)$/,
    value: (_scope, [, region = '', zone]) => zonesOf(region).find(({ id }) => id === zone)?.id,
  },
  {
    path: /^\/aws\/service\/global-infrastructure\/services\/([a-z0-9-]+)$/,
    value: (_scope, [, service = '']) => service,
  },
];

/**
 * The value of a public parameter: made up and always the same, of the shape that its family has; undefined for a name of no
 * family that is known.
 */
export function publicParameter(name: string, region: string, ids: Ids): string | undefined {
  if (!name.startsWith('/aws/service/')) return undefined;
  for (const { path, value } of families) {
    const match = path.exec(name);
    if (match !== null) return value({ name, region, ids }, match);
  }
  return undefined;
}

/** What a made-up public parameter leaves unverified. */
export function publicParameterNote(name: string): string {
  return `the value of the public parameter ${name} is made up, and that it exists is not known`;
}
