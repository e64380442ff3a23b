import type { HostTriple } from '../../catalog/host-images';
import { describe, hostTriple } from '../../catalog/host-images';
import type { InstanceOffer, ServingEngine } from '../../catalog/types';
import type { Issue } from '../../platform';
import type { Decision, Reason } from '../decision';
import type { EndpointContext } from '../endpoint/endpoint-context';
import type { OverLimit } from '../endpoint/quota-fit';
import type { SizedEndpoint } from '../endpoint/size';

type Sized = Pick<SizedEndpoint, 'engine' | 'offer'>;
type Context = Pick<EndpointContext, 'key' | 'endpoint'>;

/**
 * The host image below the serving image: container, driver and device are one triple, and the reasons say which parts of
 * it were seen together.
 *
 * @returns undefined where no host image starts the image on the instance type
 */
export function hostImage(engine: ServingEngine, offer: InstanceOffer): Decision<string> | undefined {
  if (engine.aws === undefined) return undefined;
  const triple = hostTriple(engine.aws, offer.instanceType);
  if (triple.kind === 'impossible') return undefined;
  return {
    value: triple.host,
    because: [startsImage(engine, engine.aws.tag, triple), runsOnDevice(offer, triple)],
    rejected: [],
  };
}

/** Refuses a size whose device no host image serves, and one that nobody was seen to use unless it is pinned. */
export function hostImageLimit({ key, endpoint }: Context, { engine, offer }: Sized): OverLimit | undefined {
  const { instanceType } = offer;
  if (engine.aws === undefined) return undefined;
  const triple = hostTriple(engine.aws, instanceType);
  const pinned = endpoint.pinned?.aws?.instanceType === instanceType;
  if (triple.kind === 'host' && (triple.use !== 'unknown' || pinned)) return undefined;
  const text =
    triple.kind === 'impossible'
      ? triple.reason + because(triple.row)
      : `whether ${describe(triple.host)} runs on ${instanceType} is unknown${because(triple.family)}`;
  return {
    text,
    issue: {
      code: 'HostImageImpossible',
      path: pinned ? `endpoints.${key}.pinned.aws.instanceType` : `endpoints.${key}.serving.version`,
      message: text,
      got: pinned ? instanceType : endpoint.serving.version,
      expected: `an instance type and a serving image that one host image of SageMaker starts: ${engine.aws.tag} needs another`,
      fix:
        triple.kind === 'host'
          ? `pin endpoints.${key}.pinned.aws.instanceType to '${instanceType}' to try it all the same`
          : `use an instance type of another family than ${instanceType}, or a version of ${engine.engine} for another CUDA version`,
    },
  };
}

/** A warning for a pinned device that no source shows with the host image. */
export function unprovenHostImage({ key }: Context, { engine, offer }: Sized): readonly Issue[] {
  if (engine.aws === undefined) return [];
  const triple = hostTriple(engine.aws, offer.instanceType);
  if (triple.kind === 'impossible' || triple.use !== 'unknown') return [];
  return [
    {
      code: 'HostImageUnproven',
      path: `endpoints.${key}.pinned.aws.instanceType`,
      message: `whether ${describe(triple.host)} runs on ${offer.instanceType} is unknown${because(triple.family)}`,
      got: offer.instanceType,
      expected: 'an instance type that a public test or sample uses with this host image',
      fix: 'deploy it in development first, or remove the pin',
    },
  ];
}

type Host = Extract<HostTriple, { kind: 'host' }>;

function startsImage(engine: ServingEngine, tag: string, { host, cuda }: Host): Reason {
  const row = cuda?.starts === 'yes' ? cuda : engine;
  return {
    rule: 'serving.host-image',
    text:
      row === engine
        ? `the row of ${engine.engine} ${engine.version} names ${describe(host)} for ${tag}`
        : `${tag} is for CUDA ${cuda?.cudaMajor}, which starts on ${describe(host)}`,
    source: { name: row.source, asOf: row.asOf },
  };
}

function runsOnDevice({ instanceType }: InstanceOffer, { host, family, use }: Host): Reason {
  const text = {
    seen: `a public test or sample runs ${host} on ${family?.family}`,
    set: `public code pairs ${host} with ${family?.family}, and no run is recorded: test it before relying on it`,
    unknown: `whether ${host} runs on ${instanceType} is unknown: it is used because the instance type is pinned`,
  }[use];
  const source = family === undefined ? {} : { source: { name: family.source, asOf: family.asOf } };
  return { rule: 'serving.host-on-device', text, ...source };
}

function because(row: { readonly source: string; readonly asOf: string; readonly notes?: string } | undefined): string {
  if (row === undefined) return '';
  return ` (${row.notes === undefined ? '' : `${row.notes}: `}${row.source}, ${row.asOf})`;
}
