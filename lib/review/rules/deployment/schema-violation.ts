import type { Rule } from '../../rule';

/** Every resource fits the schema of its type: CloudFormation refuses others before it creates anything. */
export const schemaViolation: Rule = {
  code: 'SchemaViolation',
  family: 'deployment',
  pack: 'baseline',
  safeguard: 'correctness',
  rationale: 'CloudFormation refuses the template.',
  source: {
    url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html',
    asOf: '2026-11-30',
  },
  skipReason: ({ schemaViolations }) => (schemaViolations === undefined ? 'no schemas were given' : undefined),
  check(node, { schemaViolations }) {
    if (node.cloud !== 'aws' || schemaViolations === undefined) return [];
    return schemaViolations(node.type, node.properties).map(({ pointer, rule }) => ({
      path: pointer.replace(/^#\/?/, '').replaceAll('/', '.'),
      message: rule,
      fix: `see the properties of ${node.type} in the CloudFormation reference`,
    }));
  },
};
