import type { SizeRequest } from '../../../../../lib/plan/sizing';
import { explain } from '../../../../../lib/plan/sizing/refusals/size-problems';
import type { Issue } from '../../../../../lib/platform';
import { accelerator, model, offersOf, refused, sageMaker, sized, sizeRequest } from '../../../../helpers/sizing';

const path = 'endpoints.chat';
const traffic = { peakConcurrency: 32, inputTokens: 1500, outputTokens: 300, maxTokens: 8192 };

interface Row {
  readonly title: string;
  readonly request: Partial<SizeRequest>;
  readonly offers?: typeof sageMaker;
  /** Code, path and what was written; then what the message and the fix must say. */
  readonly issue: readonly [string, string, unknown];
  readonly says: RegExp;
  readonly fix: RegExp;
}

const rows: readonly Row[] = [
  {
    title: 'a model larger than every instance',
    request: { model: model('moonshotai/Kimi-K2-Instruct') },
    offers: offersOf('azure-ml', 'eastus'),
    issue: ['ModelTooLarge', `${path}.model`, 'moonshotai/Kimi-K2-Instruct'],
    says: /in fp8 needs \d+\.\d GiB on 8 GPUs \(\d+\.\d GiB of weights\), and the largest offered, \S+, has \d+\.\d GiB/,
    fix: /smaller model|larger instances/,
  },
  {
    title: 'a model that only fits quantised',
    request: { model: model('meta-llama/Llama-3.1-405B') },
    offers: offersOf('azure-ml', 'eastus'),
    issue: ['ModelTooLarge', `${path}.model`, 'meta-llama/Llama-3.1-405B'],
    says: /GiB of weights/,
    fix: /use weights in fp8, another artifact: .*Standard_ND96\S+ with tensor parallel 8 \(\$/,
  },
  {
    title: 'a pinned instance too small',
    request: { pinned: { instanceType: 'ml.g5.2xlarge' } },
    issue: ['ModelTooLarge', `${path}.pinned.aws.instanceType`, 'ml.g5.2xlarge'],
    says: /on one GPU .* and ml\.g5\.2xlarge has \d+\.\d GiB usable there/,
    fix: /use (\d x )?ml\.\S+ with tensor parallel \d \(\$[\d.]+ an hour\)/,
  },
  {
    title: 'a pinned split too narrow',
    request: { pinned: { instanceType: 'ml.g5.12xlarge', tensorParallel: 1 } },
    issue: ['ModelTooLarge', `${path}.pinned.aws.tensorParallel`, 1],
    says: /on one GPU/,
    fix: /use (\d+ x )?ml\.g5\.12xlarge with tensor parallel 4/,
  },
  {
    title: 'a context that does not fit next to the weights',
    request: {
      model: model('Qwen/Qwen3-8B'),
      traffic: { ...traffic, maxTokens: 40_000 },
      pinned: { instanceType: 'ml.g5.2xlarge' },
    },
    issue: ['ContextExceedsMemory', `${path}.traffic.maxTokens`, 40_000],
    says: /no allowed instance holds the weights of Qwen\/Qwen3-8B and a request of 40000 tokens/,
    fix: /set traffic\.maxTokens to \d+; or use .*ml\./,
  },
  {
    title: 'a typical request that does not fit either',
    request: {
      model: model('Qwen/Qwen3-8B'),
      traffic: { ...traffic, inputTokens: 30_000, maxTokens: 40_000 },
      pinned: { instanceType: 'ml.g5.2xlarge' },
    },
    issue: ['ContextExceedsMemory', `${path}.traffic`, 40_000],
    says: /40000 tokens/,
    fix: /^use .*ml\./,
  },
  {
    title: 'bf16 on a T4',
    request: { model: model('Qwen/Qwen3-4B'), dtype: 'bf16', pinned: { instanceType: 'ml.g4dn.xlarge' } },
    issue: ['DtypeUnsupported', `${path}.pinned.aws.instanceType`, 'ml.g4dn.xlarge'],
    says: /T4 has no bf16 arithmetic/,
    fix: /remove the pin: .*; or use weights in fp16: .*ml\.g4dn\.xlarge/,
  },
  {
    title: 'an nvfp4 checkpoint where no device serves nvfp4',
    request: { model: model('nvidia/Llama-3.1-8B-Instruct-FP4') },
    offers: sageMaker.filter((offer) => offer.accelerator === 'A10G'),
    issue: ['DtypeUnsupported', `${path}.model`, 'nvidia/Llama-3.1-8B-Instruct-FP4'],
    says: /^weights in nvfp4 cannot be served: A10G has no fp4 arithmetic/,
    fix: /use weights in bf16: .*ml\.g5\./,
  },
  {
    title: 'a split that does not divide the heads',
    request: { pinned: { tensorParallel: 3 } },
    issue: ['TensorParallelIllegal', `${path}.pinned.aws.tensorParallel`, 3],
    says: /^Qwen\/Qwen3-32B cannot be split over 3 GPUs: it does not divide the 64 attention heads/,
    fix: /^pin \d/,
  },
  {
    title: 'a split wider than the pinned instance',
    request: { pinned: { instanceType: 'ml.g5.12xlarge', tensorParallel: 8 } },
    issue: ['TensorParallelIllegal', `${path}.pinned.aws.tensorParallel`, 8],
    says: /more than the 4 GPUs of the instance/,
    fix: /^pin 4, or keep it and pin ml\.\S+$/,
  },
  {
    title: 'pinned replicas that do not serve the peak',
    request: {
      traffic: { ...traffic, peakConcurrency: 900 },
      pinned: { instanceType: 'ml.g6e.12xlarge', replicas: 2 },
    },
    issue: ['PinnedReplicasTooFew', `${path}.pinned.aws.replicas`, 2],
    says: /a copy on ml\.g6e\.12xlarge serves \d+ of 900 requests in flight/,
    fix: /^pin \d+ replicas: \d+ x ml\.g6e\.12xlarge/,
  },
  {
    title: 'an instance of a device the engine does not serve on',
    request: { pinned: { instanceType: 'ml.inf2.xlarge' } },
    issue: ['DeviceUnsupported', `${path}.pinned.aws.instanceType`, 'ml.inf2.xlarge'],
    says: /^Inferentia2 is not supported: Neuron/,
    fix: /remove the pin: .*ml\./,
  },
  {
    title: 'an instance without a price',
    request: { pinned: { instanceType: 'ml.p6e-gb200.36xlarge' } },
    issue: ['PriceUnknown', `${path}.pinned.aws.instanceType`, 'ml.p6e-gb200.36xlarge'],
    says: /no price is known/,
    fix: /remove the pin: .*ml\./,
  },
  {
    title: 'a pinned instance that is not offered',
    request: { pinned: { instanceType: 'ml.g99.xlarge' } },
    issue: ['NoInstanceOffered', `${path}.pinned.aws.instanceType`, 'ml.g99.xlarge'],
    says: /not among the \d+ instance types/,
    fix: /remove the pin/,
  },
  {
    title: 'no offers at all',
    request: {},
    offers: [],
    issue: ['NoInstanceOffered', path, undefined],
    says: /no GPU instance/,
    fix: /region/,
  },
];

test.each(rows)('refuses $title', ({ request, offers, issue, says, fix }) => {
  const issues = refused(sizeRequest({ traffic, ...request }), offers ?? sageMaker);
  expect(issues.map(({ code, path: at, got }) => [code, at, got])).toEqual([issue]);
  expect(issues[0]?.message).toMatch(says);
  expect(issues[0]?.fix).toMatch(fix);
});

test('a number format that only violates another constraint is not proposed', () => {
  // The device serves bf16, and 1.3 TB of weights do not fit it.
  const [dtype] = refused(
    sizeRequest({ model: model('nvidia/DeepSeek-R1-0528-FP4'), pinned: { instanceType: 'ml.g5.xlarge' } }),
  );
  expect(dtype?.code).toBe('DtypeUnsupported');
  expect(dtype?.fix).toMatch(/^remove the pin: /);
  expect(dtype?.fix).not.toContain('weights in');
  // Weights in fp8 fit the pinned instance, and the longest request does not fit next to them.
  const long = sizeRequest({
    model: model('Qwen/Qwen3-32B'),
    pinned: { instanceType: 'ml.g6e.2xlarge' },
    traffic: { peakConcurrency: 1, inputTokens: 30_000, outputTokens: 1000, maxTokens: 40_960 },
  });
  const [size] = refused(long);
  expect(size?.fix).toMatch(/weights in int4, another artifact: (\d+ x )?ml\.g6e\.2xlarge/);
  expect(size?.fix).not.toContain('weights in fp8, another artifact: ml.g6e');
  expect(sized({ ...long, dtype: 'int4' }).value.instanceType).toBe('ml.g6e.2xlarge');
  expect(refused({ ...long, dtype: 'fp8' }).map(({ code }) => code)).toEqual(['ContextExceedsMemory']);
});

test('the longest context proposed can be sized, and one token more is refused', () => {
  const pinned = { instanceType: 'ml.g5.2xlarge' };
  const base = sizeRequest({ model: model('Qwen/Qwen3-8B'), pinned });
  const at = (maxTokens: number): SizeRequest => ({ ...base, traffic: { ...traffic, maxTokens } });
  const [issue] = refused(at(40_000));
  const longest = Number(/at most (\d+) tokens on ml\.g5\.2xlarge/.exec(issue?.expected ?? '')?.[1]);
  expect(sized(at(longest)).value.maxModelLen).toBe(longest);
  expect(refused(at(longest + 1)).map(({ code }) => code)).toEqual(['ContextExceedsMemory']);
});

function proposed(issues: readonly Issue[], field: string): number {
  const found = issues.find((issue) => issue.path === `${path}.slo.${field}`);
  return Number(/at least ([\d.]+)/.exec(found?.expected ?? '')?.[1]);
}

test('an unreachable SLO is refused per limit, with the best time, the instance and its price', () => {
  const slo = { timeToFirstTokenMs: 1, timePerOutputTokenMs: 0.5 };
  const issues = refused(sizeRequest({ traffic, slo }));
  expect(issues.map(({ code, path: at, got }) => [code, at, got])).toEqual([
    ['SloUnreachable', `${path}.slo.timeToFirstTokenMs`, 1],
    ['SloUnreachable', `${path}.slo.timePerOutputTokenMs`, 0.5],
  ]);
  expect(issues[1]?.message).toMatch(/a token takes at best [\d.]+ ms, on ml\.\S+ with tensor parallel \d/);
  expect(issues[1]?.fix).toMatch(/allow .*: \d+ x ml\.\S+ .*\$[\d.]+ an hour.*; or drop the limit: .*\$[\d.]+ an hour/);
  const reachable = {
    timeToFirstTokenMs: proposed(issues, 'timeToFirstTokenMs'),
    timePerOutputTokenMs: proposed(issues, 'timePerOutputTokenMs'),
  };
  const { value } = sized(sizeRequest({ traffic, slo: reachable }));
  expect(value.figures.timePerOutputTokenMs).toBeLessThanOrEqual(reachable.timePerOutputTokenMs);
});

test('an SLO with one unreachable limit is refused for that limit', () => {
  const issues = refused(sizeRequest({ traffic, slo: { timeToFirstTokenMs: 60_000, timePerOutputTokenMs: 0.5 } }));
  expect(issues.map(({ path: at }) => at)).toEqual([`${path}.slo.timePerOutputTokenMs`]);
});

test('an SLO that a pinned instance cannot meet names an instance that meets it without the pin', () => {
  const pinned = { instanceType: 'ml.g5.12xlarge' };
  const [issue] = refused(sizeRequest({ traffic, pinned, slo: { timePerOutputTokenMs: 20 } }));
  expect(issue?.fix).toMatch(/^remove the pins: (\d+ x )?ml\.(?!g5)\S+ /);
});

const quotasPath = 'environments.dev.aws.quotas';
const everyQuota = (limit: number) => Object.fromEntries(sageMaker.map(({ quota = '' }) => [quota, limit]));

test('quotas of 0 are refused with the quota to raise, the number to request and the instances it allows', () => {
  const issues = refused(
    sizeRequest({ traffic, minReplicas: 2, updateCapacity: 2, quotasPath, quotas: everyQuota(0) }),
  );
  expect(issues.map(({ code, got }) => [code, got])).toEqual([['QuotaExhausted', 0]]);
  expect(issues[0]?.path).toMatch(/^environments\.dev\.aws\.quotas\.ml\.\S+ for endpoint usage/);
  expect(issues[0]?.fix).toMatch(/raise 'ml\.\S+ for endpoint usage.*' in eu-central-1 to (\d+) for \d+ x ml\./);
});

test.each(['ml.g6e.12xlarge for endpoint usage L-60313EA3', 'ml.g6e.12xlarge for endpoint usage', 'L-60313EA3'])(
  'a quota given as %s counts',
  (key) => {
    const pinned = { instanceType: 'ml.g6e.12xlarge' };
    const at = (limit: number) =>
      sizeRequest({ traffic, pinned, minReplicas: 2, quotas: { [key]: limit }, quotasPath });
    expect(refused(at(1)).map(({ code, path: where }) => [code, where])).toEqual([
      ['QuotaExhausted', `${quotasPath}.${key}`],
    ]);
    expect(sized(at(8)).value.replicas).toBeLessThanOrEqual(8);
  },
);

test('a quota that is not listed limits nothing', () => {
  const free = sized(sizeRequest({ traffic }));
  const other = sized(sizeRequest({ traffic, quotas: { 'L-00000000': 0 } }));
  expect(other.value).toEqual(free.value);
});

test('quotas of vCPUs count the vCPUs of every instance', () => {
  const ec2 = offersOf('ec2', 'us-east-1').filter(({ instanceType }) => instanceType === 'g6e.12xlarge');
  const at = (limit: number) => sizeRequest({ traffic, minReplicas: 2, quotas: { 'L-DB2E81BA': limit } });
  const [issue] = refused(at(95), ec2);
  expect(issue?.expected).toMatch(/at least \d+ vCPUs/);
  expect(Number(/\d+/.exec(issue?.expected ?? '')?.[0]) % 48).toBe(0);
  expect(sized(at(480), ec2).value.instanceType).toBe('g6e.12xlarge');
});

test('one run reports every violated constraint, and all proposals together can be sized', () => {
  const request = sizeRequest({
    traffic: { ...traffic, peakConcurrency: 500 },
    slo: { timePerOutputTokenMs: 0.5 },
    pinned: { tensorParallel: 5, replicas: 1 },
    quotas: everyQuota(0),
    quotasPath,
  });
  expect(refused(request).map(({ code }) => code)).toEqual([
    'TensorParallelIllegal',
    'SloUnreachable',
    'PinnedReplicasTooFew',
    'QuotaExhausted',
  ]);
  const { works } = explain(request, sageMaker);
  expect(works === undefined ? 0 : sized(works).value.replicas).toBeGreaterThan(0);
});

test('a device that the catalogue does not have is refused by name', () => {
  const request = sizeRequest({ accelerators: [accelerator('L4')] });
  const [issue] = refused(request, [{ ...sageMaker[0], accelerator: 'X1' } as (typeof sageMaker)[number]]);
  expect([issue?.code, issue?.message]).toEqual(['DeviceUnsupported', expect.stringContaining('accelerator X1')]);
});
