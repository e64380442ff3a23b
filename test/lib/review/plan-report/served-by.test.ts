import { catalog } from '../../../../lib/catalog';
import { plan } from '../../../../lib/plan';
import type { AzureServing, EndpointSpec } from '../../../../lib/platform';
import { endpointNotes } from '../../../../lib/review/plan-report/endpoint-note';
import { endpointRow } from '../../../../lib/review/plan-report/endpoint-row';
import { endpoint, resolvedPlatform } from '../../../helpers/platform';

function lines(cloud: 'aws' | 'azure', overrides: Partial<EndpointSpec>): readonly string[] {
  const planned = plan(resolvedPlatform({ endpoints: { chat: endpoint(overrides) }, tuning: {} }), 'dev', catalog);
  if (!planned.ok) throw new Error(JSON.stringify(planned.issues, null, 2));
  const notes = endpointNotes(planned.value);
  return notes
    .filter((note) => note.cloud === cloud)
    .flatMap((note) => endpointRow(note).lines.map(({ text }) => text));
}

function serving(azure?: AzureServing): Partial<EndpointSpec> {
  const usual = endpoint().serving;
  const { aws } = usual.imageDigest;
  const imageDigest = azure?.from === 'hugging-face' && aws !== undefined ? { aws } : usual.imageDigest;
  return { serving: { ...usual, imageDigest, ...(azure === undefined ? {} : { azure }) } };
}

test.each<[AzureServing | undefined, string]>([
  [undefined, 'published image deep-learning-containers/vllm'],
  [{ from: 'own-image', repository: 'serving/vllm' }, 'own image serving/vllm; predicted times are those of vLLM'],
  [
    { from: 'hugging-face', model: 'qwen-qwen3-32b', version: 7 },
    'HuggingFace model qwen-qwen3-32b, version 7, with its own engine, behind an Azure Firewall; predicted times are those of vLLM',
  ],
])('the row on Azure says how it serves: %j', (azure, text) => {
  expect(lines('azure', serving(azure))[1]).toBe(text);
  expect(lines('aws', serving(azure))).not.toContain(text);
});

test('adapters are named with their rank on each cloud, and not where there are none', () => {
  const version = { ...endpoint().serving, version: '0.31.0' };
  const adapters = { legal: { rank: 16 }, support: { rank: 8 } };
  for (const cloud of ['aws', 'azure'] as const) {
    expect(lines(cloud, { serving: version, adapters })).toContain('LoRA adapters: legal (rank 16), support (rank 8)');
    expect(lines(cloud, { serving: version }).join()).not.toContain('LoRA');
  }
});
