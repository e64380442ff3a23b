import { serverEvents } from '../../../../lib/local/model/server-events';

it.each([
  ['a stream with its end', 'data: {"a":1}\n\ndata: [DONE]\n\n', ['{"a":1}'], false],
  [
    'lines of other kinds and other line ends',
    ': hello\r\n\r\nevent: x\r\ndata:{"a":1}\r\n\r\ndata: [DONE]\r\n\r\n',
    ['{"a":1}'],
    false,
  ],
  ['data on several lines', 'data: {"a":\ndata: 1}\n\ndata: [DONE]\n\n', ['{"a":\n1}'], false],
  ['what stands after the end', 'data: [DONE]\n\ndata: {}\n\n', [], false],
  ['an event without its end', 'data: {"a":1}\n\ndata: {"b"', ['{"a":1}'], true],
  ['nothing', '', [], true],
])('reads %s', (_what, body, events, broken) => {
  expect(serverEvents(body)).toEqual({ events, broken });
});
