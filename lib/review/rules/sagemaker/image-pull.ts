import type { ResourceNode } from '../../../graph';
import type { Violation } from '../../finding';
import type { PlacedStatement } from '../../policy';
import { listOf, matchesPattern, textsOf, valueAt } from '../../policy';
import { statementsOfRole } from '../../role-statements';
import type { Rule } from '../../rule';

/** Actions that pull an image. Source: SageMaker developer guide, execution roles for CreateModel, read 2026-11-30. */
const pullActions = ['ecr:BatchCheckLayerAvailability', 'ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'];
const registryImage = /^(\d{12})\.dkr\.ecr\.([a-z0-9-]+)\.amazonaws\.com(?:\.cn)?\/([^:@]+)/;

/** The execution role of a model may pull the model's image. The role must be in the same stack as the model. */
export const imagePull: Rule = {
  code: 'ImagePullDenied',
  family: 'sagemaker',
  pack: 'baseline',
  safeguard: 'correctness',
  rationale: 'The endpoint cannot be created.',
  source: { url: 'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html', asOf: '2026-11-30' },
  types: ['AWS::SageMaker::Model'],
  check(node, _context, graph) {
    const [role] = graph.referencedBy(node.properties.ExecutionRoleArn, node).filter(isRole);
    // What a managed policy allows is not in the graph.
    if (role === undefined || listOf(role.properties.ManagedPolicyArns).length > 0) return [];
    const statements = statementsOfRole(role, graph);
    return containersOf(node).flatMap(([path, image]) => {
      const repository = repositoryArn(image);
      const denied = repository === undefined ? [] : pullActions.filter((one) => !allows(statements, one, repository));
      return denied.length === 0 ? [] : [violation(`${path}.Image`, denied, repository ?? image)];
    });
  },
};

function isRole({ type }: ResourceNode): boolean {
  return type === 'AWS::IAM::Role';
}

function containersOf({ properties }: ResourceNode): readonly (readonly [string, string])[] {
  const all = [
    ['PrimaryContainer', properties.PrimaryContainer] as const,
    ...listOf(properties.Containers).map((container, i) => [`Containers.${i}`, container] as const),
  ];
  return all.flatMap(([path, container]) => {
    const image = valueAt(container, 'Image');
    return typeof image === 'string' ? [[path, image] as const] : [];
  });
}

function repositoryArn(image: string): string | undefined {
  const [, account, region = '', name] = registryImage.exec(image) ?? [];
  if (account === undefined || name === undefined) return undefined;
  const partition = region.startsWith('cn-') ? 'aws-cn' : region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
  return `arn:${partition}:ecr:${region}:${account}:repository/${name}`;
}

/** Whether a statement allows the action on the resource. A resource that is a reference may be this one. */
function allows(statements: readonly PlacedStatement[], action: string, resource: string): boolean {
  return statements.some(
    ({ statement }) =>
      statement.Effect === 'Allow' &&
      textsOf(statement.Action).some((pattern) => matchesPattern(pattern, action, true)) &&
      listOf(statement.Resource).some((one) => typeof one !== 'string' || matchesPattern(one, resource)),
  );
}

function violation(path: string, denied: readonly string[], repository: string): Violation {
  return {
    path,
    message: `the execution role may not pull the image: ${denied.join(', ')}`,
    fix: `allow these actions on ${repository}`,
  };
}
