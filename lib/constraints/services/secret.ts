import type { Breach, Constraint } from '../constraint';
import { at, objectAt } from '../value';

/** A secret has a given text or a generated one, and a template of a generated one has its key. */
export const secret: Constraint = {
  id: 'secret-text',
  types: ['AWS::SecretsManager::Secret'],
  source: {
    url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-secretsmanager-secret.html',
    asOf: '2026-11-30',
  },
  check: ({ properties }) => {
    const found: Breach[] = [];
    if (at(properties, 'SecretString') !== undefined && objectAt(properties, 'GenerateSecretString') !== undefined) {
      found.push({
        pointer: '#/SecretString',
        problem: "You can't specify both SecretString and GenerateSecretString. Expected one of them",
        fix: 'Remove SecretString or GenerateSecretString.',
      });
    }
    const generated = objectAt(properties, 'GenerateSecretString') ?? {};
    const pair = ['SecretStringTemplate', 'GenerateStringKey'];
    const [missing, ...others] = pair.filter((name) => !Object.hasOwn(generated, name));
    if (missing !== undefined && others.length === 0) {
      found.push({
        pointer: '#/GenerateSecretString',
        problem: `SecretStringTemplate and GenerateStringKey go together, and ${missing} is missing`,
        fix: `Add ${missing}.`,
      });
    }
    return found;
  },
};
