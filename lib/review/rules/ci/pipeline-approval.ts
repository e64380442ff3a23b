import { knownAt, placesAt } from '../../known';
import { fixOf } from '../../property-rule';
import type { Rule } from '../../rule';

/** Add a stage with an action of category Approval before the last deployment: what is merged is in production, whoever merged it. */
export const pipelineApproval: Rule = {
  code: 'PipelineApproval',
  family: 'ci',
  pack: 'production',
  safeguard: 'change-control',
  rationale: 'What is merged is in production, whoever merged it.',
  source: { url: 'https://docs.aws.amazon.com/codepipeline/latest/userguide/approvals.html', asOf: '2026-11-30' },
  types: ['AWS::CodePipeline::Pipeline'],
  check: ({ properties }) => {
    const categories = placesAt(properties, 'Stages.*').map(({ path, values: [stage] }) => ({
      path,
      // A stage that is not known may hold anything.
      known: typeof stage === 'object',
      actions: placesAt(properties, `${path}.Actions.*.ActionTypeId.Category`).map(
        ({ values: [category] }) => category,
      ),
    }));
    const last = categories.findLastIndex(({ actions }) => actions.includes('Deploy'));
    const before = categories.slice(0, last + 1);
    const approved = before.some(({ known, actions }) => !known || actions.includes('Approval'));
    if (last === -1 || approved || knownAt(properties, 'Stages') === undefined) return [];
    return [
      {
        path: categories[last]?.path ?? 'Stages',
        message: 'deploys what nobody approved',
        fix: fixOf('PipelineApproval'),
      },
    ];
  },
};
