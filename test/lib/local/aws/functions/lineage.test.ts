import { depthOf, traceOf } from '../../../../../lib/local/aws/functions/lineage';

test.each([0, 1, 16])('a trace says that %d invocations led to it', (depth) => {
  expect(depthOf(traceOf(depth))).toBe(depth);
});

test.each([undefined, '', 'Root=1-5759e988-bd862e3fe1be46a994272793;Sampled=1', ';Lineage=x:local', ['a', 'b']])(
  'a request of something else, %j, was led to by none',
  (trace) => {
    expect(depthOf(trace)).toBe(0);
  },
);
