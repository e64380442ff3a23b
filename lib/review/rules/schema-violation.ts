import type { Rule } from '../finding';

/** Every resource fits the schema of its type: CloudFormation refuses others before it creates anything. */
export const schemaViolation: Rule = {
  code: 'SchemaViolation',
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
