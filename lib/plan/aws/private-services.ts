import { actionPrefix, knownServices } from '../../constraints/endpoint-actions';
import type { Issue } from '../../platform';
import { unknownName } from '../../platform';
import type { AwsContext } from '../context';

/** Actions that the endpoint of another service carries, and services that the kit cannot check. */
export function privateServiceIssues({ key, target: { privateServices = {} } }: AwsContext): readonly Issue[] {
  const path = `environments.${key}.aws.privateServices`;
  return Object.entries(privateServices).flatMap(([service, actions]) => {
    const prefix = actionPrefix(service);
    if (prefix === undefined) return [unknownService(path, service)];
    return actions.flatMap((action, index) =>
      action.includes(':') && !action.startsWith(`${prefix}:`)
        ? [otherService(`${path}.${service}[${index}]`, service, prefix, action)]
        : [],
    );
  });
}

function unknownService(path: string, service: string): Issue {
  return unknownName({
    code: 'UnknownPrivateService',
    path: `${path}.${service}`,
    noun: 'service',
    got: service,
    known: knownServices,
    message: `the kit does not know '${service}': neither its name nor its actions are checked`,
    otherwise: "compare it with 'aws ec2 describe-vpc-endpoint-services'; ignore this if it is there",
  });
}

function otherService(path: string, service: string, prefix: string, action: string): Issue {
  return {
    code: 'ActionOfOtherService',
    path,
    message: `no call of this action goes through the endpoint of ${service}`,
    got: action,
    expected: `an action of ${prefix}, such as ${prefix}:${action.split(':')[1]}`,
    fix: `move it to the entry of its own service, or write an action that begins with '${prefix}:'`,
  };
}
