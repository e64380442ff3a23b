import { catalog } from '../../../../lib/catalog';
import type { Alternative } from '../../../../lib/plan/decision';
import type { SizeRequest } from '../../../../lib/plan/sizing';
import { model, offersOf, sageMaker, sized, sizeRequest } from '../../../helpers/sizing';

const slo = { timePerOutputTokenMs: 40 };
const traffic = { peakConcurrency: 24, inputTokens: 1500, outputTokens: 300, maxTokens: 8192 };
const { carbon } = catalog;

function alternatives(overrides: Partial<SizeRequest> = {}, offers = sageMaker): readonly Alternative[] {
  return sized(sizeRequest({ traffic, ...overrides }), offers).rejected;
}

const costs = (list: readonly Alternative[]): readonly number[] => list.flatMap(({ usdPerMonth }) => usdPerMonth ?? []);
const mentions = (list: readonly Alternative[], text: string) => list.filter(({ value }) => value.includes(text));

test('feasible alternatives precede those that a limit forbids, each by cost', () => {
  const list = alternatives({ slo });
  const possible = list.filter(({ possible: can = true }) => can);
  const missed = list.filter(({ possible: can, figures }) => can === false && figures !== undefined);
  expect(list.slice(0, possible.length)).toEqual(possible);
  expect(list.slice(possible.length, possible.length + missed.length)).toEqual(missed);
  expect(costs(possible)).toEqual(costs(possible).toSorted((a, b) => a - b));
  expect(costs(missed)).toEqual(costs(missed).toSorted((a, b) => a - b));
  expect(possible.length).toBeGreaterThan(5);
});

test('an alternative that misses the SLO shows its figures and its price without it', () => {
  const missed = alternatives({ slo }).filter(({ reason }) => reason.startsWith('at best a token takes'));
  expect(missed.length).toBeGreaterThan(0);
  for (const { figures, usdPerMonth, possible, value } of missed) {
    expect(possible).toBe(false);
    expect(figures?.timePerOutputTokenMs).toBeGreaterThan(slo.timePerOutputTokenMs);
    expect(usdPerMonth).toBeGreaterThan(0);
    const [, type = ''] = /^\d+ x (\S+), tensor parallel \d+$/.exec(value) ?? [];
    const alone = sized(sizeRequest({ traffic, pinned: { instanceType: type } }));
    expect([type, alone.value.usdPerMonth]).toEqual([type, usdPerMonth]);
  }
});

test('a feasible alternative has the figures and the price of a pin to it', () => {
  const possible = alternatives({ slo, carbon }).filter(({ possible: can = true }) => can);
  for (const { figures, usdPerMonth, value } of possible.slice(0, 8)) {
    const [, type = ''] = /^\d+ x (\S+),/.exec(value) ?? [];
    const { value: pinned } = sized(sizeRequest({ traffic, slo, carbon, pinned: { instanceType: type } }));
    expect(figures).toEqual(pinned.figures);
    expect(usdPerMonth).toBe(pinned.usdPerMonth);
    expect(figures?.gramsCo2ePer1kTokens).toBeGreaterThan(0);
  }
});

test('carbon is absent where the region has no row or the request has no intensities', () => {
  const [first] = alternatives();
  const [canada] = alternatives({ carbon, model: model('Qwen/Qwen3-8B') }, offersOf('azure-ml', 'canadacentral'));
  expect(first?.figures).toBeDefined();
  expect(first?.figures).not.toHaveProperty('gramsCo2ePer1kTokens');
  expect(canada?.figures).toBeDefined();
  expect(canada?.figures).not.toHaveProperty('gramsCo2ePer1kTokens');
});

test('an instance that does not fit has a reason, and neither figures nor a price', () => {
  const small = mentions(alternatives({ model: model('meta-llama/Llama-3.3-70B-Instruct') }), 'ml.g4dn.xlarge')[0];
  expect(small).toEqual({
    value: 'ml.g4dn.xlarge, tensor parallel 1',
    reason: expect.stringMatching(/^one GPU needs \d+\.\d GiB \(\d+\.\d of weights\) and has \d+\.\d$/) as unknown,
    possible: false,
  });
});

