import type { SizeInput } from '../../../../lib/plan/endpoint/size-request';
import { sizeRequest } from '../../../../lib/plan/endpoint/size-request';
import { catalog } from '../../../helpers/catalog';
import { endpoint } from '../../../helpers/platform';

const [architecture] = catalog.models;

function request(overrides: Partial<SizeInput> = {}) {
  if (architecture === undefined) throw new Error('the fixture has no model');
  return sizeRequest({ path: 'endpoints.chat', endpoint: endpoint(), architecture, catalog, ...overrides });
}

test.each([
  // Four times a typical request and answer, in steps of 1,024, within the 40,960 of the model.
  [1000, 200, undefined, 5120],
  [1000, 24, undefined, 4096],
  [1000, 25, undefined, 5120],
  [10_000, 1000, undefined, 40_960],
  [1000, 200, 3000, 3000],
])('%d and %d tokens with maxTokens %s are sized for %d', (inputTokens, outputTokens, maxTokens, longest) => {
  const traffic = { peakConcurrency: 8, inputTokens, outputTokens, ...(maxTokens === undefined ? {} : { maxTokens }) };
  expect(request({ endpoint: endpoint({ traffic }) }).traffic).toEqual({
    peakConcurrency: 8,
    inputTokens,
    outputTokens,
    maxTokens: longest,
  });
});

test.each([
  [8, undefined, 8],
  [8, 0.5, 4],
  [10, 0.7, 7],
  [10, 0.71, 8],
  [1, 0.1, 1],
])('of a peak of %d the share %s is %d', (peakConcurrency, peakShare, expected) => {
  const traffic = { peakConcurrency, inputTokens: 1000, outputTokens: 200 };
  const share = peakShare === undefined ? {} : { peakShare };
  expect(request({ endpoint: endpoint({ traffic }), ...share }).traffic.peakConcurrency).toBe(expected);
});

test.each([
  [undefined, 2],
  [1, 1],
  [5, 2],
])('a pin of %s copies is sized for at least %d', (pinnedReplicas, least) => {
  expect(request(pinnedReplicas === undefined ? {} : { pinnedReplicas }).minReplicas).toBe(least);
});

test('takes the objective of the endpoint, or none', () => {
  expect(request().slo).toEqual({});
  expect(request({ endpoint: endpoint({ slo: { timeToFirstTokenMs: 900 } }) }).slo).toEqual({
    timeToFirstTokenMs: 900,
  });
});
