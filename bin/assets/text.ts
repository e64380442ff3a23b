import type { AssetState } from '../../lib/assets/asset-state';
import type { PushEvent } from '../../lib/assets/ports';
import { gibibytes } from '../../lib/review/plan-report/amounts';
import type { Terminal } from '../terminal/terminal';
import type { PlannedAsset } from './planned-asset';

/** An asset and whether it is where it must be. */
export interface FoundAsset {
  readonly asset: PlannedAsset;
  readonly state: AssetState;
}

const bringers: Readonly<Record<PlannedAsset['bringer'], string>> = {
  push: 'llmops assets push',
  job: 'import job',
  cache: 'pull-through cache',
  provider: 'whoever publishes it',
  ingestion: 'an ingestion job',
  you: 'you',
};

/** What must be where, and what was found. */
export function assetText({ asset, state }: FoundAsset, { style }: Terminal): string {
  const { id, uri, bytes, bringer, job, checks = [], after, neededBy } = asset;
  const tone = { present: style.green, missing: style.red, wrong: style.red, unverified: style.yellow }[state.kind];
  const size = bytes === undefined ? '' : `, ${gibibytes(bytes)}`;
  const order = [
    ...(after === undefined ? [] : [`after ${after}`]),
    ...(neededBy.length === 0 ? [] : [`before ${neededBy.join(', ')}`]),
  ];
  return [
    `${tone(state.kind === 'wrong' ? `wrong (${state.problem})` : state.kind)}  ${style.bold(id)}${size}`,
    `  where     ${uri}`,
    `  brought   by ${[job === undefined ? bringers[bringer] : `${bringers[bringer]} ${job}`, ...order].join(', ')}`,
    ...checks.map((check) => `  checked   ${check}`),
    ...(state.kind === 'present' ? [] : [`  found     ${state.cause}`]),
    ...(state.kind === 'missing' || state.kind === 'wrong' ? [`  fix       ${state.repair}`] : []),
  ].join('\n');
}

/** Prints each step of a push as a line, with the share of the bytes that is there. */
export function progress(id: string, { err, style }: Terminal): (event: PushEvent) => void {
  let total = 0;
  let done = 0;
  return (event) => {
    if (event.kind === 'listed') {
      total = event.bytes;
      err(`${id}: ${event.files} files, ${gibibytes(event.bytes)}`);
      return;
    }
    if (event.kind === 'complete') {
      err(style.green(`${id}: complete, ${event.path}`));
      return;
    }
    done += event.bytes;
    const share = total === 0 ? '' : ` ${Math.floor((100 * done) / total)} %`;
    err(style.dim(`${id}: ${event.kind}${share} ${event.path}`));
  };
}
