import type { Statement } from '../../../lib/rights';
import { missingRights } from '../../../lib/rights';

const model = 'arn:aws:sagemaker:eu-central-1:111111111111:model/notes-*';
const needed: readonly Statement[] = [
  { Effect: 'Allow', Action: ['sagemaker:CreateModel', 'sagemaker:DeleteModel'], Resource: [model] },
  {
    Effect: 'Allow',
    Action: ['iam:PassRole'],
    Resource: ['arn:aws:iam::111111111111:role/notes-*'],
    Condition: { StringEquals: { 'iam:PassedToService': 'sagemaker.amazonaws.com' } },
  },
];

function live(
  ...statements: readonly Readonly<Record<string, string | string[] | Record<string, Record<string, string>>>>[]
) {
  return { Version: '2012-10-17', Statement: statements.map((one) => ({ Effect: 'Allow', Resource: '*', ...one })) };
}

const condition = { StringEquals: { 'iam:PassedToService': 'sagemaker.amazonaws.com' } };

test.each<[string, ReturnType<typeof live>[], readonly string[]]>([
  ['nothing', [], ['sagemaker:CreateModel', 'sagemaker:DeleteModel', 'iam:PassRole']],
  ['an administrator', [live({ Action: '*' })], []],
  ['a wildcard in another case', [live({ Action: 'SageMaker:*' })], ['iam:PassRole']],
  ['one of the actions', [live({ Action: ['sagemaker:CreateModel'] })], ['sagemaker:DeleteModel', 'iam:PassRole']],
  [
    'the actions on one resource',
    [live({ Action: 'sagemaker:*', Resource: model.replace('*', 'chat') })],
    ['sagemaker:CreateModel', 'sagemaker:DeleteModel', 'iam:PassRole'],
  ],
  [
    'the actions on a wider pattern',
    [live({ Action: 'sagemaker:*', Resource: 'arn:aws:sagemaker:*:*:model/*' })],
    ['iam:PassRole'],
  ],
  ['two policies', [live({ Action: 'sagemaker:*' }), live({ Action: 'iam:PassRole', Condition: condition })], []],
  [
    'another condition',
    [
      live({ Action: 'sagemaker:*' }),
      live({ Action: 'iam:PassRole', Condition: { StringEquals: { 'iam:PassedToService': 'lambda.amazonaws.com' } } }),
    ],
    ['iam:PassRole'],
  ],
  [
    'a statement that denies',
    [live({ Effect: 'Deny', Action: '*' })],
    ['sagemaker:CreateModel', 'sagemaker:DeleteModel', 'iam:PassRole'],
  ],
])('beyond %s', (_name, policies, actions) => {
  expect(missingRights(policies, needed).map(({ action }) => action)).toEqual(actions);
});

test('a missing right has its resources and its condition', () => {
  expect(missingRights([live({ Action: 'sagemaker:*' })], needed)).toEqual([
    { action: 'iam:PassRole', resources: ['arn:aws:iam::111111111111:role/notes-*'], condition },
  ]);
});

test('a document that is none allows nothing', () => {
  expect(missingRights(['text', { Statement: 'text' }], needed)).toHaveLength(3);
});
