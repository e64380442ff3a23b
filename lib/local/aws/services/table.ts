import { bedrockCall } from './bedrock/bedrock';
import { cloudFormationAccess } from './cloudformation/access';
import { cloudFormationActions } from './cloudformation/actions';
import { cloudFormationMembers } from './cloudformation/members';
import { codeBuildAccess, codeBuildActions, codeBuildMembers } from './codebuild/actions';
import { dynamoDbAccess } from './dynamodb/access';
import { dynamoDbActions, dynamoDbMembers } from './dynamodb/actions';
import { ec2Actions } from './ec2/actions';
import { ec2Members } from './ec2/members';
import { ecrAccess, ecrActions } from './ecr/actions';
import { ecrMembers } from './ecr/members';
import { eventsAccess, eventsActions, eventsMembers } from './events/actions';
import { iamAccess } from './iam/access';
import { iamActions } from './iam/actions';
import { iamMembers } from './iam/members';
import { kmsAccess } from './kms/access';
import { kmsActions } from './kms/actions';
import { kmsMembers } from './kms/members';
import { lambdaCall } from './lambda/lambda';
import { logsAccess } from './logs/access';
import { logsActions } from './logs/actions';
import { logsMembers } from './logs/members';
import { s3Call } from './s3/s3';
import { s3VectorsCall } from './s3vectors/s3vectors';
import { secretsManagerAccess, secretsManagerActions, secretsManagerMembers } from './secretsmanager/actions';
import type { LocalService } from './service';
import { ssmAccess } from './ssm/access';
import { ssmActions } from './ssm/actions';
import { statesAccess } from './states/access';
import { statesActions } from './states/actions';
import { statesMembers } from './states/members';
import { stsAccess } from './sts/access';
import { stsActions } from './sts/actions';
import { stsMembers } from './sts/members';

/**
 * Every service of the local cloud. To add one, write its actions in a folder next to this file and add a row here.
 * Source of protocol, target and namespace: the service's API model, as in the AWS SDKs.
 */
export const services: readonly LocalService[] = [
  {
    protocol: 'query',
    signingName: 'cloudformation',
    namespace: 'http://cloudformation.amazonaws.com/doc/2010-05-15/',
    resource: ['StackName', 'ChangeSetName'],
    actions: cloudFormationActions,
    members: cloudFormationMembers,
    access: cloudFormationAccess,
  },
  {
    protocol: 'query',
    signingName: 'sts',
    namespace: 'https://sts.amazonaws.com/doc/2011-06-15/',
    resource: ['RoleArn'],
    actions: stsActions,
    members: stsMembers,
    access: stsAccess,
  },
  {
    protocol: 'query',
    signingName: 'iam',
    namespace: 'https://iam.amazonaws.com/doc/2010-05-08/',
    resource: ['RoleName', 'PolicyArn'],
    actions: iamActions,
    members: iamMembers,
    access: iamAccess,
  },
  {
    protocol: 'query',
    dialect: 'ec2',
    signingName: 'ec2',
    namespace: 'http://ec2.amazonaws.com/doc/2016-11-15/',
    resource: [],
    actions: ec2Actions,
    members: ec2Members,
  },
  {
    protocol: 'json',
    signingName: 'ssm',
    version: '1.1',
    target: 'AmazonSSM',
    resource: ['Name'],
    actions: ssmActions,
    access: ssmAccess,
  },
  {
    protocol: 'json',
    signingName: 'logs',
    version: '1.1',
    target: 'Logs_20140328',
    resource: ['logGroupName', 'logGroupIdentifier'],
    actions: logsActions,
    members: logsMembers,
    access: logsAccess,
  },
  {
    protocol: 'json',
    signingName: 'states',
    version: '1.0',
    target: 'AWSStepFunctions',
    resource: ['stateMachineArn', 'executionArn'],
    actions: statesActions,
    members: statesMembers,
    access: statesAccess,
  },
  {
    protocol: 'json',
    signingName: 'kms',
    version: '1.1',
    target: 'TrentService',
    resource: ['KeyId', 'DestinationKeyId'],
    actions: kmsActions,
    members: kmsMembers,
    access: kmsAccess,
  },
  {
    protocol: 'json',
    signingName: 'ecr',
    version: '1.1',
    target: 'AmazonEC2ContainerRegistry_V20150921',
    resource: ['repositoryName'],
    actions: ecrActions,
    members: ecrMembers,
    access: ecrAccess,
  },
  {
    protocol: 'json',
    signingName: 'codebuild',
    version: '1.1',
    target: 'CodeBuild_20161006',
    resource: ['projectName', 'ids'],
    actions: codeBuildActions,
    members: codeBuildMembers,
    access: codeBuildAccess,
  },
  {
    protocol: 'json',
    signingName: 'secretsmanager',
    version: '1.1',
    target: 'secretsmanager',
    resource: ['SecretId', 'Name'],
    actions: secretsManagerActions,
    members: secretsManagerMembers,
    access: secretsManagerAccess,
  },
  {
    protocol: 'json',
    signingName: 'dynamodb',
    version: '1.0',
    target: 'DynamoDB_20120810',
    resource: ['TableName'],
    actions: dynamoDbActions,
    members: dynamoDbMembers,
    access: dynamoDbAccess,
  },
  {
    protocol: 'json',
    signingName: 'events',
    version: '1.1',
    target: 'AWSEvents',
    resource: [],
    actions: eventsActions,
    members: eventsMembers,
    access: eventsAccess,
  },
  { protocol: 'rest-json', signingName: 'lambda', call: lambdaCall },
  { protocol: 'rest-json', signingName: 'bedrock', call: bedrockCall },
  { protocol: 'rest-json', signingName: 's3vectors', call: s3VectorsCall },
  { protocol: 'rest-xml', signingName: 's3', call: s3Call },
];
