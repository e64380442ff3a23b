import { setTimeout as later } from 'node:timers/promises';
import { importWeights } from '../../lib/assets/import-weights';
import type { AwsClientOptions } from '../../lib/cloud/aws/client-options';
import { ImportBuilds } from '../../lib/cloud/aws/import-builds';
import { HubSource } from '../../lib/cloud/hub';
import type { Issue } from '../../lib/platform';
import type { PlannedAsset } from './planned-asset';
import { signatureCheck } from './signature-check';

/** Where an import job runs, and what it is told. */
interface JobRun {
  /** @default - no account is known */
  readonly aws: AwsClientOptions | undefined;
  /** Config file: the files of a signature are relative to it. */
  readonly config: string;
  /** Address of a hub in place of the planned one. @default - the planned hub */
  readonly from: string | undefined;
  /** Token of a gated repository, for the list that a signature is checked over. @default - public */
  readonly token: string | undefined;
  readonly tell: (line: string) => void;
}

/** Milliseconds between two questions about a run. */
const pauses = { cloud: 5000, local: 200 };

/** Starts the import job of an asset and waits for its end. @returns every problem @throws CodedError */
export async function importByJob({ source, job, ...asset }: PlannedAsset, run: JobRun): Promise<readonly Issue[]> {
  const { aws, config, from, token, tell } = run;
  if (job === undefined || source.kind !== 'hub' || aws === undefined) return [noHub(asset)];
  if (from !== undefined && !/^https?:\/\//.test(from)) return [noFolder(from, asset)];
  return importWeights({
    job,
    jobs: new ImportBuilds(aws),
    hub: from,
    source: new HubSource({ ...source, address: from, token }),
    wanted: source,
    verify: signatureCheck({ ...asset, source }, config),
    tell: (phase) => {
      tell(`${asset.id}: ${job} ${phase.toLowerCase()}`);
    },
    pause: () => later(aws.local === undefined ? pauses.cloud : pauses.local),
  });
}

function noHub({ id }: Pick<PlannedAsset, 'id'>): Issue {
  return {
    code: 'AssetSourceMissing',
    path: id,
    message: 'a job imports from a hub, and the plan names none',
    expected: 'a repository and a revision',
    fix: 'remove the import of the model from the config',
  };
}

function noFolder(got: string, { id }: Pick<PlannedAsset, 'id'>): Issue {
  return {
    code: 'WrongUsage',
    path: '--from',
    message: 'a job in the account cannot read a folder of this machine',
    got,
    expected: 'the address of a hub',
    fix: `leave --from out, or remove the import of ${id} from the config and push the folder`,
  };
}
