import type { JsonObject } from '../../../../../lib/constraints/json';
import type {
  ParameterInput,
  ParameterSources,
  StackParameter,
} from '../../../../../lib/local/aws/cloudformation/parameters';
import { effectiveParameters as evaluated } from '../../../../../lib/local/aws/cloudformation/parameters';

function effectiveParameters(
  declarations: JsonObject,
  inputs: readonly ParameterInput[],
  previous: readonly StackParameter[],
  ssm: ParameterSources['ssm'],
) {
  return evaluated(declarations, inputs, { previous, ssm, exists: () => true, unverified: () => undefined });
}

const store = new Map([
  ['/ami', 'ami-1'],
  ['/list', 'x, y'],
]);
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
  ['a value of exactly MinLength', { Type: 'String', MinLength: 2 }, 'ab', 'ab'],
  ['a value of exactly MaxLength', { Type: 'String', MaxLength: '2' }, 'ab', 'ab'],
  ['a number of exactly MinValue', { Type: 'Number', MinValue: 2 }, '2', '2'],
  ['a number of exactly MaxValue', { Type: 'Number', MaxValue: 2 }, '2', '2'],
  ['a value among AllowedValues', { Type: 'Number', AllowedValues: [1, 2] }, '2', '2'],
  [
    'a list whose elements are all allowed',
    { Type: 'CommaDelimitedList', AllowedValues: ['a', 'b'] },
    'a, b',
    ['a', 'b'],
  ],
  ['a name of an SSM parameter as it is', { Type: 'AWS::SSM::Parameter::Name' }, '/ami', '/ami'],
  ['an SSM parameter that is a list', { Type: 'AWS::SSM::Parameter::Value<List<String>>' }, '/list', ['x', 'y']],
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
  ['text for a number that is blank', { Type: 'Number' }, ' ', /must be a number/],
  ['a number above MaxValue', { Type: 'Number', MaxValue: 2 }, '3', /not greater than 2/],
  ['text shorter than MinLength', { Type: 'String', MinLength: 2 }, 'a', /at least 2 characters/],
  ['one element outside AllowedValues', { Type: 'CommaDelimitedList', AllowedValues: ['a'] }, 'a,b', /must be one of/],
  [
    'one element that does not match the pattern',
    { Type: 'CommaDelimitedList', AllowedPattern: '[a-z]+' },
    'a,B',
    /must match pattern/,
  ],
  [
    'a value with the description of its constraint',
    { Type: 'String', MaxLength: 1, ConstraintDescription: 'one letter' },
    'ab',
    /^Parameter 'P' must contain at most 1 characters: one letter$/,
  ],
  ['text longer than MaxLength', { Type: 'String', MaxLength: 2 }, 'abc', /at most 2 characters/],
  [
    'an SSM parameter that does not exist',
    { Type: 'AWS::SSM::Parameter::Value<String>' },
    '/none',
    /Unable to fetch parameters \[\/none\]/,
  ],
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

test('all missing values, and all unknown names, are listed at once', () => {
  const none = () => undefined;
  expect(() => effectiveParameters({ A: { Type: 'String' }, B: { Type: 'String' } }, [], [], none)).toThrow(
    'Parameters: [A, B] must have values',
  );
  const input = (key: string) => ({ key, value: 'x', usePreviousValue: false });
  expect(() => effectiveParameters({}, [input('X'), input('Y')], [], none)).toThrow(
    'Parameters: [X, Y] do not exist in the template',
  );
  expect(() => effectiveParameters({ A: 'text' }, [], [], none)).toThrow('[/Parameters/A] must be an object');
});

test('a parameter shows what was given, what it resolved to and whether it is hidden', () => {
  const of = (declaration: JsonObject, value: string) =>
    effectiveParameters({ P: declaration }, [{ key: 'P', value, usePreviousValue: false }], [], (name) =>
      store.get(name),
    )[0];
  expect(of({ Type: 'AWS::SSM::Parameter::Value<String>' }, '/ami')).toEqual({
    key: 'P',
    value: '/ami',
    resolvedValue: 'ami-1',
    noEcho: false,
    effective: 'ami-1',
  });
  expect([true, 'true', false, 'false'].map((NoEcho) => of({ Type: 'String', NoEcho }, 'x')?.noEcho)).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

test('a value of the last deployment counts only with UsePreviousValue, and a default follows it', () => {
  const previous = [{ key: 'P', value: 'old', resolvedValue: undefined, noEcho: false, effective: 'old' }];
  const next = (usePreviousValue: boolean, key = 'P') =>
    effectiveParameters(
      { [key]: { Type: 'String', Default: 'new' } },
      [{ key, value: undefined, usePreviousValue }],
      previous,
      () => undefined,
    )[0]?.effective;
  expect([next(true), next(false), next(true, 'Q')]).toEqual(['old', 'new', 'new']);
});

test('values of AWS-specific types that name nothing are listed at once, and those that cannot be checked are noted', () => {
  const notes: string[] = [];
  const known = new Map<string, boolean | 'unknown'>([
    ['vpc-1', true],
    ['ami-1', 'unknown'],
  ]);
  const declarations: JsonObject = {
    Vpc: { Type: 'AWS::EC2::VPC::Id' },
    Subnets: { Type: 'List<AWS::EC2::Subnet::Id>' },
    Image: { Type: 'AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>' },
    Plain: { Type: 'String' },
  };
  const check = (vpc: string, subnets: string) =>
    evaluated(
      declarations,
      Object.entries({ Vpc: vpc, Subnets: subnets, Image: '/ami', Plain: 'x' }).map(([key, value]) => ({
        key,
        value,
        usePreviousValue: false,
      })),
      {
        previous: [],
        ssm: (name) => store.get(name),
        exists: (type, value) => (type === 'AWS::EC2::Subnet::Id' ? value === 'subnet-1' : (known.get(value) ?? false)),
        unverified: (...note) => notes.push(note.join(' ')),
      },
    );
  expect(check('vpc-1', 'subnet-1')).toHaveLength(4);
  expect(notes).toEqual([
    'Image AWS::SSM::Parameter::Value<AWS::EC2::Image::Id> whether ami-1 exists as AWS::EC2::Image::Id',
  ]);
  expect(() => check('vpc-2', 'subnet-1, subnet-2')).toThrow(
    'Parameter validation failed: parameter value vpc-2 for parameter name Vpc does not exist, parameter value subnet-2 for parameter name Subnets does not exist',
  );
});

test('a pattern of Java is checked, noted when it is not translated, and refused when it is none', () => {
  const notes: string[] = [];
  const check = (AllowedPattern: string, value: string) =>
    evaluated({ P: { Type: 'String', AllowedPattern } }, [{ key: 'P', value, usePreviousValue: false }], {
      previous: [],
      ssm: () => undefined,
      exists: () => true,
      unverified: (parameter, _type, what) => notes.push(`${parameter}: ${what}`),
    });
  expect(() => check('[\\w-\\+]+', 'a b')).toThrow("Parameter 'P' must match pattern [\\w-\\+]+");
  expect(() => check('(a', 'a')).toThrow(
    'AllowedPattern of parameter P is no regular expression: a group is not closed',
  );
  expect(check('a*+', 'b')).toHaveLength(1);
  expect(notes).toEqual(['P: AllowedPattern a*+: it uses a possessive quantifier']);
});
