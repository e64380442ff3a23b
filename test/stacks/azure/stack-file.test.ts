import { parse } from 'yaml';
import { checkStackFile, renderStackFile, stackConfig, stackFileName } from '../../../stacks/azure';
import { settledPlan } from '../../helpers/azure-plan-fixture';

const plan = settledPlan('dev');
const stage = 'evaluation';
const text = renderStackFile(plan, stage);
const check = (edited: string) => checkStackFile(edited, plan, stage);

test('is named as Pulumi looks for it', () => {
  expect(stackFileName({ environment: 'dev', stage })).toBe('Pulumi.dev-evaluation.yaml');
});

test('holds the configuration of the plan and says who wrote which keys', () => {
  expect(parse(text)).toEqual({ config: stackConfig(plan, stage) });
  expect(text).toMatch(/^# The azure-native and llmops-kit keys are generated .*llmops lint --fix/);
  expect(check(text)).toEqual([]);
});

describe('keys that the kit does not own', () => {
  const users = [
    '# a note of the team',
    'secretsprovider: passphrase',
    'encryptionsalt: v1:abc:v1:def',
    'config:',
    '  azure-native:useOidc: "true"',
    '  azure-native:location: westus',
    '  app:token:',
    '    secure: v1:ghi',
    'environment:',
    '  - shared',
    '',
  ].join('\n');

  test('are kept with their comments, and those of the kit are written', () => {
    const fixed = renderStackFile(plan, stage, users);
    expect(parse(fixed)).toEqual({
      secretsprovider: 'passphrase',
      encryptionsalt: 'v1:abc:v1:def',
      config: { 'azure-native:useOidc': 'true', ...stackConfig(plan, stage), 'app:token': { secure: 'v1:ghi' } },
      environment: ['shared'],
    });
    expect(fixed).toContain('# a note of the team');
    expect(check(fixed)).toEqual([]);
    expect(renderStackFile(plan, stage, fixed)).toBe(fixed);
  });

  test('are no difference', () => {
    expect(check(`encryptionsalt: v1:abc\n${text}  azure-native:useOidc: "true"\n`)).toEqual([]);
  });

  test('are kept where the file had no configuration, as after `pulumi stack init`', () => {
    expect(parse(renderStackFile(plan, stage, 'encryptionsalt: v1:abc\n'))).toEqual({
      encryptionsalt: 'v1:abc',
      config: stackConfig(plan, stage),
    });
  });
});

test.each([
  ['another value', text.replace('swedencentral', 'westus'), 'config.azure-native:location', 'westus'],
  ['another type', text.replace('swedencentral', '7'), 'config.azure-native:location', 7],
  ['the file of another stage', renderStackFile(plan, 'deployment'), 'config.llmops-kit:stage', 'deployment'],
])('fails on %s', (_, edited, path, got) => {
  const issues = check(edited);
  expect(issues.map((issue) => [issue.code, issue.path])).toEqual([['StackFileEdited', path]]);
  expect(issues[0]?.got).toEqual(got);
});

test('fails on every missing key', () => {
  expect(check('').map(({ path }) => path)).toEqual(
    Object.keys(stackConfig(plan, stage)).map((key) => `config.${key}`),
  );
});

test('fails on text that is not YAML, which it does not say to replace', () => {
  const [issue] = check('config: [');
  expect(issue).toMatchObject({ code: 'StackFileUnreadable' });
  expect(issue?.fix).toContain('secrets of the stack');
});