test('at most 40 are listed, with every kind of GPUs, and the rest is counted', () => {
  const everywhere = catalog.instances.filter(({ service }) => service === 'sagemaker');
  const { rejected, because } = sized(sizeRequest({ traffic }), everywhere);
  const kinds = new Set(everywhere.map((offer) => `${offer.accelerator} ${offer.acceleratorCount}`)).size;
  expect(rejected).toHaveLength(Math.min(40, everywhere.length - 1));
  expect(kinds).toBeLessThanOrEqual(41);
  expect(because.find(({ rule }) => rule === 'size.alternatives')?.text).toContain(`${everywhere.length - 41} more`);
  expect(new Set(rejected.map(({ value }) => value.replace(/^\d+ x /, '').split(',')[0])).size).toBeGreaterThan(30);
});

test('without a list of formats only the published one is evaluated', () => {
  const { value, rejected } = sized(sizeRequest({ traffic }));
  expect(value.dtype).toBe('bf16');
  expect(mentions(rejected, 'weights in')).toEqual([]);
});

test('allowed formats are listed first with price and saving, and never change the choice', () => {
  const plain = sized(sizeRequest({ traffic, slo }));
  const allowed = sized(sizeRequest({ traffic, slo, otherDtypes: ['fp8', 'int4', 'bf16', 'fp8'] }));
  expect(allowed.value).toEqual(plain.value);
  const options = mentions(allowed.rejected, 'weights in');
  expect(allowed.rejected.slice(0, 2)).toEqual(options);
  for (const { value, reason, figures, usdPerMonth } of options) {
    const dtype = value.endsWith('fp8') ? 'fp8' : 'int4';
    const direct = sized(sizeRequest({ traffic, slo, dtype }));
    expect([value, usdPerMonth]).toEqual([value, direct.value.usdPerMonth]);
    expect(figures?.timePerOutputTokenMs).toBe(direct.value.figures.timePerOutputTokenMs);
    const saving = Math.round((1 - direct.value.usdPerHour / plain.value.usdPerHour) * 100);
    expect(reason).toBe(
      `${saving === 0 ? 'it costs the same' : `it saves ${saving} %`}, and ${dtype} weights are another artifact to build and evaluate`,
    );
  }
  expect(costs(options)).toEqual(costs(options).toSorted((a, b) => a - b));
});

test('a pin keeps the other instances among the alternatives, with the difference in cost', () => {
  const expensive = sized(sizeRequest({ traffic, pinned: { instanceType: 'ml.p5.48xlarge' } }));
  expect(expensive.value.instanceType).toBe('ml.p5.48xlarge');
  const free = sized(sizeRequest({ traffic }));
  const [cheapest] = expensive.rejected;
  expect(cheapest?.usdPerMonth).toBe(free.value.usdPerMonth);
  expect(cheapest?.reason).toMatch(/^ml\.p5\.48xlarge is pinned; it saves \d+ %$/);
  expect(cheapest?.possible).toBe(false);
});

test('an offer that a quota forbids is an infeasible alternative with its figures', () => {
  const free = sized(sizeRequest({ traffic, minReplicas: 2 }));
  const quota = sageMaker.find(({ instanceType }) => instanceType === free.value.instanceType)?.quota ?? '';
  const capped = sized(sizeRequest({ traffic, minReplicas: 2, quotas: { [quota]: 1 } }));
  expect(capped.value.instanceType).not.toBe(free.value.instanceType);
  const [blocked] = mentions(capped.rejected, `${free.value.instanceType},`);
  expect(blocked).toMatchObject({ possible: false, usdPerMonth: free.value.usdPerMonth });
  expect(blocked?.reason).toMatch(/^it takes \d+ instances of a quota of 1$/);
});
