import { knownAt, placesAt, unknown } from '../../known';
import { fixOf } from '../../property-rule';
import type { Rule } from '../../rule';

/** Set Result of OnFailure to ROLLBACK: a failed deployment stays until somebody repairs it. */
export const pipelineRollback: Rule = {
  code: 'PipelineRollback',
  family: 'ci',
  pack: 'production',
  safeguard: 'recovery',
  rationale: 'A failed deployment stays until somebody repairs it.',
  source: {
    url: 'https://docs.aws.amazon.com/codepipeline/latest/userguide/stage-rollback-auto.html',
    asOf: '2026-11-30',
  },
  types: ['AWS::CodePipeline::Pipeline'],
  check: ({ properties }) =>
    placesAt(properties, 'Stages.*').flatMap(({ path }) => {
      const deploys = placesAt(properties, `${path}.Actions.*.ActionTypeId.Category`).some(
        ({ values: [one] }) => one === 'Deploy',
      );
      const result = knownAt(properties, `${path}.OnFailure.Result`);
      if (!deploys || result === unknown || result === 'ROLLBACK') return [];
      return [
        {
          path: `${path}.OnFailure.Result`,
          message: 'a failed deployment is not rolled back',
          fix: fixOf('PipelineRollback'),
        },
      ];
    }),
};
