import { allReduce, linkedByPcie } from '../../../../lib/plan/performance/all-reduce';
import { constants } from '../../../../lib/plan/performance/calibrated-constants';
import { accelerator } from '../../../helpers/sizing';

const seconds = (device: string, group: number) => allReduce(accelerator(device), group, constants);
/** Seconds of a further byte, between two sizes of one protocol. */
const perByte = (device: string, group: number, from: number, to: number) =>
  (seconds(device, group)(to) - seconds(device, group)(from)) / (to - from);
const kib = 1024;

test('one GPU has nothing to add up', () => {
  expect(seconds('H100-80GB-SXM', 1)(1e9)).toBe(0);
});

test.each([2, 4, 8])('a ring of %d sends 2 (n - 1) / n of the bytes over each link of older NVLink', (group) => {
  const device = accelerator('A100-80GB-SXM');
  const rate = (device.link.unidirectionalGBs ?? 0) * 1e9 * constants.nvlinkBandwidth;
  expect(seconds(device.id, group)(0)).toBe(constants.nvlinkLatency);
  expect(perByte(device.id, group, 0, 1e9) * rate).toBeCloseTo((2 * (group - 1)) / group, 9);
});

test.each(['H100-80GB-SXM', 'B200'])('the NVLink switch of %s adds in the network: 1 + 1 / n of the bytes', (id) => {
  const rate = (accelerator(id).link.unidirectionalGBs ?? 0) * 1e9 * constants.nvlinkBandwidth;
  expect(perByte(id, 8, 0, 1e9) * rate).toBeCloseTo(1 + 1 / 8, 9);
});

test('small messages over PCIe have a latency and a low rate; a ring without peer access is slower', () => {
  expect(seconds('L40S', 4)(0)).toBe(constants.peerLatency);
  expect(seconds('A10G', 4)(0)).toBe(constants.hostLatency);
  expect(perByte('L40S', 4, 0, 64 * kib) * constants.peerBytesPerSecond).toBeCloseTo(1.5, 9);
  expect(perByte('A10G', 4, 0, 64 * kib) * constants.hostBytesPerSecond).toBeCloseTo(1.5, 9);
  expect(seconds('A10G', 4)(64 * kib)).toBeGreaterThan(seconds('L40S', 4)(64 * kib));
});

test('large messages over PCIe use bulk copies with a start-up and a higher rate', () => {
  expect(perByte('L40S', 4, 1e8, 2e8) * 16e9).toBeCloseTo(1.5, 9);
  expect(perByte('A10G', 4, 1e8, 2e8) * 10e9).toBeCloseTo(1.5, 9);
  expect(seconds('L40S', 4)(1e8)).toBeCloseTo(150e-6 + (1e8 * 1.5) / 16e9, 12);
});

test('a device whose link is not listed is linked by PCIe', () => {
  const { link, ...device } = accelerator('H100-80GB-SXM');
  expect([linkedByPcie({ ...device, link }), linkedByPcie({ ...device, link: { kind: link.kind } })]).toEqual([
    false,
    true,
  ]);
});
