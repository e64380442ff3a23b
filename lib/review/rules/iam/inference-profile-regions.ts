import type { PropertyValue } from '../../../graph';
import type { RuleContext, Violation } from '../../finding';
import type { PlacedStatement } from '../../policy';
import { identityStatements, listOf, matchesPattern, textsOf } from '../../policy';
import type { Rule } from '../../rule';

const policyTypes: ReadonlySet<string> = new Set(['AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy', 'AWS::IAM::Role']);
/** Region, and the profile: its geography and its model. */
const geographicProfile = /^arn:[^:]*:bedrock:([a-z0-9-]+):\d*:inference-profile\/((?!global\.)[a-z-]+)\.(.+)$/;
const modelArn = /^arn:[^:]*:bedrock:([^:]*)::foundation-model\/(.+)$/;

/**
 * Who may call a geographic inference profile may call the model in every region that the profile routes to. Otherwise
 * calls fail now and then. Source: Amazon Bedrock user guide, prerequisites for inference profiles; aws/aws-cdk pull
 * request 36778; read 2026-11-30.
 */
export const inferenceProfileRegions: Rule = {
  code: 'InferenceProfileRegions',
  family: 'iam',
  pack: 'baseline',
  safeguard: 'correctness',
  rationale: 'Calls fail now and then, where the profile routes to another region.',
  source: {
    url: 'https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-prereq.html',
    asOf: '2026-11-30',
  },
  types: [...policyTypes],
  check(node, context) {
    const statements = identityStatements(node).filter(({ statement }) => invokes(statement));
    const resources = statements.flatMap(({ statement }) => listOf(statement.Resource));
    return statements.flatMap((placed) => violationsOf(placed, resources, context));
  },
};

function invokes(statement: PlacedStatement['statement']): boolean {
  return (
    statement.Effect === 'Allow' &&
    textsOf(statement.Action).some((pattern) => matchesPattern(pattern, 'bedrock:InvokeModel', true))
  );
}

function violationsOf(
  { path, statement }: PlacedStatement,
  resources: readonly PropertyValue[],
  { profileRegions }: RuleContext,
): readonly Violation[] {
  return textsOf(statement.Resource).flatMap((arn) => {
    const [, region, geography, model] = geographicProfile.exec(arn) ?? [];
    if (region === undefined || geography === undefined || model === undefined || model.includes('*')) return [];
    const profile = `${geography}.${model}`;
    // A resource that is a reference may be the model in any region.
    const allows = (one: string): boolean =>
      resources.some((resource) => typeof resource !== 'string' || allowsModel(resource, model, one));
    const routed = profileRegions?.(profile, region);
    const missing = routed?.filter((one) => !allows(one)) ?? (allows('another region') ? [] : ['its other regions']);
    // Two regions by name are somebody's list of an unknown profile.
    if (missing.length === 0 || (routed === undefined && namedRegions(resources, model) > 1)) return [];
    return [
      {
        path: `${path}.Resource`,
        message: `allows the profile ${profile}, but not its model in ${missing.join(', ')}`,
        fix: `allow foundation-model/${model} in every region of the profile`,
      },
    ];
  });
}

function allowsModel(resource: string, model: string, region: string): boolean {
  const [, regions, models] = modelArn.exec(resource) ?? [];
  if (regions === undefined || models === undefined)
    return matchesPattern(resource, `arn:aws:bedrock:${region}::foundation-model/${model}`);
  return matchesPattern(regions, region) && matchesPattern(models, model);
}

function namedRegions(resources: readonly PropertyValue[], model: string): number {
  const regions = resources.flatMap((resource) => {
    const [, region, models] = typeof resource === 'string' ? (modelArn.exec(resource) ?? []) : [];
    return region !== undefined && models !== undefined && matchesPattern(models, model) ? [region] : [];
  });
  return new Set(regions).size;
}
