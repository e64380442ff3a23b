import { filterProblem, filtersOf } from '../../guardrail-filters';
import { fixOf } from '../../property-rule';
import type { Rule } from '../../rule';

/** Add a filter of type PROMPT_ATTACK with InputStrength HIGH that is enabled and blocks: an instruction in a document or question takes the model over. */
export const guardrailPromptAttack: Rule = {
  code: 'GuardrailPromptAttack',
  family: 'bedrock',
  pack: 'baseline',
  safeguard: 'model-safety',
  rationale: 'An instruction in a document or question takes the model over.',
  source: {
    url: 'https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-prompt-attack.html',
    asOf: '2026-11-30',
  },
  types: ['AWS::Bedrock::Guardrail'],
  check: ({ properties }) => {
    const filters = filtersOf(properties);
    if (filters === undefined) return [];
    const found = filters.find(({ type }) => type === 'PROMPT_ATTACK');
    const problem =
      found === undefined ? 'has no filter of type PROMPT_ATTACK' : filterProblem(found, 'Input', ['HIGH']);
    if (problem === undefined) return [];
    return [
      {
        path: found?.path ?? 'ContentPolicyConfig.FiltersConfig',
        message: problem,
        fix: fixOf('GuardrailPromptAttack'),
      },
    ];
  },
};
