import { knownAt, placesAt, unknown } from '../../known';
import { fixOf } from '../../property-rule';
import type { Rule } from '../../rule';

/** Add filters GROUNDING and RELEVANCE with a threshold of at least 0.7 that are enabled and block: answers that the model made up are given as those of the documents. */
export const guardrailGrounding: Rule = {
  code: 'GuardrailGrounding',
  family: 'bedrock',
  pack: 'production',
  safeguard: 'model-safety',
  rationale: 'Answers that the model made up are given as those of the documents.',
  source: {
    url: 'https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-contextual-grounding-check.html',
    asOf: '2026-11-30',
  },
  types: ['AWS::Bedrock::Guardrail'],
  check: ({ properties }) => {
    const fix = fixOf('GuardrailGrounding');
    const list = 'ContextualGroundingPolicyConfig.FiltersConfig';
    if (knownAt(properties, list) === unknown) return [];
    const filters = placesAt(properties, `${list}.*`).map(({ path }) => path);
    if (filters.some((path) => knownAt(properties, `${path}.Type`) === unknown)) return [];
    return ['GROUNDING', 'RELEVANCE'].flatMap((type) => {
      const path = filters.find((one) => knownAt(properties, `${one}.Type`) === type);
      if (path === undefined) return [{ path: list, message: `has no filter of type ${type}`, fix }];
      const threshold = knownAt(properties, `${path}.Threshold`);
      const low = threshold !== unknown && !(Number(threshold) >= 0.7);
      const off = knownAt(properties, `${path}.Enabled`) === false || knownAt(properties, `${path}.Action`) === 'NONE';
      if (!low && !off) return [];
      return [{ path, message: low ? `the threshold of ${type} is below 0.7` : `${type} does not block`, fix }];
    });
  },
};
