import type { Breach, Constraint } from '../constraint';
import type { PolicyDocument } from './documents';
import { judgePolicies, typesWithPolicies } from './documents';
import type { Policy, Statement } from './policy';

/** Whether an element is written, known or not. */
function has({ written }: Statement, ...names: readonly string[]): boolean {
  return names.some((name) => Object.hasOwn(written, name));
}

/** The elements that a statement needs or must not have, by what the policy belongs to. */
function elements({ policy, kind, needsResource }: PolicyDocument): readonly Breach[] {
  return policy.statements.flatMap((statement) => {
    const found: Breach[] = [];
    const { pointer } = statement;
    // KMS takes a statement without Action or Resource, which has no effect: CreateKey of its API reference.
    if (kind !== 'key' && !has(statement, 'Action', 'NotAction')) {
      found.push({
        pointer,
        problem: 'Policy statement must contain actions. The statement has neither Action nor NotAction',
        fix: 'Add an Action.',
      });
    }
    if (needsResource && !has(statement, 'Resource', 'NotResource')) {
      found.push({
        pointer,
        problem: 'Policy statement must contain resources. The statement has neither Resource nor NotResource',
        fix: 'Add a Resource.',
      });
    }
    if (kind === 'trust' && has(statement, 'Resource', 'NotResource')) {
      found.push({
        pointer,
        problem: 'Has prohibited field Resource. A trust policy speaks about its own role, expected no Resource',
        fix: 'Remove Resource.',
      });
    }
    if (kind === 'identity' && has(statement, 'Principal', 'NotPrincipal')) {
      found.push({
        pointer,
        problem:
          'Policy document should not specify a principal. The policy belongs to the identity that it is attached to',
        fix: 'Remove Principal.',
      });
    }
    if (kind !== 'identity' && !has(statement, 'Principal', 'NotPrincipal')) {
      found.push({
        pointer,
        problem: 'Missing required field Principal. The statement does not say whom it is about',
        fix: 'Add a Principal.',
      });
    }
    return found;
  });
}

const sidForm = /^[0-9A-Za-z]*$/;

/** Identifiers of statements. Other services than IAM allow more characters, and this does not judge them. */
function sids({ policy: { statements }, kind }: PolicyDocument): readonly Breach[] {
  if (kind !== 'identity' && kind !== 'trust') return [];
  const seen = new Set<string>();
  return statements.flatMap(({ sid, pointer }) => {
    if (sid === undefined || sid === '') return [];
    const found: Breach[] = [];
    if (!sidForm.test(sid)) {
      found.push({
        pointer: `${pointer}/Sid`,
        problem: `Statement IDs (SID) must be alpha-numeric. Check that your input satisfies the regular expression [0-9A-Za-z]*. Sid is '${sid}'`,
        fix: `Write '${sid.replaceAll(/[^0-9A-Za-z]/g, '')}'.`,
      });
    }
    if (seen.has(sid)) {
      found.push({
        pointer: `${pointer}/Sid`,
        problem: `Statement IDs (SID) in a single policy must be unique. '${sid}' is the Sid of an earlier statement too`,
        fix: 'Give each statement another Sid, or none.',
      });
    }
    seen.add(sid);
    return found;
  });
}

function syntax({ policy }: { readonly policy: Policy }): readonly Breach[] {
  return policy.problems;
}

/** A policy document must follow the grammar of IAM, and have the elements that its kind needs. */
export const policyGrammar: Constraint = {
  id: 'policy-grammar',
  types: typesWithPolicies(['identity', 'trust', 'resource', 'key']),
  source: {
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html',
    asOf: '2026-11-30',
  },
  check: (resource) =>
    judgePolicies(resource, (document) => [...syntax(document), ...elements(document), ...sids(document)]),
};
