import { tryParseJson } from '../../lib/constraints/json';
import { contextOf } from '../../lib/local/aws/iam/context';
import type { Policy } from '../../lib/local/aws/iam/policy';
import { answerOf, policyOf } from '../../lib/local/aws/iam/policy';
import type { PolicyJudge } from '../../lib/preflight';

const policies = new Map<unknown, Policy>();

/** A document as the evaluator of the local cloud reads it, once. */
function policyOfDocument(document: unknown): Policy {
  const known = policies.get(document);
  if (known !== undefined) return known;
  const policy = policyOf(tryParseJson(JSON.stringify(document)));
  policies.set(document, policy);
  return policy;
}

/** Decides about organisation and role policies with the evaluator of the local cloud. */
export const judge: PolicyJudge = (documents, { action, resource, context }) => {
  const request = { action, resource, context: contextOf(context) };
  const caller = { account: context['aws:PrincipalAccount'] ?? '', arn: context['aws:PrincipalArn'] };
  const answers = documents.map((document) => answerOf(policyOfDocument(document), request, caller));
  return {
    denies: answers.some(({ denies }) => denies),
    allows: answers.some(({ allows }) => allows !== undefined),
  };
};
