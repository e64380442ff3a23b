import type { JsonObject } from '../../json';

/** A role that AWS makes for a service, and that its first user must be allowed to have made. */
export interface ServiceLinkedRole {
  /** Principal of the service, which is the value of `iam:AWSServiceName`. */
  readonly service: string;
  readonly name: string;
}

/*
 * Sources, read 2026-11-30: "Service-linked roles" in the user guides of Application Auto Scaling, Systems Manager and
 * Amazon ECR, and "Publish flow logs to Amazon S3" in the Amazon VPC user guide. Read 2026-12-01: "Service-linked role for performing
 * operations on Amazon SNS topics and CloudWatch Logs" in the administrator guide of Amazon Q Developer in chat applications.
 */
const chat: ServiceLinkedRole = { service: 'management.chatbot.amazonaws.com', name: 'AWSServiceRoleForAWSChatbot' };
const roles: Readonly<Record<string, ServiceLinkedRole>> = {
  'AWS::Chatbot::MicrosoftTeamsChannelConfiguration': chat,
  'AWS::Chatbot::SlackChannelConfiguration': chat,
  'AWS::EC2::FlowLog': { service: 'delivery.logs.amazonaws.com', name: 'AWSServiceRoleForLogDelivery' },
  'AWS::ECR::PullThroughCacheRule': {
    service: 'pullthroughcache.ecr.amazonaws.com',
    name: 'AWSServiceRoleForECRPullThroughCache',
  },
  'AWS::ECR::ReplicationConfiguration': {
    service: 'replication.ecr.amazonaws.com',
    name: 'AWSServiceRoleForECRReplication',
  },
  'AWS::SSM::Association': { service: 'ssm.amazonaws.com', name: 'AWSServiceRoleForAmazonSSM' },
};

/** The service-linked role of a resource; undefined where no source says which. */
export function serviceLinkedRole(type: string, properties: JsonObject): ServiceLinkedRole | undefined {
  if (type !== 'AWS::ApplicationAutoScaling::ScalableTarget') return roles[type];
  if (properties['ServiceNamespace'] !== 'sagemaker') return undefined;
  return {
    service: 'sagemaker.application-autoscaling.amazonaws.com',
    name: 'AWSServiceRoleForApplicationAutoScaling_SageMakerEndpoint',
  };
}
