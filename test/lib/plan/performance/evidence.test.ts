import fc from 'fast-check';
import { catalog } from '../../../../lib/catalog';
import { evidence as shipped } from '../../../../lib/plan/performance/calibrated-evidence';
import { defaultDtype } from '../../../../lib/plan/performance/dtype-support';
import { evidenceFor } from '../../../../lib/plan/performance/evidence';
import type { ModelCopy } from '../../../../lib/plan/performance/model-copy';
import type { MeasuredEvidence, MeasuredGroup } from '../../../../lib/plan/performance/performance-constants';
import { deviceProblem } from '../../../../lib/plan/sizing/copy-concurrency';
import { accelerator, model } from '../../../helpers/sizing';

const group = (overrides: Partial<MeasuredGroup>): MeasuredGroup => ({
  accelerator: 'H100-80GB-SXM',
  generation: 'hopper',
  experts: false,
  format: '16-bit',
  attention: 'softmax',
  rows: 50,
  models: 3,
  timePerTokenPercent: 10,
  firstTokenPercent: 20,
  ...overrides,
});

/** Dense 16-bit models and fp8 experts on H100, dense 16-bit models on A10G, and hardly anything on L4. */
const table: MeasuredEvidence = {
  groups: [
    group({}),
    group({ experts: true, format: 'fp8' }),
    group({ accelerator: 'A10G', generation: 'ampere' }),
    group({ accelerator: 'L4', generation: 'ada', rows: 2 }),
  ],
  unmeasured: {
    dense: { timePerTokenPercent: 16, firstTokenPercent: 30 },
    experts: { timePerTokenPercent: 30, firstTokenPercent: 40 },
  },
};

function copy(device: string, id: string, overrides: Partial<ModelCopy> = {}): ModelCopy {
  const [shape, gpu] = [model(id), accelerator(device)];
  const dtype = defaultDtype(shape, gpu);
  return { model: shape, accelerator: gpu, acceleratorShare: 1, tensorParallel: 1, dtype, ...overrides };
}

const dense = 'Qwen/Qwen3-8B';
const experts = 'Qwen/Qwen3-30B-A3B-FP8';

// 10 % of three models and 16 % elsewhere: the root of (3 x 100 + 256) / 4.
test.each<[string, ModelCopy, string, number]>([
  ['a class measured on the device', copy('H100-80GB-SXM', dense), 'calibrated', 12],
  ['fp16 where bf16 was measured', copy('A10G', dense, { dtype: 'fp16' }), 'calibrated', 12],
  ['a device of a generation with the class measured', copy('A100-80GB-SXM', dense), 'extrapolated', 16],
  ['another format on a device measured', copy('H100-80GB-SXM', dense, { dtype: 'fp8' }), 'extrapolated', 16],
  ['experts on a sibling of the device', copy('H200-141GB-SXM', experts), 'extrapolated', 30],
  ['a dense class of other generations', copy('B200', dense), 'extrapolated', 20],
  ['a device with too few rows', copy('L4', dense), 'extrapolated', 20],
  ['experts on a device measured with dense models', copy('A10G', 'openai/gpt-oss-20b'), 'extrapolated', 38],
  ['a dense class on a device of another vendor', copy('MI300X', dense), 'unknown', 40],
  ['experts of another generation', copy('B200', experts), 'unknown', 45],
  [
    'a format that was never measured on a device that was never measured',
    copy('B200', dense, { dtype: 'nvfp4' }),
    'unknown',
    40,
  ],
  ['latent attention on a device measured', copy('H100-80GB-SXM', 'deepseek-ai/DeepSeek-V3'), 'extrapolated', 40],
])('%s', (_, wanted, expected, percent) => {
  const { class: found, errorPercent, reason } = evidenceFor(wanted, table);
  expect([found, errorPercent]).toEqual([expected, percent]);
  expect(reason).toContain(wanted.accelerator.id);
});

test('without a measured first token its band is that of devices left out', () => {
  const { firstTokenPercent: gone, ...rest } = group({});
  const known = evidenceFor(copy('H100-80GB-SXM', dense), table);
  const unknown = evidenceFor(copy('H100-80GB-SXM', dense), { ...table, groups: [rest] });
  expect(gone).toBeDefined();
  expect([known.firstTokenErrorPercent, unknown.firstTokenErrorPercent]).toEqual([23, 30]);
  expect(unknown.errorPercent).toBe(known.errorPercent);
});

test('GPUs linked by PCIe and fractions of a GPU widen the band, with a reason', () => {
  const alone = evidenceFor(copy('A10G', dense), table);
  const pair = evidenceFor(copy('A10G', dense, { tensorParallel: 2 }), table);
  const part = evidenceFor(copy('A10G', dense, { acceleratorShare: 0.5 }), table);
  const nvlink = evidenceFor(copy('H100-80GB-SXM', dense, { tensorParallel: 2 }), table);
  expect([pair, part, nvlink].map(({ errorPercent }) => errorPercent)).toEqual([15, 15, alone.errorPercent]);
  expect(pair.reason).toMatch(/PCIe/);
  expect(part.reason).toMatch(/fraction of a GPU/);
});

const devices = catalog.accelerators.filter((device) => deviceProblem(device) === undefined);
const anyCopy = fc
  .record({
    shape: fc.constantFrom(...catalog.models),
    gpu: fc.constantFrom(...devices),
    tensorParallel: fc.constantFrom(1, 2, 4),
    acceleratorShare: fc.constantFrom(1, 0.5),
  })
  .map(({ shape, gpu, ...rest }): ModelCopy => ({
    model: shape,
    accelerator: gpu,
    dtype: defaultDtype(shape, gpu),
    ...rest,
  }));

test('taking a measurement away, or rows or models of one, never narrows a band or strengthens its class', () => {
  const strength = { calibrated: 2, extrapolated: 1, unknown: 0 } as const;
  fc.assert(
    fc.property(anyCopy, fc.nat(), fc.constantFrom('group', 'rows', 'models'), (wanted, pick, what) => {
      const at = pick % shipped.groups.length;
      const groups = shipped.groups.flatMap((row, index) => {
        if (index !== at) return [row];
        if (what === 'group') return [];
        return [what === 'rows' ? { ...row, rows: 3 } : { ...row, models: 0 }];
      });
      const [before, after] = [evidenceFor(wanted, shipped), evidenceFor(wanted, { ...shipped, groups })];
      expect(after.errorPercent).toBeGreaterThanOrEqual(before.errorPercent);
      expect(after.firstTokenErrorPercent).toBeGreaterThanOrEqual(before.firstTokenErrorPercent);
      expect(strength[after.class]).toBeLessThanOrEqual(strength[before.class]);
    }),
    { numRuns: 500 },
  );
});

test('the shipped bands: unknown is at least 40 %, and measured groups are narrower than others', () => {
  for (const shape of catalog.models) {
    for (const gpu of devices) {
      const wanted = copy(gpu.id, shape.id);
      const found = evidenceFor(wanted);
      const nothing = evidenceFor(wanted, { ...shipped, groups: [] });
      if (found.class === 'unknown') expect(found.errorPercent).toBeGreaterThanOrEqual(40);
      expect(found.errorPercent).toBeLessThanOrEqual(nothing.errorPercent);
      expect(found.errorPercent).toBeGreaterThan(5);
    }
  }
  expect(shipped.groups.length).toBeGreaterThan(5);
});
