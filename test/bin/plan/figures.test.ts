import { explainText } from '../../../bin/plan/explain';
import { planText } from '../../../bin/plan/text';
import type { Dtype } from '../../../lib/catalog';
import { catalog } from '../../../lib/catalog';
import type { AwsEndpointPlan, AzureOnlineEndpointPlan, DatedPlan, Figures } from '../../../lib/plan';
import { datePlan, planAll } from '../../../lib/plan';
import { errorBandsFor } from '../../../lib/plan/performance/evidence';
import { resolve } from '../../../lib/platform';
import { planNote, planPage } from '../../../lib/review/plan-report';
import { withBand } from '../../../lib/review/plan-report/amounts';
import config from '../../../llmops.config';
import { terminal } from '../../helpers/terminal';

/** The reference platform with fp8 weights on both clouds, so that sizes in another format are rejected too. */
function plans(): readonly DatedPlan[] {
  const chat = config.endpoints?.chat;
  if (chat === undefined) throw new Error('the reference config has no endpoint chat');
  const quantisation = {
    fp8: { s3Uri: 's3://weights/fp8/', azureModelUri: 'azureml://registries/r/models/m/versions/1' },
  };
  const resolved = resolve({ ...config, endpoints: { chat: { ...chat, quantisation } } });
  const planned = resolved.ok ? planAll(resolved.value, catalog) : resolved;
  if (!planned.ok) throw new Error(JSON.stringify(planned.issues, null, 2));
  return Object.values(planned.value).map((plan) => datePlan(plan, '2026-11-30'));
}

type Endpoint = AwsEndpointPlan | AzureOnlineEndpointPlan;

/** A size in a plan: what is said about it in words, and its figures. */
interface ToldFigures {
  readonly words: string;
  readonly dtype: Dtype;
  readonly figures: Figures;
}

function toldBy({ instanceType, placement, performance }: Endpoint): readonly ToldFigures[] {
  if (performance === undefined) throw new Error('the endpoint has no performance');
  const { copies, tensorParallel, dtype, figures } = performance.value;
  const chosen = `${copies} x ${instanceType.value}, tensor parallel ${tensorParallel}`;
  const others = [...instanceType.rejected, ...placement.rejected].flatMap(({ value, figures: achieved }) => {
    if (achieved === undefined) return [];
    const written = /weights in (\w+)/.exec(value)?.[1] as Dtype | undefined;
    // Other services behind the same machines are named without them.
    const words = value.includes(' x ') ? value : chosen;
    return [{ words, dtype: written ?? dtype, figures: achieved }];
  });
  return [{ words: chosen, dtype, figures }, ...others];
}

const all = plans();
const endpoints = all.flatMap(({ aws, azure }): readonly Endpoint[] => [
  ...Object.values(aws?.deployment.endpoints ?? {}),
  ...Object.values(azure?.deployment.endpoints ?? {}),
]);
const told = endpoints.flatMap(toldBy);

const aNumber: unknown = expect.any(Number);

/** Every object of a JSON text that has a time to first token. */
function figuresIn(value: unknown): readonly Figures[] {
  if (typeof value !== 'object' || value === null) return [];
  const below = Object.values(value).flatMap(figuresIn);
  return 'timeToFirstTokenMs' in value && 'tokensPerSecond' in value ? [value as Figures, ...below] : below;
}

