import { filterProblem, filtersOf } from '../../guardrail-filters';
import { fixOf } from '../../property-rule';
import type { Rule } from '../../rule';

/** Add the filters with InputStrength and OutputStrength of at least MEDIUM that are enabled and block: the model says what the company must not say. */
export const guardrailContentFilters: Rule = {
  code: 'GuardrailContentFilters',
  family: 'bedrock',
  pack: 'baseline',
  safeguard: 'model-safety',
  rationale: 'The model says what the company must not say.',
  source: {
    url: 'https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-content-filters.html',
    asOf: '2026-11-30',
  },
  types: ['AWS::Bedrock::Guardrail'],
  check: ({ properties }) => {
    const filters = filtersOf(properties);
    if (filters === undefined) return [];
    return ['HATE', 'INSULTS', 'SEXUAL', 'VIOLENCE', 'MISCONDUCT'].flatMap((type) => {
      const found = filters.find((one) => one.type === type);
      const problems =
        found === undefined
          ? [`has no filter of type ${type}`]
          : (['Input', 'Output'] as const).flatMap((side) => filterProblem(found, side, ['MEDIUM', 'HIGH']) ?? []);
      return problems.map((message) => ({
        path: found?.path ?? 'ContentPolicyConfig.FiltersConfig',
        message,
        fix: fixOf('GuardrailContentFilters'),
      }));
    });
  },
};
