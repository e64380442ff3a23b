import { catalog } from '../../../lib/catalog';
import { quotaKeys } from '../../../lib/catalog/quota-code';
import { hasLocalNvme } from '../../../lib/constraints/local-nvme';
import { localNvme } from '../../../lib/constraints/local-nvme-families';
import { endpointConfigKms } from '../../../lib/local/aws/checks/endpoint-config-kms';
import { knowledgeBaseDimension } from '../../../lib/local/aws/checks/knowledge-base-dimension';
import { Registry } from '../../../lib/local/aws/state/registry';
import { noKeyOnLocalNvme } from '../../../stacks/aws/strict';

/*
 * The local cloud and the Guard rule have copies of facts of the catalogue, so that each checks the other.
 */

const yes = localNvme.filter((row) => row.localNvme).map(({ family }) => family);
const no = localNvme.filter((row) => !row.localNvme).map(({ family }) => family);

test('every AWS instance of the catalogue is known to have local NVMe or not', () => {
  const unknown = catalog.instances.filter((row) => row.cloud === 'aws' && row.localNvme === undefined);
  expect(unknown).toEqual([]);
  expect([yes.length, no]).toEqual([28, ['inf2', 'p3']]);
});

test('an unknown family is unknown, and no family is taken for another whose name it starts with', () => {
  expect(['ml.g9.xlarge', 'ml.g6eX.xlarge', 'Standard_NC4as_T4_v3', ''].map(hasLocalNvme)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

/** What a check of the local cloud is given, with nothing created yet. */
const input = (properties: Parameters<typeof endpointConfigKms>[0]['properties'], registry = new Registry()) => ({
  type: '',
  logicalId: 'One',
  account: '111111111111',
  region: 'us-east-1',
  properties,
  registry,
  holdsObject: () => undefined,
  unverified: () => undefined,
});

test('the local cloud refuses a key for the families with local NVMe, and for no other', () => {
  const refuses = (family: string) =>
    endpointConfigKms(input({ KmsKeyId: 'key', ProductionVariants: [{ InstanceType: `ml.${family}.xlarge` }] })) !==
    undefined;
  expect(yes.filter((family) => !refuses(family))).toEqual([]);
  expect(no.filter(refuses)).toEqual([]);
});

test('the Guard rule refuses a key for the families with local NVMe, and for no other', () => {
  const [, pattern = ''] = /!= \/(.*)\/\s/.exec(noKeyOnLocalNvme) ?? [];
  const refuses = (family: string) => new RegExp(pattern).test(`ml.${family}.xlarge`);
  expect(yes.filter((family) => !refuses(family))).toEqual([]);
  expect(no.filter(refuses)).toEqual([]);
});

test('the local cloud and the catalogue agree on the length of the vectors of every Bedrock embedding model', () => {
  const embeddings = catalog.managedModels.filter((row) => row.service === 'bedrock' && row.kind === 'embedding');
  const arn = 'arn:aws:s3vectors:us-east-1:111111111111:bucket/b/index/i';
  const refusal = (id: string, dimension: number) => {
    const registry = new Registry();
    const [account, region] = ['111111111111', 'us-east-1'];
    const index = { logicalId: 'Index', stackId: 's', physicalId: arn, arn, uniqueKey: arn };
    registry.add({ account, region, type: 'AWS::S3Vectors::Index', ...index, properties: { Dimension: dimension } });
    const EmbeddingModelArn = `arn:aws:bedrock:us-east-1::foundation-model/${id}`;
    const KnowledgeBaseConfiguration = { VectorKnowledgeBaseConfiguration: { EmbeddingModelArn } };
    const StorageConfiguration = { S3VectorsConfiguration: { IndexArn: arn } };
    return knowledgeBaseDimension(input({ KnowledgeBaseConfiguration, StorageConfiguration }, registry));
  };
  expect(embeddings.length).toBeGreaterThan(3);
  for (const { id, dimensions = [] } of embeddings) {
    const [byDefault = 0] = dimensions;
    expect([id, refusal(id, byDefault)]).toEqual([id, undefined]);
    expect([id, refusal(id, byDefault + 1)]).toEqual([id, expect.stringContaining(`dimension ${byDefault}`)]);
  }
});

test('a quota may be written by its name, its code or its words', () => {
  expect(quotaKeys('ml.g5.xlarge for endpoint usage L-9614C779')).toEqual([
    'ml.g5.xlarge for endpoint usage L-9614C779',
    'L-9614C779',
    'ml.g5.xlarge for endpoint usage',
  ]);
  expect(quotaKeys('EC2 vCPU L-DB2E81BA (G and VT)')[2]).toBe('EC2 vCPU (G and VT)');
  expect(quotaKeys('StandardNCadsH100v5Family')).toEqual(['StandardNCadsH100v5Family']);
});
