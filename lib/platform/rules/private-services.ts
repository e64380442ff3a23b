import type { AwsTarget } from '../environment';
import type { Issue } from '../issue';
import { repeated } from './repeated';

/** Services that every network reaches without an interface endpoint. */
const gatewayServices: readonly string[] = ['dynamodb', 's3'];

/** Each endpoint names what it allows: a wildcard would let a workload call more than the platform needs. */
export function privateServiceIssues(path: string, { privateServices = {} }: AwsTarget): readonly Issue[] {
  return Object.entries(privateServices).flatMap(([service, actions]) => {
    if (gatewayServices.includes(service)) return [throughGateway(`${path}.privateServices.${service}`, service)];
    const at = `${path}.privateServices.${service}`;
    return [...nameIssues(path, service), ...actionIssues(at, actions), ...repeated(at, actions)];
  });
}

function throughGateway(path: string, service: string): Issue {
  return {
    code: 'PrivateServiceHasGateway',
    path,
    message: `the network reaches ${service} through its gateway endpoint, which costs nothing`,
    got: service,
    expected: 'a service without a gateway endpoint',
    fix: `remove ${path}`,
  };
}

function nameIssues(path: string, service: string): readonly Issue[] {
  if (/^[a-z][a-z0-9-]*(\.[a-z0-9-]+)*$/.test(service) && !service.startsWith('com.')) return [];
  return [
    {
      code: 'InvalidPrivateService',
      path: `${path}.privateServices`,
      message: 'not the name of a service',
      got: service,
      expected: 'the name without com.amazonaws.<region>., for example ecr.api',
      fix: "copy it from 'aws ec2 describe-vpc-endpoint-services'",
    },
  ];
}

function actionIssues(path: string, actions: readonly string[]): readonly Issue[] {
  return actions.flatMap((action, index): readonly Issue[] =>
    /^[a-z0-9-]+:[A-Za-z0-9]+$/.test(action)
      ? []
      : [
          {
            code: 'InvalidPrivateService',
            path: `${path}[${index}]`,
            message: 'not one action of IAM',
            got: action,
            expected: 'an action without wildcard, for example ecr:GetAuthorizationToken',
            fix: 'list the actions that the applications call',
          },
        ],
  );
}
