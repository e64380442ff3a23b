import type { AzureSource } from './azure/sources';
import type { Source } from './relevant';
import type { Json, Place } from './template';

/** A weak value of a property that is off, closed or absent by default. */
export interface WeakAddition {
  readonly type: string;
  readonly path: Place['path'];
  readonly value: Json;
  readonly source: Source | AzureSource;
}

const wide = 'arn:aws:iam::aws:policy';

/** The rows; a hardened resource that has the property is left alone. */
export const weakAdditions: readonly WeakAddition[] = [
  { type: 'AWS::IAM::Role', path: ['ManagedPolicyArns'], value: [`${wide}/AdministratorAccess`], source: 'iam' },
  { type: 'AWS::IAM::Role', path: ['ManagedPolicyArns'], value: [`${wide}/AmazonBedrockFullAccess`], source: 'iam' },
  { type: 'AWS::BedrockAgentCore::Gateway', path: ['ExceptionLevel'], value: 'DEBUG', source: 'owasp' },
  { type: 'AWS::EKS::Nodegroup', path: ['RemoteAccess'], value: { Ec2SshKey: 'operators' }, source: 'eks' },
  { type: 'AWS::S3::Bucket', path: ['AccessControl'], value: 'PublicRead', source: 'securityHub' },
  { type: 'AWS::RDS::DBCluster', path: ['PubliclyAccessible'], value: true, source: 'securityHub' },
  { type: 'AWS::KMS::Key', path: ['Enabled'], value: false, source: 'securityHub' },
  { type: 'AWS::SecretsManager::Secret', path: ['SecretString'], value: 'correct-horse-battery', source: 'iam' },
  {
    type: 'AWS::EC2::SecurityGroup',
    path: ['SecurityGroupIngress'],
    value: [{ IpProtocol: 'tcp', FromPort: 22, ToPort: 22, CidrIp: '0.0.0.0/0' }],
    source: 'securityHub',
  },
  {
    type: 'AWS::SageMaker::NotebookInstance',
    path: ['DefaultCodeRepository'],
    value: 'https://user:word1234@example.com/a',
    source: 'iam',
  },
];
