import { knownAt, placesAt } from '../../known';
import { fixOf } from '../../property-rule';
import type { Rule } from '../../rule';

/** Set GuardrailConfiguration of the node: an instruction in a document reaches the next node. */
export const flowWithoutGuardrail: Rule = {
  code: 'FlowWithoutGuardrail',
  family: 'bedrock',
  pack: 'production',
  safeguard: 'model-safety',
  rationale: 'An instruction in a document reaches the next node.',
  source: { url: 'https://docs.aws.amazon.com/bedrock/latest/userguide/flows-guardrails.html', asOf: '2026-11-30' },
  types: ['AWS::Bedrock::Flow'],
  check: ({ properties }) =>
    placesAt(properties, 'Definition.Nodes.*').flatMap(({ path }) =>
      ['Prompt', 'KnowledgeBase'].flatMap((kind) => {
        const at = `${path}.Configuration.${kind}`;
        const isNode = knownAt(properties, at) !== undefined && knownAt(properties, `${path}.Type`) === kind;
        if (!isNode || knownAt(properties, `${at}.GuardrailConfiguration`) !== undefined) return [];
        return [
          {
            path: `${at}.GuardrailConfiguration`,
            message: 'calls a model without a guardrail',
            fix: fixOf('FlowWithoutGuardrail'),
          },
        ];
      }),
    ),
};
