import type { PropertyValue } from '../../../graph';
import { isMap, listOf, valueAt } from '../../policy';
import { documentOf } from '../../policy-text';
import { fixOf } from '../../property-rule';
import type { Rule } from '../../rule';

/** Add Retry, Catch and TimeoutSeconds to the task: one throttled call of the model ends the chain, or waits for a year. */
export const workflowTaskRetry: Rule = {
  code: 'WorkflowTaskRetry',
  family: 'application',
  pack: 'production',
  safeguard: 'recovery',
  rationale: 'One throttled call of the model ends the chain, or waits for a year.',
  source: { url: 'https://docs.aws.amazon.com/step-functions/latest/dg/sfn-best-practices.html', asOf: '2026-11-30' },
  types: ['AWS::StepFunctions::StateMachine'],
  check: ({ properties }) => {
    const path = properties.Definition === undefined ? 'DefinitionString' : 'Definition';
    return tasksIn(documentOf(properties[path])).flatMap(([name, task]) => {
      const missing = [
        ...['Retry', 'Catch'].filter((one) => valueAt(task, one) === undefined),
        ...(['TimeoutSeconds', 'TimeoutSecondsPath', 'HeartbeatSeconds'].some((one) => valueAt(task, one) !== undefined)
          ? []
          : ['TimeoutSeconds']),
      ];
      if (missing.length === 0) return [];
      return [
        { path: `${path}.States.${name}`, message: `has no ${missing.join(', ')}`, fix: fixOf('WorkflowTaskRetry') },
      ];
    });
  },
};

/** The tasks of a definition, with those of its branches and maps. */
function tasksIn(definition: PropertyValue | undefined): readonly (readonly [string, PropertyValue])[] {
  const states = valueAt(definition, 'States');
  return Object.entries(isMap(states) ? states : {}).flatMap(([name, state]) => {
    const branches = valueAt(state, 'Branches');
    const inner = [...listOf(branches), valueAt(state, 'ItemProcessor'), valueAt(state, 'Iterator')];
    const own = valueAt(state, 'Type') === 'Task' ? [[name, state] as const] : [];
    return [...own, ...inner.flatMap(tasksIn)];
  });
}
