import type { Alternative, Figures } from '../../../../lib/plan';
import type { EndpointNote } from '../../../../lib/review/plan-report/endpoint-note';
import { endpointNotes } from '../../../../lib/review/plan-report/endpoint-note';
import { endpointSection } from '../../../../lib/review/plan-report/endpoint-section';
import { environmentPlan } from '../../../helpers/plan';
import { price } from '../../../helpers/price';

const [onAws] = endpointNotes(environmentPlan({}, 'prod'));

const figures = (timePerOutputTokenMs: number, gramsCo2ePer1kTokens?: number): Figures => ({
  timeToFirstTokenMs: 500,
  timePerOutputTokenMs,
  tokensPerSecond: 1234,
  errorPercent: 20,
  firstTokenErrorPercent: 40,
  ...(gramsCo2ePer1kTokens === undefined ? {} : { gramsCo2ePer1kTokens }),
});

function endpoint(overrides: Partial<EndpointNote>): EndpointNote {
  if (onAws?.performance === undefined) throw new Error('the fixture has no endpoint on aws');
  const { usdPerMonth, ...rest } = onAws;
  const performance = { ...onAws.performance, copies: 1, usdPerMonth: 1000, price: price(), figures: figures(50) };
  return {
    ...rest,
    key: 'chat',
    service: 'sagemaker',
    usdPerMonth: { ...usdPerMonth, value: 800, price: price({ basis: 'estimated' }) },
    performance,
    sizes: [],
    services: [],
    ...overrides,
  };
}

const section = (overrides: Partial<EndpointNote>): string =>
  endpointSection('prod', endpoint(overrides)).text.replaceAll('<wbr />', '').replaceAll(/\s+/g, ' ');

/** The cells of the rows of one kind. */
const cells = (text: string, kind: string): readonly (readonly string[])[] =>
  [...text.matchAll(new RegExp(`<tr class="${kind}">(.*?)</tr>`, 'g'))].map(([, row = '']) =>
    [...row.matchAll(/<t[dh][^>]*>(.*?)<\/t[dh]>/g)].map(([, cell = '']) => cell.trim()),
  );

test('a heading names the endpoint and its cloud, with an address of its own', () => {
  expect(section({})).toContain('<h3 id="prod-aws-chat">Endpoint chat on aws</h3>');
});

test('the copies of the chosen size are said where there is a prediction', () => {
  expect(section({})).toContain('The chosen size needs 1 copy.');
  const { performance, ...bare } = endpoint({});
  expect(performance).toBeDefined();
  const text = endpointSection('prod', bare).text;
  expect(text).not.toContain('The chosen size needs');
  expect(text).toContain('Nothing to plot: no size has both a price and figures.');
  expect(text).not.toContain('<figure>');
});

const size = (value: string, more: Partial<Alternative>): Alternative => ({ value, reason: `why ${value}`, ...more });

test('each size has its amounts with their bands, and its rank in words', () => {
  const priced = { price: price({ basis: 'estimated' }) };
  const text = section({
    sizes: [
      size('fast', { usdPerMonth: 2000, ...priced, figures: figures(9.5, 0.0312) }),
      size('slow', { usdPerMonth: 3000, ...priced, figures: figures(90) }),
      size('forbidden', { possible: false }),
      size('bare', { usdPerMonth: 4000, ...priced }),
    ],
  });
  expect(text).toContain('<figure>');
  expect(cells(text, 'chosen').map((row) => row.at(-1))).toEqual(['chosen']);
  expect(cells(text, 'frontier')).toEqual([
    ['2', 'fast', '~$2,000', '500 ms ± 40 %', '9.5 ms ± 20 %', '1,234', '0.0312', 'on the frontier: why fast'],
  ]);
  expect(cells(text, 'dominated')).toEqual([
    ['3', 'slow', '~$3,000', '500 ms ± 40 %', '90 ms ± 20 %', '1,234', '–', 'dominated by 1: why slow'],
  ]);
  expect(cells(text, 'impossible')).toEqual([
    ['5', 'forbidden', 'no price', 'no figures', 'not possible: why forbidden'],
  ]);
  expect(cells(text, 'unknown')).toEqual([['4', 'bare', '~$4,000', 'no figures', 'not compared: why bare']]);
});

test('other services stand in a table of their own with the costs of the chosen one over the same week', () => {
  const text = section({
    services: [
      size('async', { usdPerMonth: 10, price: price({ stale: true }) }),
      size('aks', { possible: false, figures: figures(60) }),
    ],
  });
  expect(text).toContain('Services compared with sagemaker, which costs ~$800 a month over the planned week.');
  expect(cells(text, 'service')).toEqual([
    ['async', '$10*', 'no figures', 'possible: why async'],
    ['aks', 'no price', '500 ms ± 40 %', '60 ms ± 20 %', '1,234', '–', 'not possible: why aks'],
  ]);
  expect(section({})).not.toContain('Services compared');
});
