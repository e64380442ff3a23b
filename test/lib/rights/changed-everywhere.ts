import type { Json, JsonObject } from '../../../lib/constraints/json';
import { isList, isObject } from '../../../lib/constraints/json';
import type { StackTemplate } from '../../../lib/local/rehearsal/change';

/** A change of types without tags that updates them in place. */
const changes: Readonly<Record<string, (properties: JsonObject) => JsonObject>> = {
  'AWS::ApplicationAutoScaling::ScalableTarget': (given) => ({
    ...given,
    MaxCapacity: Number(given['MaxCapacity']) + 1,
  }),
  'AWS::ApplicationAutoScaling::ScalingPolicy': (given) => ({
    ...given,
    TargetTrackingScalingPolicyConfiguration: {
      ...object(given['TargetTrackingScalingPolicyConfiguration']),
      ScaleInCooldown: 901,
    },
  }),
  'AWS::Bedrock::DataSource': (given) => ({ ...given, Description: 'changed' }),
  'AWS::CloudWatch::Dashboard': (given) => ({ ...given, DashboardBody: '{"widgets":[]}' }),
  'AWS::IAM::Policy': (given) => ({ ...given, PolicyDocument: more(given['PolicyDocument']) }),
  'AWS::KMS::Alias': (given) => ({ ...given, TargetKeyId: { 'Fn::GetAtt': ['SecondKey', 'Arn'] } }),
  'AWS::S3::BucketPolicy': (given) => ({ ...given, PolicyDocument: more(given['PolicyDocument']) }),
  'AWS::SNS::Subscription': (given) => ({ ...given, FilterPolicy: { kind: ['alarm'] } }),
  'AWS::SNS::TopicPolicy': (given) => ({ ...given, PolicyDocument: more(given['PolicyDocument']) }),
};

/** A template with a change of every resource that can change: a tag is added, or what its type changes in place. */
export function changedEverywhere(stack: StackTemplate): StackTemplate {
  const template = JSON.parse(stack.template) as JsonObject;
  const resources = Object.entries(object(template['Resources'])).map(
    ([id, resource]) => [id, changed(object(resource))] as const,
  );
  const key = resources.find(([, { Type: type }]) => type === 'AWS::KMS::Key');
  const more = key === undefined ? {} : { SecondKey: key[1] };
  return {
    ...stack,
    template: JSON.stringify({ ...template, Resources: { ...Object.fromEntries(resources), ...more } }),
  };
}

function changed(resource: JsonObject): JsonObject {
  const { Type: type, Properties: given } = resource;
  const properties = object(given);
  const tags = properties['Tags'];
  const change = typeof type === 'string' ? changes[type] : undefined;
  const tagged = isList(tags)
    ? { ...properties, Tags: [...tags, { Key: 'changed', Value: 'yes' }] }
    : isObject(tags)
      ? { ...properties, Tags: { ...tags, changed: 'yes' } }
      : properties;
  return { ...resource, Properties: change?.(tagged) ?? tagged };
}

function more(document: Json | undefined): JsonObject {
  const given = object(document);
  const statements = given['Statement'];
  const [first] = isList(statements) ? statements : [];
  return { ...given, Statement: [...(isList(statements) ? statements : []), { ...object(first), Sid: 'Again' }] };
}

function object(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {};
}
