import type { Asset, EnvironmentPlan } from '../../plan';
import { gibibytes } from './amounts';
import type { NoteLine, NoteRow } from './note-row';
import { plain } from './note-row';

/** What must be where before units are deployed or answers have sources: one row for each. */
export function assetRows({ assets }: EnvironmentPlan): readonly NoteRow[] {
  return Object.values(assets).map((asset) => ({
    what: `${asset.kind} ${asset.id.split('/').slice(2).join(' ')}`,
    cloud: asset.cloud,
    lines: [plain(place(asset)), broughtBy(asset), ...signed(asset)],
    because: [...(asset.bytes?.because ?? []), ...asset.bringer.because],
  }));
}

/** Where it must be. An image by the first digits of its digest, as container tools print it. */
function place({ uri, destination: { value } }: Asset): string {
  if (value.kind !== 'ecr-image' && value.kind !== 'acr-image') return uri.value;
  const where = value.kind === 'ecr-image' ? `account ${value.account}` : value.registry;
  return `${value.repository}@${value.digest.slice(0, 'sha256:'.length + 12)}… in ${where}`;
}

function broughtBy({ bytes, bringer, after, neededBy }: Asset): NoteLine {
  const parts = [
    ...(bytes === undefined ? [] : [gibibytes(bytes.value)]),
    bringers[bringer.value],
    ...(after === undefined ? [] : [`after ${after.value}`]),
    ...(neededBy.value.length === 0 ? [] : [`before ${neededBy.value.join(', ')}`]),
  ];
  const missing = bringer.value !== 'provider' && neededBy.value.length > 0;
  return { text: parts.join(', '), ...(missing ? { tone: 'warn' } : {}) };
}

function signed({ signature }: Asset): readonly NoteLine[] {
  if (signature === undefined) return [];
  const { value } = signature;
  if (value.kind === 'unsigned') return [plain('unsigned: hashes of the import only')];
  return [
    plain(`signed by ${value.kind === 'key' ? `the key ${value.publicKey}` : value.identity}, checked at import`),
  ];
}

const bringers: Readonly<Record<Asset['bringer']['value'], string>> = {
  push: "brought by 'llmops assets push'",
  job: "brought by an import job, which 'llmops assets push' starts",
  cache: 'fetched by a pull-through cache',
  provider: 'there already',
  ingestion: 'filled by an ingestion job',
  you: 'brought by you',
};
