import type { PlacedStatement } from '../../policy';
import { identityStatements, listOf, matchesPattern, textsOf } from '../../policy';
import { textOf } from '../../policy-text';
import { fixOf } from '../../property-rule';
import type { Rule } from '../../rule';

/** Deny bedrock:InvokeModel unless bedrock:GuardrailIdentifier is your guardrail: code that leaves the guardrail out is not stopped. */
export const invokeWithoutGuardrail: Rule = {
  code: 'InvokeWithoutGuardrail',
  family: 'iam',
  pack: 'regulated',
  safeguard: 'model-safety',
  rationale: 'Code that leaves the guardrail out is not stopped.',
  source: {
    url: 'https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-permissions-id.html',
    asOf: '2026-11-30',
  },
  types: ['AWS::IAM::Role', 'AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy'],
  check: (node) => {
    const statements = identityStatements(node);
    if (statements.some(({ statement }) => namesGuardrail(statement))) return [];
    return statements
      .filter(({ statement }) => statement.Effect === 'Allow' && invokes(statement) && !embedsOnly(statement))
      .map(({ path }) => ({
        path,
        message: 'allows model calls without a guardrail',
        fix: fixOf('InvokeWithoutGuardrail'),
      }));
  },
};

type Statement = PlacedStatement['statement'];

function invokes(statement: Statement): boolean {
  return textsOf(statement.Action).some((pattern) => matchesPattern(pattern, 'bedrock:InvokeModel', true));
}

/** A denial or an allowance that depends on the guardrail of the call. */
function namesGuardrail(statement: Statement): boolean {
  return JSON.stringify(statement.Condition ?? {})
    .toLowerCase()
    .includes('bedrock:guardrailidentifier');
}

/** A guardrail does not judge embeddings. */
function embedsOnly(statement: Statement): boolean {
  const models = listOf(statement.Resource).map((resource) => textOf(resource) ?? '');
  return models.length > 0 && models.every((model) => model.includes('embed'));
}
