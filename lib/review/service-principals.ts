/**
 * Services that act for a resource of an account, and say which one in `aws:SourceAccount` and `aws:SourceArn`. Source:
 * docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html and the pages of the services, 2026-11-30.
 */
const services: ReadonlySet<string> = new Set([
  'backup',
  'bedrock',
  'bedrock-agentcore',
  'cloudtrail',
  'cloudwatch',
  'codebuild',
  'codepipeline',
  'config',
  'delivery.logs',
  'events',
  'firehose',
  'logging.s3',
  'logs',
  'osis-pipelines',
  'pipes',
  's3',
  'sagemaker',
  'scheduler',
  'sns',
  'ssm',
  'states',
  'vpc-flow-logs',
]);

/** Whether a service principal acts for a resource of an account. */
export function actsForResource(principal: string): boolean {
  const name = principal.replace(/\.amazonaws\.com(?:\.cn)?$/, '');
  // A service of one region has the region behind its name.
  return services.has(name.replace(/\.[a-z]{2}(?:-[a-z]+)+-\d$/, ''));
}
