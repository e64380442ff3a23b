import { firstSubnet, overlaps, parseCidr, rangeAround } from '../../../lib/platform/cidr';

test.each([
  ['10.20.0.0/16', { first: 0x0a_14_00_00, last: 0x0a_14_ff_ff, prefix: 16 }],
  ['0.0.0.0/0', { first: 0, last: 0xff_ff_ff_ff, prefix: 0 }],
  ['255.255.255.255/32', { first: 0xff_ff_ff_ff, last: 0xff_ff_ff_ff, prefix: 32 }],
])('reads %s', (text, range) => {
  expect(parseCidr(text)).toEqual(range);
});

test.each([
  '10.20.0.1/16',
  '10.20.0.0/33',
  '10.20.0.256/32',
  '256.0.0.0/8',
  '10.20.0.0',
  '10.20.0/16',
  'x10.20.0.0/16',
  '10.20.0.0/16 ',
])('does not read %j', (text) => {
  expect(parseCidr(text)).toBeUndefined();
});

test('the range around an address has no host bits', () => {
  expect(rangeAround('10.20.7.9/16')).toEqual({
    first: 0x0a_14_00_00,
    last: 0x0a_14_ff_ff,
    prefix: 16,
    hostBits: 7 * 256 + 9,
  });
  expect(rangeAround('10.20.0.0/33')).toBeUndefined();
  expect(rangeAround('the office')).toBeUndefined();
});

const range = (text: string): { first: number; last: number; prefix: number } =>
  parseCidr(text) ?? { first: -1, last: -1, prefix: -1 };

test.each([
  ['10.20.0.0/16', '10.20.0.0/16', true],
  ['10.20.0.0/16', '10.20.255.0/24', true],
  ['10.20.255.0/24', '10.20.0.0/16', true],
  ['10.20.0.0/16', '10.21.0.0/16', false],
  ['10.21.0.0/16', '10.20.0.0/16', false],
])('%s and %s share an address: %s', (a, b, shared) => {
  expect(overlaps(range(a), range(b))).toBe(shared);
});

test('the first subnet is inside the range, and no larger than it', () => {
  expect(firstSubnet(range('10.20.128.0/17'), 24)).toBe('10.20.128.0/24');
  expect(firstSubnet(range('10.20.128.0/22'), 20)).toBe('10.20.128.0/22');
  expect(firstSubnet(range('192.168.4.8/29'), 29)).toBe('192.168.4.8/29');
});
