import type { Breach, Constraint } from '../constraint';
import { suggestion } from '../suggest';
import { judgePolicies, typesWithPolicies } from './documents';
import { actionPrefixes, actionsOf, actionSource } from './facts/actions';
import type { Located } from './policy';

type Problem = Pick<Breach, 'problem' | 'fix'>;

/** What is wrong with the form of an action, such as `GetObject` without its service; undefined when nothing is. */
function formProblem(action: string): Problem | undefined {
  if (/^\*+$/.test(action)) return undefined;
  const [prefix = '', name, ...rest] = action.split(':');
  if (name === undefined) {
    return {
      problem: `Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc. The action is '${action}'`,
      fix: `Write the action with the prefix of its service, such as ${owner(action) ?? 's3'}:${action}.`,
    };
  }
  if (rest.length > 0) {
    return {
      problem: `Actions/Condition can contain only one colon. The action is '${action}'`,
      fix: 'Write service:Action.',
    };
  }
  return prefix === '*' || /^[A-Za-z0-9.-]+$/.test(prefix)
    ? undefined
    : { problem: `Vendor ${prefix} is not valid. The action is '${action}'`, fix: 'Write the prefix of one service.' };
}

/** A usual service that has an action of that name. */
function owner(name: string): string | undefined {
  return ['s3', 'ec2', 'iam', 'lambda', 'dynamodb', 'sqs', 'sns', 'kms', 'logs', 'bedrock', 'sagemaker'].find(
    (prefix) => actionsOf(prefix)?.includes(name),
  );
}

/** What is wrong with the name of an action of a right form, such as `s3:GetObjekt`; undefined when nothing is. */
function nameProblem(action: string): Problem | undefined {
  if (formProblem(action) !== undefined) return undefined;
  const [prefix = '', name] = action.split(':');
  if (name === undefined || prefix === '*') return undefined;
  const actions = actionsOf(prefix.toLowerCase());
  const asOf = `the list of ${actionSource.asOf}`;
  if (actions === undefined) {
    const near = suggestion(prefix.toLowerCase(), actionPrefixes());
    return {
      problem: `${prefix} is not the prefix of a service in ${asOf}, so ${action} grants nothing${meant(near)}`,
      fix: near === undefined ? 'Write the prefix of a service.' : `Write ${near}:${name}.`,
    };
  }
  if (matchesOne(name, actions)) return undefined;
  if (/[*?]/.test(name)) {
    return {
      problem: `${action} matches no action of ${prefix} in ${asOf}, so it grants nothing`,
      fix: 'Write a pattern that matches an action.',
    };
  }
  const near = suggestion(name, actions);
  return {
    problem: `${name} is not an action of ${prefix} in ${asOf}, so ${action} grants nothing${meant(near)}`,
    fix: near === undefined ? `Write an action of ${prefix}.` : `Write ${prefix}:${near}.`,
  };
}

function meant(near: string | undefined): string {
  return near === undefined ? '' : ` (did you mean ${near}?)`;
}

/** Whether a name or pattern matches an action. Actions are compared without case. */
function matchesOne(name: string, actions: readonly string[]): boolean {
  const lower = name.toLowerCase();
  if (!/[*?]/.test(name)) return actions.some((action) => action.toLowerCase() === lower);
  const pattern = lower
    .replaceAll(/[^a-z0-9*?]/g, String.raw`\$&`)
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  const expression = new RegExp(`^${pattern}$`);
  return actions.some((action) => expression.test(action.toLowerCase()));
}

/** Judges every action of every policy, each text once. */
function eachAction(problemOf: (action: string) => Problem | undefined): Constraint['check'] {
  const judged = new Map<string, Problem | undefined>();
  const judge = ({ text, pointer }: Located): readonly Breach[] => {
    if (!judged.has(text)) judged.set(text, problemOf(text));
    const found = judged.get(text);
    return found === undefined ? [] : [{ pointer, ...found }];
  };
  return (resource) =>
    judgePolicies(resource, ({ policy }) =>
      policy.statements.flatMap(({ action, notAction }) =>
        [...(action?.known ?? []), ...(notAction?.known ?? [])].flatMap(judge),
      ),
    );
}

/** An action of a policy has the form of one service and one name. */
export const policyAction: Constraint = {
  id: 'policy-action',
  types: typesWithPolicies(['identity', 'trust', 'resource', 'key']),
  source: {
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html',
    asOf: '2026-11-30',
  },
  check: eachAction(formProblem),
};

/**
 * Every action of a policy should exist: prefix and name, and a pattern should match at least one. IAM stores one that does
 * not exist, and grants nothing.
 */
export const policyActionKnown: Constraint = {
  id: 'policy-action-known',
  types: policyAction.types,
  source: actionSource,
  taken: true,
  check: eachAction(nameProblem),
};
