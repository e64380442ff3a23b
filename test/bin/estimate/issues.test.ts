import { estimateIssues } from '../../../bin/estimate/issues';
import { catalog } from '../../../lib/catalog';
import type { Estimate } from '../../../lib/plan/estimate/estimate';
import { estimate } from '../../../lib/plan/estimate/estimate';
import type { EstimateRequest } from '../../../lib/plan/estimate/request';

const request = {
  model: 'Qwen/Qwen3-8B',
  instance: 'ml.g6e.xlarge',
  concurrency: 64,
  inputTokens: 1000,
  outputTokens: 250,
};

function estimated(changes: Partial<EstimateRequest>): Estimate {
  const found = estimate({ ...request, ...changes }, catalog);
  if (!found.ok) throw new Error(found.issues.map(({ message }) => message).join());
  return found.value;
}

test('nothing is wanting without an objective, or within it', () => {
  expect(estimateIssues(estimated({}), {})).toEqual([]);
  const slo = { sloTtft: 60_000, sloTpot: 1000 };
  expect(estimateIssues(estimated(slo), slo)).toEqual([]);
});

test('an objective missed at the load names the copies that keep it, and they do', () => {
  const slo = { sloTpot: 30 };
  const [issue, ...rest] = estimateIssues(estimated(slo), slo);
  expect(rest).toEqual([]);
  expect(issue).toMatchObject({ code: 'ObjectiveMissed', path: '--slo-tpot', got: 30 });
  const [, copies = '0'] = /^run (\d+) copies/.exec(issue?.fix ?? '') ?? [];
  expect(Number(copies)).toBeGreaterThan(1);
  const shared = { ...slo, concurrency: Math.ceil(request.concurrency / Number(copies)) };
  expect(estimateIssues(estimated(shared), slo)).toEqual([]);
});

test('an objective out of reach of a single request says the best there is, for each limit missed', () => {
  const slo = { sloTtft: 1, sloTpot: 1 };
  const issues = estimateIssues(estimated(slo), slo);
  expect(issues.map(({ path }) => path)).toEqual(['--slo-ttft', '--slo-tpot']);
  expect(issues[0]?.fix).toMatch(/^use faster GPUs, or more of them: at best /);
});

test('the wait for room in the cache counts towards the first token', () => {
  const crowded = estimated({ concurrency: 2000 });
  const { ttftMs = 0, queueMs = 0 } = crowded;
  expect(queueMs).toBeGreaterThan(0);
  expect(estimateIssues(crowded, { sloTtft: ttftMs + queueMs / 2 }).map(({ path }) => path)).toEqual(['--slo-ttft']);
});

test('a load that queues longer than clients wait is refused, and the load that it names is not', () => {
  const [issue, ...rest] = estimateIssues(estimated({ concurrency: 1e9 }), {});
  expect(rest).toEqual([]);
  expect(issue).toMatchObject({ code: 'QueueTooLong', path: '--concurrency', got: 1e9 });
  const [, most = '0'] = /^at most (\d+) /.exec(issue?.expected ?? '') ?? [];
  expect(estimateIssues(estimated({ concurrency: Number(most) }), {})).toEqual([]);
  expect(estimateIssues(estimated({ concurrency: Number(most) + 2 }), {}).map(({ code }) => code)).toEqual([
    'QueueTooLong',
  ]);
});

test('an objective that a wider split of the same instance keeps names that split', () => {
  const slo = { sloTpot: 25 };
  const wide = { model: 'Qwen/Qwen3-32B', instance: 'ml.p5.48xlarge', concurrency: 16, tensorParallel: 1 };
  const [issue] = estimateIssues(estimated({ ...wide, ...slo }), slo);
  const [, split = '0'] = /--tensor-parallel (\d+) on the same instance/.exec(issue?.fix ?? '') ?? [];
  expect(Number(split)).toBeGreaterThan(1);
  expect(estimateIssues(estimated({ ...wide, ...slo, tensorParallel: Number(split) }), slo)).toEqual([]);
});
