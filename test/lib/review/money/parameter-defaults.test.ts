import { defaultsIn, withDefaults } from '../../../../lib/review/money/parameter-defaults';

test('defaults are those of texts and numbers that stand in the template', () => {
  const parameters = {
    Type: { Type: 'String', Default: 'ml.t3.medium' },
    Count: { Type: 'Number', Default: 2 },
    Image: { Type: 'AWS::SSM::Parameter::Value<String>', Default: '/aws/image' },
    Open: { Type: 'String' },
    Wrong: null,
  };
  expect(defaultsIn(parameters)).toEqual({ Type: 'ml.t3.medium', Count: 2 });
});

test('a reference to a parameter becomes its default, and every other value stays', () => {
  const properties = { A: { Ref: 'Type' }, B: [{ C: { Ref: 'Other' } }], D: { Ref: 'toString' }, E: null };
  expect(withDefaults(properties, { Type: 'ml.t3.medium' })).toEqual({ ...properties, A: 'ml.t3.medium' });
});
