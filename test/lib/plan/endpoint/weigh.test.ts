import { tonnesPerMonth, weigh, weighsMore } from '../../../../lib/plan/endpoint/weigh';
import { size } from '../../../helpers/sized-endpoint';

const { figures } = size();
/** 400 tokens a second for 730 hours are 1,051,200 thousand tokens; a gram for each is 1.0512 tonnes. */
const dirty = { ...figures, gramsCo2ePer1kTokens: 1 };

test('tonnes of a month come from tokens and grams, and are unknown without grams', () => {
  expect(tonnesPerMonth(dirty)).toBeCloseTo(1.0512, 10);
  expect(tonnesPerMonth(figures)).toBeUndefined();
  expect(tonnesPerMonth(undefined)).toBeUndefined();
});

test.each([
  [undefined, false],
  [{}, false],
  [{ carbonUsdPerTonneCo2e: 0, lostInstanceUsdPerMonth: 0 }, false],
  [{ carbonUsdPerTonneCo2e: 1 }, true],
  [{ lostInstanceUsdPerMonth: 1 }, true],
])('with weights %j something besides money counts: %s', (weights, more) => {
  expect(weighsMore(weights)).toBe(more);
});

test('adds money, carbon and the loss of one of several instances', () => {
  const weights = { carbonUsdPerTonneCo2e: 100, lostInstanceUsdPerMonth: 900 };
  const cost = weigh({ usdPerHour: 10, replicas: 3 }, dirty, weights, 5);
  expect(cost.usdPerMonth).toBe(7300);
  expect(cost.carbonUsdPerMonth).toBeCloseTo(105.12, 10);
  expect(cost.lossUsdPerMonth).toBe(300);
  expect(cost.total).toBeCloseTo(7705.12, 10);
});

test('unknown carbon counts as much as the dirtiest, and no copies as one', () => {
  const weights = { carbonUsdPerTonneCo2e: 100, lostInstanceUsdPerMonth: 900 };
  expect(weigh({ usdPerHour: undefined, replicas: 0 }, figures, weights, 5)).toEqual({
    usdPerMonth: 0,
    carbonUsdPerMonth: 500,
    lossUsdPerMonth: 900,
    total: 1400,
  });
});
