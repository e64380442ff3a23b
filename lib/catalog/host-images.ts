import { familyOf } from '../constraints/local-nvme';
import type { CudaOnHostRow, HostImageRow, HostOnFamilyRow } from './row-types';
import { cudaOnHosts, hostImages, hostsOnFamilies } from './rows/host-images';
import type { AwsServingImage } from './types';

/** What is known about a container image, the host image below it and the instance type together. */
export type HostTriple =
  | {
      readonly kind: 'host';
      readonly host: string;
      /** Driver and CUDA of the host. Absent for a host that only the row of the engine names. */
      readonly image?: HostImageRow;
      /** Whether images for this CUDA version start on the host. Absent where only the row of the engine says so. */
      readonly cuda?: CudaOnHostRow;
      /** What is known of the host on the instance family. @default - nothing */
      readonly family?: HostOnFamilyRow;
      readonly use: 'seen' | 'set' | 'unknown';
    }
  | {
      readonly kind: 'impossible';
      /** Lower case, no final period. */
      readonly reason: string;
      /** The row that forbids it. Absent where no row allows it. */
      readonly row?: CudaOnHostRow | HostOnFamilyRow;
    };

/** The part of a serving image that decides which hosts it starts on. */
export type HostedImage = Pick<AwsServingImage, 'tag' | 'inferenceAmiVersion'>;

/** The major version of CUDA that a tag of AWS's images names: 13 of `…-cu130-…`. Undefined where it names none. */
export function cudaMajorOf(tag: string): number | undefined {
  const digits = /(?:^|-)cu(\d{2})\d+(?:-|$)/.exec(tag)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/**
 * The host image that starts a container image on an instance type.
 *
 * A host that the row of the engine names is used where it was tried with success; otherwise the hosts of the image's CUDA
 * version are compared. Unknown never means yes: the answer says what was seen.
 */
export function hostTriple(image: HostedImage, instanceType: string): HostTriple {
  const { tag, inferenceAmiVersion: stated } = image;
  const cudaMajor = cudaMajorOf(tag);
  const pairs = cudaOnHosts.filter((row) => row.cudaMajor === cudaMajor);
  if (stated !== undefined) {
    const pair = pairs.find((row) => row.host === stated);
    return pair?.starts === 'no' ? refused(tag, pair) : onFamily(stated, pair, familyOf(instanceType));
  }
  const answers = pairs
    .filter((row) => row.starts === 'yes')
    .map((row) => onFamily(row.host, row, familyOf(instanceType)));
  const [first] = [...answers.filter(isSeen), ...answers];
  return first ?? { kind: 'impossible', reason: `no host image is known to start ${tag}` };
}

function isSeen(triple: HostTriple): boolean {
  return triple.kind === 'host' && triple.use !== 'unknown';
}

function refused(tag: string, row: CudaOnHostRow): HostTriple {
  return { kind: 'impossible', reason: `${tag} does not start on ${describe(row.host)}`, row };
}

function onFamily(host: string, cuda: CudaOnHostRow | undefined, family: string): HostTriple {
  const row = hostsOnFamilies.find((candidate) => candidate.host === host && candidate.family === family);
  if (row?.use === 'no') return { kind: 'impossible', reason: `${describe(host)} does not run on ${family}`, row };
  const image = hostImages.find(({ id }) => id === host);
  return {
    kind: 'host',
    host,
    ...(image === undefined ? {} : { image }),
    ...(cuda === undefined ? {} : { cuda }),
    ...(row === undefined ? {} : { family: row }),
    use: row?.use ?? 'unknown',
  };
}

/** A host image with its driver and CUDA, for a sentence. */
export function describe(host: string): string {
  const image = hostImages.find(({ id }) => id === host);
  return image === undefined ? host : `${host} (driver ${image.driver}, CUDA ${image.cuda})`;
}
