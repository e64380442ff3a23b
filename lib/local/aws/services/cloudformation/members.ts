import type { Understood } from '../understood';

const template = ['TemplateBody', 'TemplateURL'];
const policy = ['StackPolicyBody', 'StackPolicyURL'];
const mode = ['DeploymentConfig.Mode', 'DeploymentConfig.DisableRollback'];
/** What every deployment understands. Validation cannot be switched off here. */
const deployment = [
  'StackName',
  ...template,
  'Parameters',
  'Capabilities',
  'RoleARN',
  'NotificationARNs',
  'Tags',
  'DisableValidation=false',
  ...mode,
];
const changeSet = ['ChangeSetName', 'StackName'];
const token = 'ClientRequestToken';
const refactor = ['StackRefactorId'];

/**
 * What each action of CloudFormation understands. Not there, and so refused: RollbackConfiguration, ResourceTypes,
 * stack sets, and tokens of pages that this cloud never cuts.
 * Source: API model of CloudFormation in botocore 1.44.8 (2026-11).
 */
export const cloudFormationMembers: Understood = {
  CancelUpdateStack: ['StackName', token],
  ContinueUpdateRollback: ['StackName', 'RoleARN', 'ResourcesToSkip', token, 'ForceRollback'],
  CreateChangeSet: [
    ...deployment,
    ...changeSet,
    'UsePreviousTemplate',
    'ClientToken',
    'Description',
    'ChangeSetType',
    'ResourcesToImport',
    'IncludeNestedStacks',
    'OnStackFailure',
    'ImportExistingResources',
    'DeploymentMode',
  ],
  CreateStack: [
    ...deployment,
    ...policy,
    'DisableRollback',
    'OnFailure',
    'TimeoutInMinutes',
    token,
    'EnableTerminationProtection',
    'RetainExceptOnCreate',
  ],
  CreateStackRefactor: ['Description', 'EnableStackCreation', 'ResourceMappings', 'StackDefinitions'],
  DeleteChangeSet: changeSet,
  DeleteStack: ['StackName', 'RetainResources', 'RoleARN', token, 'DeletionMode', 'DeploymentConfig.Mode'],
  DescribeChangeSet: [...changeSet, 'IncludePropertyValues'],
  DescribeEvents: [...changeSet, 'OperationId', 'Filters.FailedEvents', 'NextToken'],
  DescribeStackDriftDetectionStatus: ['StackDriftDetectionId'],
  DescribeStackEvents: ['StackName', 'NextToken'],
  DescribeStackRefactor: refactor,
  DescribeStackResource: ['StackName', 'LogicalResourceId'],
  DescribeStackResourceDrifts: ['StackName', 'StackResourceDriftStatusFilters'],
  DescribeStackResources: ['StackName', 'LogicalResourceId'],
  DescribeStacks: ['StackName'],
  DetectStackDrift: ['StackName'],
  DetectStackResourceDrift: ['StackName', 'LogicalResourceId'],
  ExecuteChangeSet: [...changeSet, token, 'DisableRollback', 'RetainExceptOnCreate'],
  ExecuteStackRefactor: refactor,
  GetStackPolicy: ['StackName'],
  GetTemplate: ['StackName', 'TemplateStage'],
  GetTemplateSummary: [
    ...template,
    'StackName',
    'CallAs=SELF',
    'TemplateSummaryConfig.TreatUnrecognizedResourceTypesAsWarnings=false',
  ],
  ListChangeSets: ['StackName'],
  ListExports: [],
  ListHookResults: ['TargetType', 'TargetId', 'TypeArn', 'Status'],
  ListImports: ['ExportName'],
  ListStackRefactorActions: refactor,
  ListStackRefactors: ['ExecutionStatusFilter'],
  ListStackResources: ['StackName'],
  ListStacks: ['StackStatusFilter'],
  RollbackStack: ['StackName', 'RoleARN', token, 'RetainExceptOnCreate', 'DeploymentConfig.Mode'],
  SetStackPolicy: ['StackName', ...policy],
  SignalResource: ['StackName', 'LogicalResourceId', 'UniqueId', 'Status'],
  UpdateStack: [
    ...deployment,
    ...policy,
    'UsePreviousTemplate',
    'StackPolicyDuringUpdateBody',
    'StackPolicyDuringUpdateURL',
    'DisableRollback',
    token,
    'RetainExceptOnCreate',
  ],
  UpdateTerminationProtection: ['EnableTerminationProtection', 'StackName'],
  ValidateTemplate: template,
};
