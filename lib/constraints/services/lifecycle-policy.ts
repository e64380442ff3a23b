import type { Breach, Constraint } from '../constraint';
import { isList, isObject } from '../json';
import { at, numberAt } from '../value';
import { readJsonText } from './json-text';

const pointer = '#/LifecyclePolicy/LifecyclePolicyText';
const words =
  "Invalid parameter at 'LifecyclePolicyText' failed to satisfy constraint: 'Lifecycle policy validation failure:";

function breach(problem: string, fix: string): Breach {
  return { pointer, problem: `${words} ${problem}'`, fix };
}

/** The rules of a lifecycle policy have priorities of their own, a selection and an action. */
export const lifecyclePolicy: Constraint = {
  id: 'lifecycle-policy',
  types: ['AWS::ECR::Repository'],
  source: {
    url: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/lifecycle_policy_parameters.html',
    asOf: '2026-11-30',
  },
  check: ({ properties }) => {
    const text = readJsonText(at(properties, 'LifecyclePolicy', 'LifecyclePolicyText'));
    if (text === undefined || text === 'broken') return [];
    const rules = at(text.value, 'rules');
    if (!isList(rules) || rules.length === 0) return [breach('The policy has no list of rules', 'Add rules.')];
    const priorities = new Set<number>();
    return rules.flatMap((rule, index) => {
      const missing = isObject(rule)
        ? ['rulePriority', 'selection', 'action'].filter((name) => !Object.hasOwn(rule, name))
        : ['rulePriority'];
      const found = missing.map((name) => breach(`Rule ${index} has no ${name}`, `Add ${name}.`));
      const priority = numberAt(rule, 'rulePriority');
      if (priority !== undefined && priorities.has(priority)) {
        found.push(
          breach(`Rule ${index} has the rulePriority ${priority} of another rule`, 'Write another rulePriority.'),
        );
      }
      if (priority !== undefined) priorities.add(priority);
      return found;
    });
  },
};
