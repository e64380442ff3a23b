import { capacity } from '../../../../lib/review/concern/capacity';
import { said } from '../../../helpers/concerns';

const target = (value: number | string) => ({ MinCapacity: value });

test.each<[string, boolean, Parameters<typeof said>[2], string[]]>([
  ['zero', false, [target(2), target(0)], ['warning CapacityLowered MinCapacity']],
  ['one in production', true, [target(2), target('1')], ['warning CapacityLowered MinCapacity']],
  ['one elsewhere', false, [target(2), target(1)], ['note CapacityLowered MinCapacity']],
  ['one from the start in production', true, [undefined, target(1)], ['warning CapacityLowered MinCapacity']],
  ['more', true, [target(2), target(3)], []],
])('%s', (_title, production, sides, expected) => {
  expect(
    said(capacity, 'AWS::ApplicationAutoScaling::ScalableTarget', sides, { isProduction: () => production }),
  ).toEqual(expected);
});
