import { catalog } from '../../../../lib/catalog';
import { countedParameters } from '../../../../lib/plan/facts/model-arithmetic';
import { splitParameters } from '../../../../lib/plan/performance/parameters';

/** Relative difference the rounding of published counts explains: Qwen3-0.6B has 0.596 billion. */
const totalTolerance = 0.007;
/** "A22B" is rounded more, and some publishers count the input embedding and some do not. */
const activeTolerance = 0.036;

/** Rows whose arithmetic is known to be off, with the reason and by how much. One that gets right must leave the list. */
const totalOutliers: Readonly<Record<string, readonly [percent: number, reason: string]>> = {
  'google/gemma-3-4b-it': [-9.8, 'vision tower'],
  'google/gemma-3-12b-it': [-3.6, 'vision tower'],
  'google/gemma-3-27b-it': [-1.4, 'vision tower'],
  'google/gemma-4-26B-A4B-it': [-5.3, 'shared dense block beside the experts is not in the row'],
  'meta-llama/Llama-4-Scout-17B-16E-Instruct': [-6.7, 'shared expert and vision tower'],
  'meta-llama/Llama-4-Maverick-17B-128E-Instruct': [-1.3, 'shared expert and vision tower'],
};
const activeOutliers: Readonly<Record<string, string>> = {
  'MiniMaxAI/MiniMax-M2.5': 'published active count is rounded to 10 billion',
  'google/gemma-4-26B-A4B-it': 'published active count is rounded to 4 billion',
  'Qwen/Qwen3.5-35B-A3B': 'published active count is rounded to 3 billion',
  'Qwen/Qwen3.6-35B-A3B': 'published active count is rounded to 3 billion',
  'Qwen/Qwen3.6-35B-A3B-FP8': 'published active count is rounded to 3 billion',
  'Qwen/Qwen3-Next-80B-A3B-Instruct': 'published active count is rounded to 3 billion',
  'Qwen/Qwen3-Next-80B-A3B-Thinking': 'published active count is rounded to 3 billion',
  'Qwen/Qwen3-Next-80B-A3B-Instruct-FP8': 'published active count is rounded to 3 billion',
  'Qwen/Qwen3-Next-80B-A3B-Thinking-FP8': 'published active count is rounded to 3 billion',
  'MiniMaxAI/MiniMax-M2.7': 'published active count is rounded to 10 billion',
  'nvidia/MiniMax-M2.5-NVFP4': 'published active count is rounded to 10 billion',
  'nvidia/MiniMax-M2.7-NVFP4': 'published active count is rounded to 10 billion',
};

/** Rows that describe every matrix of the model: MLA and linear attention have others. */
const plain = catalog.models.flatMap((model) => {
  const counted = countedParameters(model);
  return counted === undefined ? [] : [[model.id, model, counted] as const];
});

test.each(plain)('the configuration of %s reproduces its published parameters', (id, model, counted) => {
  const error = counted / (model.totalParams * 1e9) - 1;
  const outlier = totalOutliers[id];
  // Position embeddings are not in a row: 8,194 of them are 1.5 percent of bge-m3.
  const tolerance = model.encoderOnly === true ? 0.018 : totalTolerance;
  if (outlier === undefined) expect(Math.abs(error)).toBeLessThanOrEqual(tolerance);
  else expect(error * 100).toBeCloseTo(outlier[0], 0);
});

const mixtures = catalog.models.filter(({ moe }) => moe !== undefined).map((model) => [model.id, model] as const);

test.each(mixtures)('what %s reads for a token is its published active count', (id, model) => {
  const { activePerToken, lookup } = splitParameters(model);
  const published = model.activeParams * 1e9;
  const inside =
    published >= activePerToken * (1 - activeTolerance) &&
    published <= (activePerToken + lookup) * (1 + activeTolerance);
  expect(inside).toBe(!(id in activeOutliers));
});

test('most rows can be checked, and every named outlier exists', () => {
  const ids = new Set(catalog.models.map(({ id }) => id));
  expect(plain.length).toBeGreaterThan(80);
  expect([...Object.keys(totalOutliers), ...Object.keys(activeOutliers)].filter((id) => !ids.has(id))).toEqual([]);
});

test.each(catalog.models.map((model) => [model.id, model] as const))(
  'the weights of %s hold its parameters',
  (_id, model) => {
    if (model.checkpointGiB === undefined) return;
    const bytesPerParameter = (model.checkpointGiB * 2 ** 30) / (model.totalParams * 1e9);
    const [least, most] = {
      bf16: [1.9, 2.3],
      fp16: [1.9, 2.3],
      fp8: [0.95, 1.35],
      int8: [0.95, 1.35],
      mxfp4: [0.5, 0.75],
      nvfp4: [0.5, 0.75],
      int4: [0.5, 0.75],
    }[model.publishedDtype ?? 'bf16'];
    expect(bytesPerParameter).toBeGreaterThan(least ?? 0);
    expect(bytesPerParameter).toBeLessThan(most ?? 0);
  },
);
