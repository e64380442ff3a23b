import type { Constraint } from '../constraint';
import { numberAt } from '../value';

/** An inference component is created with at least one copy; it is scaled to zero only afterwards. */
export const componentCopies: Constraint = {
  id: 'inference-component-copies',
  types: ['AWS::SageMaker::InferenceComponent'],
  // Measured in an account by the author of the issue.
  source: { url: 'https://github.com/stdapi-ai/stdapi.ai/issues/43', asOf: '2026-08-27' },
  check({ properties, type, logicalId }, { list, complete = false }) {
    const copies = numberAt(properties, 'RuntimeConfig', 'CopyCount');
    // Only where everything is known can be said that the component does not exist yet.
    if (copies === undefined || copies >= 1 || !complete) return [];
    if (list(type).some((component) => component.logicalId === logicalId)) return [];
    return [
      {
        pointer: '#/RuntimeConfig/CopyCount',
        problem: `CopyCount ${copies} is below 1, and a component is created with at least one copy`,
        fix: 'Create the component with one copy and scale it to zero afterwards.',
      },
    ];
  },
};
