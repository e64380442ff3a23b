import type { Declarations } from './declaration';
import { applicationMessages } from './rules/application';
import { azureAiMessages } from './rules/azure-ai';
import { azureAksMessages } from './rules/azure-aks';
import { azureAppsMessages } from './rules/azure-apps';
import { azureDataMessages } from './rules/azure-data';
import { azureIdentityMessages } from './rules/azure-identity';
import { azureMlMessages } from './rules/azure-ml';
import { azureNetworkMessages } from './rules/azure-network';
import { azureOperationsMessages } from './rules/azure-operations';
import { bedrockMessages } from './rules/bedrock';
import { ciMessages } from './rules/ci';
import { dataMessages } from './rules/data';
import { eksMessages } from './rules/eks';
import { iamMessages } from './rules/iam';
import { kubernetesMessages } from './rules/kubernetes';
import { networkMessages } from './rules/network';
import { sagemakerMessages } from './rules/sagemaker';
import { vectorMessages } from './rules/vector';

/** Findings of the review rules, one code for each rule. */
export const ruleMessages = {
  BedrockTextFilterable: {
    title: 'Filterable chunk text',
    meaning:
      'An S3 Vectors index behind a Bedrock knowledge base filters by the text of a chunk, so ingestion fails at the first text over 2 KB.',
    fix: 'Add AMAZON_BEDROCK_TEXT to the keys that are not filterable.',
  },
  CdkValidation: {
    title: 'Rule of the CDK',
    meaning:
      'The validator inside aws-cdk-lib refuses a template, or warns about it. Asked with --with-cdk. The finding names its rule.',
    fix: 'Follow the finding, or leave out --with-cdk.',
  },
  ConstraintViolation: {
    title: 'Rule of a service',
    meaning:
      'A resource or template breaks a rule of its service that no schema expresses, so the deployment fails. The finding names the rule and its source.',
    fix: 'Follow the fix of the finding.',
  },
  ConstraintWithoutEffect: {
    title: 'Setting without effect',
    meaning:
      'A service takes what a resource says, and it does nothing, such as a policy action that does not exist. The finding names the rule and its source.',
    fix: 'Follow the fix of the finding.',
    severity: 'warning',
  },
  CustomResource: {
    title: 'Custom resource',
    meaning: 'A resource depends on code that runs during deployment, which can fail the deployment and its rollback.',
    fix: 'Use the native resource type, or record the reason in an ADR.',
  },
  DataSourceDeletion: {
    title: 'Data source deletes from a deleted store',
    meaning:
      'A data source deletes its vectors before it is deleted, while the same stack deletes their store, so the stack can stay in DELETE_FAILED.',
    fix: 'Set DataDeletionPolicy to RETAIN.',
    severity: 'warning',
  },
  GpuStartTimeout: {
    title: 'GPU start timeout',
    meaning: 'A GPU container that loads weights from S3 has the default time to start, which large weights exceed.',
    fix: 'Set ContainerStartupHealthCheckTimeoutInSeconds.',
    severity: 'warning',
  },
  HostImageMismatch: {
    title: 'Host image mismatch',
    meaning:
      'The host image of a GPU variant does not start its container image, or does not run on the instance family.',
    fix: 'Set InferenceAmiVersion to a host image with the CUDA version of the image.',
  },
  HostImageUnset: {
    title: 'Host image not set',
    meaning:
      'A GPU variant runs an image for CUDA 13 and leaves the host image to SageMaker, whose default may be older.',
    fix: 'Set InferenceAmiVersion.',
    severity: 'warning',
  },
  IamWildcard: {
    title: 'IAM wildcard',
    meaning: 'An identity policy allows every action, an action on every resource, or everything except a list.',
    fix: 'Name the actions and the ARNs of the resources.',
  },
  ImagePullDenied: {
    title: 'Image pull denied',
    meaning: "The execution role of a model may not pull the model's image, so the endpoint cannot be created.",
    fix: 'Allow the three ECR pull actions on the repository of the image.',
  },
  InferenceProfileRegions: {
    title: 'Model regions of an inference profile',
    meaning: 'A policy allows a geographic inference profile, but not its model in every region the profile routes to.',
    fix: 'Allow the foundation model in every region of the profile.',
    severity: 'warning',
  },
  OpenFederatedTrust: {
    title: 'Open federated trust',
    meaning: 'Tokens of an identity provider can take a role without a condition that names one subject.',
    fix: 'Compare audience and subject with StringEquals or StringLike, and name the repository in full.',
  },
  PublicCollection: {
    title: 'Public collection',
    meaning: 'A network policy of OpenSearch Serverless opens its collections to public addresses.',
    fix: 'Set AllowFromPublic to false and name the VPC endpoints or services that may connect.',
  },
  PublicNetworkAccess: {
    title: 'Public network access',
    meaning: 'An Azure data plane can be reached from public addresses.',
    fix: "Set publicNetworkAccess to 'Disabled' and use a private endpoint.",
  },
  SchemaViolation: {
    title: 'Schema violation',
    meaning: 'A resource does not fit the CloudFormation schema of its type, so CloudFormation refuses the template.',
    fix: 'Remove unknown properties, add required ones and correct types, by the CloudFormation reference.',
  },
  StatefulNotRetained: {
    title: 'Stateful resource not retained',
    meaning: 'A resource that holds data is deleted with its stack, while other data of the environment is retained.',
    fix: 'Set DeletionPolicy and UpdateReplacePolicy to Retain, or protect and retainOnDelete.',
  },
  UnplannedName: {
    title: 'Unplanned name',
    meaning: 'A resource has a physical name that is not in the plan.',
    fix: 'Use the name from the plan, or let the provider choose it.',
  },
  ...applicationMessages,
  ...azureAiMessages,
  ...azureAksMessages,
  ...azureAppsMessages,
  ...azureDataMessages,
  ...azureIdentityMessages,
  ...azureMlMessages,
  ...azureNetworkMessages,
  ...azureOperationsMessages,
  ...bedrockMessages,
  ...ciMessages,
  ...dataMessages,
  ...eksMessages,
  ...iamMessages,
  ...kubernetesMessages,
  ...networkMessages,
  ...sagemakerMessages,
  ...vectorMessages,
} as const satisfies Declarations;
