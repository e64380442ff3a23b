import { identityStatements, listOf, textsOf } from '../../policy';
import { textOf } from '../../policy-text';
import { fixOf } from '../../property-rule';
import type { Rule } from '../../rule';

/** Name the resource: a prompt that is injected reaches what the agent was never meant to use. */
export const iamNameWildcard: Rule = {
  code: 'IamNameWildcard',
  family: 'iam',
  pack: 'production',
  safeguard: 'least-privilege',
  rationale: 'A prompt that is injected reaches what the agent was never meant to use.',
  source: { url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html', asOf: '2026-11-30' },
  types: ['AWS::IAM::ManagedPolicy', 'AWS::IAM::Policy', 'AWS::IAM::Role'],
  check: (node) =>
    identityStatements(node).flatMap(({ path, statement }) => {
      if (statement.Effect !== 'Allow' || isReading(textsOf(statement.Action))) return [];
      return listOf(statement.Resource).flatMap((resource) => {
        const text = textOf(resource);
        if (text === undefined || !isWide(text)) return [];
        return [
          { path: `${path}.Resource`, message: `allows every resource of ${text}`, fix: fixOf('IamNameWildcard') },
        ];
      });
    }),
};

const everyResource =
  /^arn:[^:]*:(?:(?:aoss|bedrock|bedrock-agentcore|codebuild|codepipeline|dynamodb|es|execute-api|ecr|iam|kms|lambda|rds-db|s3vectors|sagemaker|secretsmanager|sns|sqs|states):[^:]*:[^:]*:(?:\*|[a-z-]+[/:]\*)|s3:::\*(?:\/\*)?)$/;

function isWide(resource: string): boolean {
  return everyResource.test(resource);
}

/** Actions that describe and list, which a policy may allow on every resource of a service. */
function isReading(actions: readonly string[]): boolean {
  return actions.length > 0 && actions.every((action) => /:(?:Describe|List)/.test(action));
}
