import { scalarText } from '../../../constraints/json';
import { trustOf } from '../iam/trust-policy';
import type { ResourceCheck } from './check';

/**
 * The role of a resource must let its service assume it. The trust policy of a role that no stack here created is not
 * known: the check reports that instead of guessing.
 * Source: the errors of CreateFunction, CreateModel, CreateStateMachine and the Bedrock Create calls for such roles.
 */
export function serviceRole(property: string, service: string): ResourceCheck {
  return ({ properties, registry, account, region, unverified }) => {
    const arn = scalarText(properties[property]);
    if (arn === undefined) return undefined;
    const owner = arn.split(':')[4] ?? account;
    const role = registry.list('AWS::IAM::Role', owner).find((candidate) => candidate.arn === arn);
    if (role === undefined) {
      unverified(`role ${arn} was not created in the local cloud, so its trust in ${service} is not checked`);
      return undefined;
    }
    const { services } = trustOf(role.properties['AssumeRolePolicyDocument']);
    const regional = service.replace('.amazonaws.com', `.${region}.amazonaws.com`);
    if (services.includes(service) || services.includes(regional)) return undefined;
    return `The role ${arn} cannot be assumed by ${service}: its trust policy names [${services.join(', ')}] (#/${property})`;
  };
}
