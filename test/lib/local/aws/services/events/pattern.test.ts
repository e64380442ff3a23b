import type { Json } from '../../../../../../lib/constraints/json';
import { eventMatcher, UnreadPattern } from '../../../../../../lib/local/aws/services/events/pattern';
import { targetInput } from '../../../../../../lib/local/aws/services/events/target-input';

const event = {
  source: 'llmops.release',
  resources: ['arn:a', 'arn:b'],
  detail: {
    state: 'Sealed',
    score: 0.93,
    env: null,
    region: 'eu-central-1',
    gates: [{ id: 'quality' }, { id: 'safety' }],
  },
};

it.each([
  [{ source: ['llmops.release', 'other'] }, true],
  [{ source: ['other'] }, false],
  [{ resources: ['arn:b'] }, true],
  [{ detail: { state: [{ prefix: 'Sea' }] } }, true],
  [{ detail: { state: [{ prefix: { 'equals-ignore-case': 'sEA' } }] } }, true],
  [{ detail: { state: [{ suffix: 'ed' }], region: [{ wildcard: 'eu-*-1' }] } }, true],
  [{ detail: { region: [{ wildcard: 'eu-*2' }] } }, false],
  [{ detail: { state: [{ 'equals-ignore-case': 'SEALED' }] } }, true],
  [{ detail: { state: [{ 'anything-but': ['Sealed', 'Open'] }] } }, false],
  [{ detail: { state: [{ 'anything-but': { prefix: 'Op' } }] } }, true],
  [{ detail: { absent: [{ 'anything-but': 'x' }] } }, false],
  [{ detail: { score: [{ numeric: ['>', 0.9, '<=', 1] }] } }, true],
  [{ detail: { score: [{ numeric: ['=', 0.9] }] } }, false],
  [{ detail: { state: [{ exists: true }], absent: [{ exists: false }] } }, true],
  [{ detail: { state: [{ exists: false }] } }, false],
  [{ other: { absent: [{ exists: false }] } }, true],
  [{ detail: { env: [null] } }, true],
  [{ detail: { gates: { id: ['safety'] } } }, true],
  [{ detail: { $or: [{ state: ['Open'] }, { score: [{ numeric: ['>', 0.9] }] }] } }, true],
])('pattern %j matches: %s', (pattern, expected) => {
  expect(eventMatcher(pattern as Json)(event)).toBe(expected);
});

it.each([
  [{ detail: { ip: [{ cidr: '10.0.0.0/8' }] } }, /the operator cidr/],
  [{ source: 'x' }, /source has no list/],
  [{ detail: { n: [{ numeric: ['>'] }] } }, /numeric with/],
  [[], /object of fields/],
])('does not read %j', (pattern, reason) => {
  const read = () => eventMatcher(pattern);
  expect(read).toThrow(UnreadPattern);
  expect(read).toThrow(reason);
});

it.each([
  [{}, event],
  [{ Input: '{"constant":1}' }, { constant: 1 }],
  [{ InputPath: '$.detail.state' }, 'Sealed'],
  [
    {
      InputTransformer: {
        InputPathsMap: { s: '$.detail.state', n: '$.detail.score', g: '$.detail.gates' },
        InputTemplate: '{"text": "state <s> of <aws.events.rule-name>", "score": <n>, "gates": <g>}',
      },
    },
    { text: 'state Sealed of rule', score: 0.93, gates: event.detail.gates },
  ],
  [{ InputTransformer: { InputPathsMap: { s: '$.detail.state' }, InputTemplate: 'is <s>' } }, 'is Sealed'],
  [{ InputTransformer: { InputPathsMap: {}, InputTemplate: '{"broken": <s>}' } }, undefined],
])('gives a target %j its input', (target, expected) => {
  const rule = { arn: 'arn:rule', name: 'rule', receivedAt: '2026-12-01T00:00:00.000Z' };
  expect(targetInput(target as never, event, rule)).toEqual(expected);
});
