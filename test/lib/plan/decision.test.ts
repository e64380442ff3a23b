import type { EnvironmentPlan, SettledPlan } from '../../../lib/plan';
import { canonicalJson, decide, settle, walkDecisions } from '../../../lib/plan';
import { environmentPlan } from '../../helpers/plan';

test('strips every reason and keeps every value', () => {
  const tree = {
    plain: 'text',
    one: decide(1, 'r.one', 'because one'),
    branch: { list: decide(['a', 'b'], 'r.list', 'because a and b'), none: decide(false, 'r.none', 'because no') },
  };
  expect(settle(tree)).toEqual({ plain: 'text', one: 1, branch: { list: ['a', 'b'], none: false } });
});

test('keeps a value that itself has a field called value', () => {
  expect(settle({ tag: decide({ value: 'x' }, 'r.tag', 'a tag') })).toEqual({ tag: { value: 'x' } });
});

test('settles a whole plan to what stacks take', () => {
  const planned: EnvironmentPlan = environmentPlan();
  const settled: SettledPlan = settle(planned);
  expect(settled.aws?.parameterPrefix).toBe('/llmops/support/dev');
  expect(canonicalJson(settled)).not.toContain('"because"');
  expect([...walkDecisions(settled)]).toEqual([]);
});

test('writes the same bytes for the same content, keys sorted and undefined left out', () => {
  expect(canonicalJson({ b: [2, { z: 1, a: 2 }], a: undefined, c: null })).toBe(
    '{\n  "b": [\n    2,\n    {\n      "a": 2,\n      "z": 1\n    }\n  ],\n  "c": null\n}\n',
  );
});

test('reads back what it wrote', () => {
  const planned = environmentPlan();
  expect(JSON.parse(canonicalJson(planned))).toEqual(planned);
});