test('JSON has both bands of every size, each from the measurements of its model, format and device', () => {
  const model = catalog.models.find(({ id }) => id === 'Qwen/Qwen3-32B');
  const sizes = told.flatMap(({ words, dtype, figures }) => {
    const [, type = '', split] = /\d+ x ([\w.-]+), tensor parallel (\d+)/.exec(words) ?? [];
    // A service of the other cloud is named without its split.
    if (split === undefined) return [];
    const offer = catalog.instances.find(({ instanceType }) => instanceType === type);
    const accelerator = catalog.accelerators.find(({ id }) => id === offer?.accelerator);
    if (model === undefined || offer === undefined || accelerator === undefined) throw new Error(`no ${type}`);
    const copy = { model, accelerator, acceleratorShare: offer.acceleratorShare, tensorParallel: Number(split), dtype };
    return [{ words, figures, bands: errorBandsFor(copy) }];
  });
  expect(sizes.length).toBeGreaterThan(100);
  expect(sizes.some(({ bands }) => bands.firstTokenErrorPercent > 2 * bands.errorPercent)).toBe(true);
  for (const { words, figures, bands } of sizes) expect([words, figures]).toEqual([words, { ...figures, ...bands }]);
  const bothBands: unknown = expect.objectContaining({ errorPercent: aNumber, firstTokenErrorPercent: aNumber });
  const everywhere = figuresIn(JSON.parse(JSON.stringify(all)));
  expect(everywhere).toEqual(everywhere.map(() => bothBands));
  expect(everywhere.length).toBeGreaterThanOrEqual(told.length);
});

test('a size in another format and another service on the same machines have both bands', () => {
  const otherFormat = told.filter(({ words }) => words.includes('weights in'));
  expect(otherFormat.length).toBeGreaterThan(0);
  for (const { instanceType, placement, performance } of endpoints) {
    const behind = placement.rejected.filter(({ value }) => /^sagemaker (real-time|inference)/.test(value));
    expect(behind.flatMap(({ figures }) => figures ?? [])).toEqual(behind.map(() => performance?.value.figures));
    expect(instanceType.rejected.some(({ value }) => value.includes('weights in'))).toBe(true);
  }
});

/** Both times of a size as text, page and explanation write them. */
function times({ figures }: ToldFigures): readonly [first: string, perToken: string] {
  return [
    withBand(figures.timeToFirstTokenMs, figures.firstTokenErrorPercent),
    withBand(figures.timePerOutputTokenMs, figures.errorPercent),
  ];
}

test('the reason of a size gives each time its band', () => {
  for (const { instanceType, performance } of endpoints) {
    const { errorPercent, firstTokenErrorPercent } = performance?.value.figures ?? {};
    const bands = [...(instanceType.because[0]?.text ?? '').matchAll(/± (\d+) %/g)].map(([, n]) => Number(n));
    expect(bands).toEqual([firstTokenErrorPercent, errorPercent]);
  }
});

test('the note and the explanation print each time with its band', () => {
  for (const plan of all) {
    const note = planText(planNote(plan), 0, terminal(100));
    const explained = explainText(plan, '', terminal(120)).replaceAll(/\s+/g, ' ');
    for (const endpoint of [
      ...Object.values(plan.aws?.deployment.endpoints ?? {}),
      ...Object.values(plan.azure?.deployment.endpoints ?? {}),
    ]) {
      const [chosen, ...others] = toldBy(endpoint).map(times);
      expect(note).toContain(`first token ${chosen?.[0] ?? ''}: `);
      expect(note).toContain(`per token ${chosen?.[1] ?? ''}: `);
      for (const [first, perToken] of others) {
        expect(explained).toContain(`first token ${first} · per token ${perToken} · `);
      }
    }
  }
});

test('the page prints each time with its band, in the tables and at the marks of the plots', () => {
  const page = planPage({ platform: 'p', environments: all.map(planNote), warnings: [] });
  const cells = [...page.matchAll(/<td class="number">([\d.,]+ ms ± \d+ %)<\/td>/g)].map(([, cell]) => cell);
  expect(cells).toHaveLength(2 * told.length);
  expect(cells.toSorted()).toEqual(told.flatMap(times).toSorted());
  const marks = [...page.matchAll(/, ([\d.,]+ ms ± \d+ %) a\s+token/g)].map(([, mark]) => mark);
  expect(marks.length).toBeGreaterThan(100);
  const perToken = new Set(told.map((size) => times(size)[1]));
  for (const mark of marks) expect(perToken).toContain(mark);
});
