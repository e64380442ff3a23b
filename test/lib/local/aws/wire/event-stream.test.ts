import { crc32 } from 'node:zlib';
import { eventStream } from '../../../../../lib/local/aws/wire/event-stream';

it('frames each message with its lengths and checksums', () => {
  const bytes = eventStream([
    { type: 'first', body: { text: 'é' } },
    { type: 'second', body: {} },
  ]);
  const length = bytes.readUInt32BE(0);
  const message = bytes.subarray(0, length);
  expect(message.readUInt32BE(8)).toBe(crc32(message.subarray(0, 8)));
  expect(message.readUInt32BE(length - 4)).toBe(crc32(message.subarray(0, length - 4)));
  const headers = message.readUInt32BE(4);
  expect(message.subarray(12 + headers, length - 4).toString()).toBe('{"text":"é"}');
  expect(message.subarray(12, 12 + headers).toString('latin1')).toContain(':event-type\u0007\u0000\u0005first');
  expect(bytes.readUInt32BE(length)).toBe(bytes.length - length);
});
