import { catalog } from '../../../lib/catalog';
import { quotaKeys } from '../../../lib/catalog/quota-code';
import { embeddingModelOf } from '../../../lib/constraints/llm/embedding-models';
import { endpointConfigKms } from '../../../lib/constraints/llm/endpoint-config-kms';
import { gpuInstances } from '../../../lib/constraints/llm/gpu-instances';
import { hasLocalNvme } from '../../../lib/constraints/local-nvme';
import { localNvme } from '../../../lib/constraints/local-nvme-families';
import { noKeyOnLocalNvme } from '../../../stacks/aws/strict';
import { breaches } from '../constraints/llm/around';

/*
 * The rules of resource types and the Guard rule have copies of facts of the catalogue, so that each checks the other.
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

test('the rule of endpoint configurations refuses a key for the families with local NVMe, and for no other', () => {
  const refuses = (family: string) =>
    breaches(endpointConfigKms, { KmsKeyId: 'key', ProductionVariants: [{ InstanceType: `ml.${family}.xlarge` }] })
      .length > 0;
  expect(yes.filter((family) => !refuses(family))).toEqual([]);
  expect(no.filter(refuses)).toEqual([]);
});

test('the Guard rule refuses a key for the families with local NVMe, and for no other', () => {
  const [, pattern = ''] = /!= \/(.*)\/\s/.exec(noKeyOnLocalNvme) ?? [];
  const refuses = (family: string) => new RegExp(pattern).test(`ml.${family}.xlarge`);
  expect(yes.filter((family) => !refuses(family))).toEqual([]);
  expect(no.filter(refuses)).toEqual([]);
});

test('the rule of dimensions and the catalogue agree on the lengths of every Bedrock embedding model', () => {
  const embeddings = catalog.managedModels.filter((row) => row.service === 'bedrock' && row.kind === 'embedding');
  expect(embeddings.length).toBeGreaterThan(3);
  for (const { id, dimensions } of embeddings) {
    expect([id, embeddingModelOf(id)?.dimensions]).toEqual([id, dimensions]);
  }
});

test('the rules of instances and the catalogue agree on GPUs, memory and processors of every GPU instance', () => {
  const figures = new Map<string, readonly number[]>(
    Object.entries(gpuInstances).flatMap(([family, sizes]) =>
      sizes.split(' ').map((row) => {
        const [size = '', ...has] = row.split('/');
        return [`ml.${family}.${size}`, has.map(Number)] as const;
      }),
    ),
  );
  const differ = catalog.instances.filter((row) => {
    const has = figures.get(row.instanceType);
    return has !== undefined && String(has) !== String([row.acceleratorCount, row.memoryGiB, row.vcpu]);
  });
  expect(figures.size).toBeGreaterThan(50);
  expect(differ.map(({ instanceType }) => instanceType)).toEqual([]);
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
