import { createHash } from 'node:crypto';
import type { AssetSource } from '../plan';
import type { Issue } from '../platform';
import type { AssetFile } from './asset-file';
import type { SignatureResult } from './model-signature';
import type { FileSource } from './ports';
import { checkedFiles } from './push-files';

/** One run of an import job. */
export type ImportBuild =
  | { readonly kind: 'running'; readonly phase: string }
  | { readonly kind: 'succeeded' }
  | {
      readonly kind: 'failed';
      readonly cause: string;
      /** Address of its log. @default - the service names none */
      readonly log: string | undefined;
    };

/** Where import jobs run. */
export interface ImportJobs {
  /** Starts a job with variables, or joins the run that is under way. @returns its id @throws CodedError (AssetPlaceMissing, ImportJobFailed) */
  start(job: string, variables: Readonly<Record<string, string>>): Promise<string>;
  state(id: string): Promise<ImportBuild>;
}

/** What is imported. */
interface WeightsImport {
  /** Name of the job. */
  readonly job: string;
  readonly jobs: ImportJobs;
  /** Address of the hub in place of the planned one. @default - that of the job */
  readonly hub?: string | undefined;
  /** The files as this machine lists them: only read where there is a signature. */
  readonly source: FileSource;
  /** Source that the plan names. */
  readonly wanted: AssetSource;
  /** Checks the signature over the list of the source. @default - unsigned */
  readonly verify?: ((files: readonly AssetFile[]) => Promise<SignatureResult>) | undefined;
  /** Told each phase of the run. */
  readonly tell: (phase: string) => void;
  /** Resolves when the state should be asked again. */
  readonly pause: () => Promise<unknown>;
}

/**
 * Has a job in the account import weights. Where the config demands a signature, it is checked here, over the list of the hub
 * with the hash of every file; the job gets the hash of the manifest of that list and takes no other one.
 *
 * @returns every problem; empty when the run succeeded
 * @throws CodedError (AssetHashDiffers, AssetPlaceMissing, AssetSourceMissing, ImportJobFailed)
 */
export async function importWeights(order: WeightsImport): Promise<readonly Issue[]> {
  const { job, jobs, hub, verify } = order;
  const checked = verify === undefined ? undefined : await checkedFiles({ ...order, verify });
  if (checked?.ok === false) return checked.issues;
  const id = await jobs.start(job, {
    ...(hub === undefined ? {} : { HUB: hub.replace(/\/$/, '') }),
    ...(checked === undefined ? {} : listOf(checked)),
  });
  let told: string | undefined;
  for (;;) {
    const build = await jobs.state(id);
    if (build.kind === 'succeeded') return [];
    if (build.kind === 'failed') return [failed(job, build)];
    if (build.phase !== told) order.tell(build.phase);
    told = build.phase;
    await order.pause();
  }
}

function listOf({ text, signature }: Extract<Awaited<ReturnType<typeof checkedFiles>>, { ok: true }>) {
  return {
    MANIFEST_SHA256: createHash('sha256').update(text).digest('hex'),
    ...(signature.kind === 'unsigned' ? {} : { SIGNER: signature.signer }),
  };
}

function failed(job: string, { cause, log }: Extract<ImportBuild, { kind: 'failed' }>): Issue {
  return {
    code: 'ImportJobFailed',
    path: job,
    message: cause,
    expected: 'a run that ends with the manifest',
    fix: `look at its log${log === undefined ? '' : `, ${log}`}; what it brought stays, and the next push continues`,
  };
}
