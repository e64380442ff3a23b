import { expressDeployment } from '../../../../../lib/review/rules/ci/express-deployment';
import { judged } from '../../../../helpers/judged';

const project = (command: unknown) => ({
  Source: { BuildSpec: JSON.stringify({ phases: { build: { commands: [command] } } }) },
});

test.each([
  ['npx cdk deploy --express', 1],
  ['aws cloudformation deploy --deployment-mode EXPRESS', 1],
  ['npx cdk deploy --require-approval never', 0],
])('a build that runs %s', (command, count) => {
  expect(judged(expressDeployment, 'AWS::CodeBuild::Project', project(command))).toHaveLength(count);
});

test('says nothing about commands that are not known', () => {
  expect(judged(expressDeployment, 'AWS::CodeBuild::Project', { Source: { BuildSpec: { Ref: 'Spec' } } })).toEqual([]);
});
