import { knownAt, placesAt, unknown } from '../../known';
import { fixOf } from '../../property-rule';
import type { Rule } from '../../rule';

/** Set PiiEntitiesConfig of SensitiveInformationPolicyConfig with actions that block or mask: the model repeats data of persons from documents and questions. */
export const guardrailPersonalData: Rule = {
  code: 'GuardrailPersonalData',
  family: 'bedrock',
  pack: 'production',
  safeguard: 'personal-data',
  rationale: 'The model repeats data of persons from documents and questions.',
  source: {
    url: 'https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-sensitive-filters.html',
    asOf: '2026-11-30',
  },
  types: ['AWS::Bedrock::Guardrail'],
  check: ({ properties }) => {
    const fix = fixOf('GuardrailPersonalData');
    const base = 'SensitiveInformationPolicyConfig';
    const lists = ['PiiEntitiesConfig', 'RegexesConfig'].map((name) => `${base}.${name}`);
    if (lists.some((list) => knownAt(properties, list) === unknown)) return [];
    const entities = lists.flatMap((list) => placesAt(properties, `${list}.*`));
    if (entities.length === 0) return [{ path: base, message: 'has no filter for personal data', fix }];
    return entities.flatMap(({ path }) => {
      const weak = ['Action', 'InputAction', 'OutputAction'].filter(
        (name) => knownAt(properties, `${path}.${name}`) === 'NONE',
      );
      const off = ['InputEnabled', 'OutputEnabled'].filter((name) => knownAt(properties, `${path}.${name}`) === false);
      return [...weak, ...off].map((name) => ({ path: `${path}.${name}`, message: 'passes personal data', fix }));
    });
  },
};
