import type { Issue, Result } from '../platform';
import type { Unnarrowed } from './grants';
import { grantsOf } from './grants';
import type { PolicyDocument } from './policies';
import { digestOf, managedPoliciesOfARole, policiesOf } from './policies';
import type { RightsStack, RightsTarget } from './stack-template';
import { readParameters, resourcesOf } from './stack-template';
import type { Statement } from './statements';
import { statementsOf } from './statements';

/** What CloudFormation may do for the stacks of an environment. */
export interface ExecutionRights {
  readonly statements: readonly Statement[];
  /** The statements as documents, each within the size of a managed policy. */
  readonly policies: readonly PolicyDocument[];
  /** Digest of the documents: another digest, other rights. */
  readonly digest: string;
  /** Parameters of other stacks that the stacks read when they are deployed. */
  readonly readParameters: readonly string[];
}

/** Derives the rights from the templates; every resource that keeps them from being narrowed is an issue. */
export function executionRights(stacks: readonly RightsStack[], target: RightsTarget): Result<ExecutionRights> {
  const { grants, unnarrowed } = grantsOf(resourcesOf(stacks), target);
  const statements = statementsOf(grants);
  const policies = policiesOf(statements);
  const issues = [...unnarrowed.map(issueOf), ...tooMany(policies.length)];
  if (issues.length > 0) return { ok: false, issues };
  const value = { statements, policies, digest: digestOf(policies), readParameters: readParameters(stacks) };
  return { ok: true, value, issues: [] };
}

const reasons: Readonly<Record<Unnarrowed['because'], Pick<Issue, 'message' | 'expected' | 'fix'>>> = {
  type: {
    message: 'no source here says which actions CloudFormation needs for this type',
    expected: 'a type whose handlers are known',
    fix: 'deploy the resource in a stack of its own, with a role of its own',
  },
  name: {
    message: 'nothing of its name is known before it is deployed, so its rights would be for every name',
    expected: 'a name in the template, or none',
    fix: 'write a name, or leave it to CloudFormation',
  },
  role: {
    message: 'the role that it carries is not known before it is deployed, so it could be passed any role',
    expected: 'a role of the same stack, or the ARN of a role',
    fix: 'write the ARN of the role',
  },
  'service-linked-role': {
    message: 'no source here says which service-linked role its service makes',
    expected: 'a resource whose service-linked role is known',
    fix: 'deploy the resource in a stack of its own, with a role of its own',
  },
};

function issueOf({ resource, because }: Unnarrowed): Issue {
  const { stack, logicalId, type } = resource;
  return { code: 'RightsNotNarrowed', path: `${stack}.${logicalId}`, got: type, ...reasons[because] };
}

function tooMany(count: number): readonly Issue[] {
  if (count <= managedPoliciesOfARole) return [];
  return [
    {
      code: 'TooManyPolicies',
      path: 'policies',
      message: 'a role takes fewer managed policies than the rights need',
      got: count,
      expected: `at most ${managedPoliciesOfARole}`,
      fix: 'give environments of one account and region bootstrap stacks of their own: write bootstrapQualifier',
    },
  ];
}
