import { cloudFormationAccess } from './cloudformation/access';
import { cloudFormationActions } from './cloudformation/actions';
import { ec2Actions } from './ec2/actions';
import { ecrAccess, ecrActions } from './ecr/actions';
import { kmsAccess } from './kms/access';
import { kmsActions } from './kms/actions';
import { lambdaCall } from './lambda/lambda';
import { logsAccess } from './logs/access';
import { logsActions } from './logs/actions';
import { s3Call } from './s3/s3';
import type { LocalService } from './service';
import { ssmAccess } from './ssm/access';
import { ssmActions } from './ssm/actions';
import { statesAccess } from './states/access';
import { statesActions } from './states/actions';
import { stsAccess } from './sts/access';
import { stsActions } from './sts/actions';

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
    access: cloudFormationAccess,
  },
  {
    protocol: 'query',
    signingName: 'sts',
    namespace: 'https://sts.amazonaws.com/doc/2011-06-15/',
    resource: ['RoleArn'],
    actions: stsActions,
    access: stsAccess,
  },
  {
    protocol: 'query',
    dialect: 'ec2',
    signingName: 'ec2',
    namespace: 'http://ec2.amazonaws.com/doc/2016-11-15/',
    resource: [],
    actions: ec2Actions,
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
    access: logsAccess,
  },
  {
    protocol: 'json',
    signingName: 'states',
    version: '1.0',
    target: 'AWSStepFunctions',
    resource: ['stateMachineArn', 'executionArn'],
    actions: statesActions,
    access: statesAccess,
  },
  {
    protocol: 'json',
    signingName: 'kms',
    version: '1.1',
    target: 'TrentService',
    resource: ['KeyId', 'DestinationKeyId'],
    actions: kmsActions,
    access: kmsAccess,
  },
  {
    protocol: 'json',
    signingName: 'ecr',
    version: '1.1',
    target: 'AmazonEC2ContainerRegistry_V20150921',
    resource: ['repositoryName'],
    actions: ecrActions,
    access: ecrAccess,
  },
  { protocol: 'rest-json', signingName: 'lambda', call: lambdaCall },
  { protocol: 'rest-xml', signingName: 's3', call: s3Call },
];
