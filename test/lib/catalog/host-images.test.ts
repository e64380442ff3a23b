import { catalog } from '../../../lib/catalog';
import { cudaMajorOf, describe as inWords, hostTriple } from '../../../lib/catalog/host-images';
import { cudaOnHosts, hostImages, hostsOnFamilies } from '../../../lib/catalog/rows/host-images';
import { familyOf } from '../../../lib/constraints/local-nvme';
import { tableProblems } from '../../helpers/row-problems';

const third = 'al2-ami-sagemaker-inference-gpu-3-1';
const fourth = 'al2023-ami-sagemaker-inference-gpu-4-1';
const cuda13 = '0.27.1-gpu-py312-cu130-ubuntu22.04-sagemaker';
const cuda12 = '0.11.0-gpu-py312-cu129-ubuntu22.04-sagemaker';

test('the rows have source, date and known hosts', () => {
  const hosts = new Set(hostImages.map(({ id }) => id));
  expect([
    ...tableProblems(hostImages, ({ id }) => id),
    ...tableProblems(cudaOnHosts, ({ cudaMajor, host }) => `${cudaMajor} ${host}`),
    ...tableProblems(hostsOnFamilies, ({ host, family }) => `${host} ${family}`),
  ]).toEqual([]);
  expect([...cudaOnHosts, ...hostsOnFamilies].filter(({ host }) => !hosts.has(host))).toEqual([]);
});

test.each([
  [cuda13, 13],
  [cuda12, 12],
  ['2.0.1-tei1.9.3-gpu-py310-cu129-ubuntu24.04', 12],
  ['0.36.0-lmi28.0.0-cu130', 13],
  ['omni-sagemaker-cuda-v1', undefined],
  ['v0.27.1', undefined],
])('tag %s is for CUDA %s', (tag, major) => {
  expect(cudaMajorOf(tag)).toBe(major);
});

test.each([
  ['g4dn', fourth, 'set'],
  ['g5', fourth, 'set'],
  ['g6', fourth, 'seen'],
  ['g6e', fourth, 'seen'],
  ['g7', fourth, 'unknown'],
  ['g7e', fourth, 'seen'],
  ['p4d', fourth, 'set'],
  ['p4de', fourth, 'set'],
  ['p5', fourth, 'set'],
  ['p5e', fourth, 'seen'],
  ['p5en', fourth, 'seen'],
  ['p6-b200', fourth, 'seen'],
  ['p6-b300', fourth, 'unknown'],
  ['p6e-gb200', fourth, 'unknown'],
  ['g99', fourth, 'unknown'],
])('a CUDA 13 image on %s runs on %s: %s', (family, host, use) => {
  expect(hostTriple({ tag: cuda13 }, `ml.${family}.xlarge`)).toMatchObject({ kind: 'host', host, use });
});

test.each([
  ['g4dn', 'seen'],
  ['g5', 'seen'],
  ['g6', 'seen'],
  ['g6e', 'seen'],
  ['p5e', 'set'],
  ['p5', 'unknown'],
])('a CUDA 12 image on %s runs on the host with driver 550: %s', (family, use) => {
  expect(hostTriple({ tag: cuda12 }, `ml.${family}.xlarge`)).toMatchObject({ kind: 'host', host: third, use });
});

test.each(['g7', 'g7e', 'p6-b200', 'p6-b300', 'p6e-gb200'])('a CUDA 12 image has no host on %s', (family) => {
  expect(hostTriple({ tag: cuda12 }, `ml.${family}.xlarge`)).toMatchObject({
    kind: 'impossible',
    reason: expect.stringContaining(`does not run on ${family}`) as string,
    row: { source: expect.stringContaining('docs.nvidia.com') as string },
  });
});

test('a CUDA 12 image on the host with driver 580 is used only where its own row names the host', () => {
  const stated = { tag: cuda12, inferenceAmiVersion: fourth };
  expect(hostTriple(stated, 'ml.g7e.2xlarge')).toMatchObject({ kind: 'host', host: fourth, use: 'seen' });
  expect(hostTriple({ tag: cuda12 }, 'ml.g6e.2xlarge')).toMatchObject({ host: third });
});

test('a CUDA 13 image on the host with driver 550 is refused although its row names the host', () => {
  expect(hostTriple({ tag: cuda13, inferenceAmiVersion: third }, 'ml.g6e.2xlarge')).toMatchObject({
    kind: 'impossible',
    reason: `${cuda13} does not start on ${third} (driver 550, CUDA 12.4)`,
  });
});

test('an image whose tag names no CUDA version needs a host in its row', () => {
  expect(hostTriple({ tag: 'v1' }, 'ml.g6.xlarge')).toEqual({
    kind: 'impossible',
    reason: 'no host image is known to start v1',
  });
  expect(hostTriple({ tag: 'v1', inferenceAmiVersion: fourth }, 'ml.g6.xlarge')).toMatchObject({ use: 'seen' });
});

test('a host image that the catalogue does not have is used by its name, and unknown everywhere', () => {
  expect(hostTriple({ tag: cuda13, inferenceAmiVersion: 'al2030-gpu-9' }, 'ml.g6.xlarge')).toEqual({
    kind: 'host',
    host: 'al2030-gpu-9',
    use: 'unknown',
  });
  expect(inWords('al2030-gpu-9')).toBe('al2030-gpu-9');
});

test('every serving image of the catalogue for AWS has a host on an instance type of SageMaker', () => {
  const types = [
    ...new Set(catalog.instances.filter((row) => row.service === 'sagemaker').map((row) => row.instanceType)),
  ];
  const without = catalog.engines.filter(
    ({ aws }) =>
      aws !== undefined && types.every((type) => hostTriple(aws, type).kind === 'impossible' && familyOf(type) !== ''),
  );
  expect(without.map(({ engine, version }) => `${engine} ${version}`)).toEqual([]);
});
