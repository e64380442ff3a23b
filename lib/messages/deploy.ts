import type { Declarations } from './declaration';

/** Raised by `llmops deploy` and `llmops destroy`, and the causes that they name behind a failed step. */
export const deployMessages = {
  AccountNotBootstrapped: {
    title: 'Account not bootstrapped',
    meaning: 'The account and region lack the bootstrap stack through which the CDK deploys.',
    fix: 'Bootstrap account and region, with rights of your choice.',
  },
  BucketNotEmpty: {
    title: 'Bucket not empty',
    meaning: 'A bucket or a repository has content, and the service deletes empty ones only.',
    fix: 'Empty it, then run the command again.',
  },
  CliMissing: {
    title: 'Command line tool missing',
    meaning: 'A program that deploys is neither in node_modules of the project nor on the path.',
    fix: 'Install the program that the message names.',
    fault: 'environment',
  },
  CredentialsMissing: {
    title: 'Credentials missing',
    meaning: 'The shell has no credentials for the account, or they have expired.',
    fix: 'Sign in, for example with aws sso login or az login, then run the command again.',
    fault: 'environment',
  },
  DeployRightMissing: {
    title: 'Right missing',
    meaning: 'The identity that deploys lacks a right that a step needs.',
    fix: 'Grant the action that the reason names, then run the command again.',
  },
  DestroyNotConfirmed: {
    title: 'Destroy not confirmed',
    meaning: 'Nothing is deleted before the name of the environment is given.',
    fix: 'Type the name of the environment, or add --yes NAME.',
  },
  EndpointNotHealthy: {
    title: 'Endpoint not healthy',
    meaning: 'The container of an endpoint did not answer its health check in time.',
    fix: 'Read the log of the endpoint: weights, image and memory are the usual reasons.',
    fault: 'environment',
  },
  HeldByInterfaces: {
    title: 'Held by network interfaces',
    meaning: 'Network interfaces that a service made are still in a subnet or use a security group.',
    fix: 'Run destroy again when the service has deleted them.',
    fault: 'provider',
  },
  HeldByServiceLink: {
    title: 'Held by a service link',
    meaning: 'A service that ran in a subnet still has a hidden link to it.',
    fix: 'Purge the deleted account, then run destroy again.',
    fault: 'provider',
  },
  JournalDamaged: {
    title: 'Journal damaged',
    meaning: 'The journal of a deployment is cut off or was changed. Nothing was changed.',
    fix: 'Remove the file: the cloud is asked again, and what is done is not repeated on AWS.',
    fault: 'environment',
  },
  JournalForeign: {
    title: 'Journal of another environment',
    meaning: 'The journal is about another platform, another environment or other clouds.',
    fix: 'Move the file away, or run the command in the folder of that platform.',
  },
  JournalInUse: {
    title: 'Journal in use',
    meaning: 'Another process deploys or destroys the environment now.',
    fix: 'Wait for its end, or stop that process.',
  },
  JournalVersion: {
    title: 'Journal of another version',
    meaning: 'Another version of the kit wrote the journal.',
    fix: 'Use that version, or remove the file: the cloud is asked again.',
  },
  NameStillTaken: {
    title: 'Name still taken',
    meaning: 'A resource of that name exists outside of the stack, or its service keeps the name of a deleted one.',
    fix: 'Delete or purge that resource; on Azure raise azure.generation for names of their own.',
  },
  NoCapacity: {
    title: 'No capacity',
    meaning: 'The region has no free instance of the type at this moment. It is no quota.',
    fix: 'Run the command again later, or choose another instance type or region.',
    fault: 'provider',
  },
  ProviderExists: {
    title: 'Identity provider exists',
    meaning:
      'An account has one identity provider for GitHub, and it is there already: a destroy leaves it, because others may use it.',
    fix: "Write identityProvider: 'existing' below aws of the environment, then run the command again.",
  },
  PlaceholderLeft: {
    title: 'Value of an example',
    meaning:
      'A value of the config is one that examples have. In an account of yours it names nothing, or something of others.',
    fix: 'Write your own value.',
  },
  PulumiNotLoggedIn: {
    title: 'Pulumi not logged in',
    meaning: 'The Pulumi CLI has no backend for its state, or no passphrase for its secrets.',
    fix: 'Run pulumi login, and set PULUMI_CONFIG_PASSPHRASE where the backend needs it.',
    fault: 'environment',
  },
  QuotaReached: {
    title: 'Quota reached',
    meaning: 'The account or subscription may not have that many of the type.',
    fix: 'Ask for a higher quota, then run the command again.',
    fault: 'environment',
  },
  RoleNotYetThere: {
    title: 'Role not yet there',
    meaning: 'A role that was just granted has not reached the service, or was never granted.',
    fix: 'Run the command again in some minutes; if it fails again, grant the role.',
    fault: 'environment',
  },
  SdkMissing: {
    title: 'SDK missing',
    meaning: 'A client of the AWS SDK that the command calls is not installed.',
    fix: 'Install the package that the message names.',
    fault: 'environment',
  },
  StackProtected: {
    title: 'Stack protected',
    meaning: 'A stack has termination protection, or its destroy guard is protected.',
    fix: 'Open the protection on purpose, then run the command again.',
  },
  TemplateRefused: {
    title: 'Template refused before it is deployed',
    meaning: 'The early validation of CloudFormation found a property or a name that it refuses. Nothing was deployed.',
    fix: 'Correct the property that the message names where it is declared; llmops check finds such properties offline.',
  },
  UnitOutOfOrder: {
    title: 'Unit out of order',
    meaning: 'A stack or stage was asked for before those that it needs exist.',
    fix: 'Deploy those first.',
  },
  UnknownUnit: {
    title: 'Unknown unit',
    meaning: 'The environment has no stack or stage of that name.',
    fix: 'Use a name that the message lists.',
  },
  WeightsNotThere: {
    title: 'Weights not there',
    meaning: 'The service found no model data at the address that the plan gives.',
    fix: 'Bring the weights, then run the command again.',
  },
} as const satisfies Declarations;
