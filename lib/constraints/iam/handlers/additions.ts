import type { Source } from '../../constraint';
import type { Configured } from './configured';
import type { Operation } from './rows';

/** Actions that the published handlers of a type lack. */
export interface Addition {
  readonly operations: readonly Operation[];
  readonly actions: readonly string[];
  /** @default - whatever is declared */
  readonly when?: Configured;
  readonly source: Source;
}

const scaling: Source = {
  url: 'https://docs.aws.amazon.com/autoscaling/application/userguide/security_iam_id-based-policy-examples.html',
  asOf: '2026-11-30',
};
const codeBuild: Source = {
  url: 'https://docs.aws.amazon.com/codebuild/latest/userguide/auth-and-access-control-permissions-reference.html',
  asOf: '2026-11-30',
};
const vendedLogs: Source = {
  url: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-infrastructure-V2-service-specific.html',
  asOf: '2026-12-01',
};
const alarms = ['cloudwatch:DeleteAlarms', 'cloudwatch:DescribeAlarms', 'cloudwatch:PutMetricAlarm'];

/** What the handlers of a type need beyond the published schema, by type. */
export const additions: Readonly<Record<string, readonly Addition[]>> = {
  'AWS::ApplicationAutoScaling::ScalableTarget': [
    {
      operations: ['create', 'update'],
      actions: [
        'sagemaker:DescribeEndpoint',
        'sagemaker:DescribeEndpointConfig',
        'sagemaker:UpdateEndpointWeightsAndCapacities',
      ],
      when: ({ ServiceNamespace: service }) => service === 'sagemaker',
      source: scaling,
    },
  ],
  'AWS::ApplicationAutoScaling::ScalingPolicy': [
    { operations: ['create', 'update', 'delete'], actions: alarms, source: scaling },
  ],
  'AWS::CodeBuild::Project': [
    { operations: ['create'], actions: ['codebuild:CreateProject', 'iam:PassRole'], source: codeBuild },
    { operations: ['read'], actions: ['codebuild:BatchGetProjects'], source: codeBuild },
    { operations: ['update'], actions: ['codebuild:UpdateProject', 'iam:PassRole'], source: codeBuild },
    { operations: ['delete'], actions: ['codebuild:DeleteProject'], source: codeBuild },
  ],
  'AWS::Logs::DeliverySource': [
    {
      operations: ['create', 'update'],
      actions: ['bedrock:AllowVendedLogDeliveryForResource'],
      // A reference to a resource of the template may be one of Bedrock.
      when: ({ ResourceArn: arn }) => typeof arn !== 'string' || arn.includes(':bedrock:'),
      source: vendedLogs,
    },
  ],
};
