import type { Constraint } from '../constraint';
import { sameJson } from '../json';
import { at } from '../value';

/** A deployment of a REST API comes after its methods, or after a body that has them. */
export const restDeployment: Constraint = {
  id: 'rest-deployment',
  types: ['AWS::ApiGateway::Deployment'],
  source: {
    url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-deployment.html',
    asOf: '2026-11-30',
  },
  check: ({ properties }, { complete, named, list }) => {
    const reference = at(properties, 'RestApiId');
    const api = named(['AWS::ApiGateway::RestApi'], reference);
    if (complete !== true || typeof api === 'string') return [];
    const described = ['Body', 'BodyS3Location', 'CloneFrom'].some((name) => Object.hasOwn(api.properties, name));
    const methods = list('AWS::ApiGateway::Method').some((method) =>
      sameJson(at(method.properties, 'RestApiId'), reference),
    );
    return described || methods
      ? []
      : [
          {
            pointer: '#/RestApiId',
            problem: "The REST API doesn't contain any methods. Expected a method before the deployment",
            fix: 'Let the deployment depend on the methods of the API (DependsOn).',
          },
        ];
  },
};
