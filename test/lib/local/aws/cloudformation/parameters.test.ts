import { effectiveParameters } from '../../../../../lib/local/aws/cloudformation/parameters';
import type { JsonObject } from '../../../../../lib/local/aws/json';

const store = new Map([['/ami', 'ami-1']]);
const effective = (declaration: JsonObject, value?: string): unknown =>
  effectiveParameters(
    { P: declaration },
    value === undefined ? [] : [{ key: 'P', value, usePreviousValue: false }],
    [],
    (name) => store.get(name),
  )[0]?.effective;

test.each<[string, JsonObject, string | undefined, unknown]>([
  ['a default', { Type: 'String', Default: 'x' }, undefined, 'x'],
  ['a value over a default', { Type: 'String', Default: 'x' }, 'y', 'y'],
  ['a numeric default as text', { Type: 'Number', Default: 3 }, undefined, '3'],
  ['a comma-delimited list, trimmed', { Type: 'CommaDelimitedList' }, 'a, b', ['a', 'b']],
  ['a list of ids', { Type: 'List<AWS::EC2::Subnet::Id>' }, 'subnet-1,subnet-2', ['subnet-1', 'subnet-2']],
  ['an SSM parameter by its name', { Type: 'AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>' }, '/ami', 'ami-1'],
  ['an empty value', { Type: 'String' }, '', ''],
])('reads %s', (_name, declaration, value, expected) => {
  expect(effective(declaration, value)).toEqual(expected);
});

test.each<[string, JsonObject, string | undefined, RegExp]>([
  ['no value and no default', { Type: 'String' }, undefined, /Parameters: \[P\] must have values/],
  [
    'a value outside AllowedValues',
    { Type: 'String', AllowedValues: ['a', 'b'] },
    'c',
    /Parameter 'P' must be one of AllowedValues \[a, b\]/,
  ],
  [
    'part of a value matching the pattern',
    { Type: 'String', AllowedPattern: '[a-z]+' },
    'abc1',
    /must match pattern \[a-z\]\+/,
  ],
  ['text for a number', { Type: 'Number' }, 'many', /must be a number/],
  ['a number below MinValue', { Type: 'Number', MinValue: 2 }, '1', /not less than 2/],
  ['text longer than MaxLength', { Type: 'String', MaxLength: 2 }, 'abc', /at most 2 characters/],
  [
    'an SSM parameter that does not exist',
    { Type: 'AWS::SSM::Parameter::Value<String>' },
    '/none',
    /Unable to fetch parameters \[\/none\]/,
  ],
  ['an unknown type', { Type: 'Strng' }, 'x', /Unrecognized parameter type: Strng/],
])('fails on %s', (_name, declaration, value, message) => {
  expect(() => effective(declaration, value)).toThrow(message);
});

test('fails on a value for a parameter the template does not have', () => {
  expect(() =>
    effectiveParameters({}, [{ key: 'Extra', value: 'x', usePreviousValue: false }], [], () => undefined),
  ).toThrow(/\[Extra\] do not exist in the template/);
});

test('UsePreviousValue keeps the value of the last deployment', () => {
  const previous = effectiveParameters(
    { P: { Type: 'String' } },
    [{ key: 'P', value: 'old', usePreviousValue: false }],
    [],
    () => undefined,
  );
  const next = effectiveParameters(
    { P: { Type: 'String', Default: 'new' } },
    [{ key: 'P', value: undefined, usePreviousValue: true }],
    previous,
    () => undefined,
  );
  expect(next[0]?.effective).toBe('old');
});
