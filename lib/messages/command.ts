import type { Declarations } from './declaration';

/** Raised by the commands of `bin` and by the files that they read and write. */
export const commandMessages = {
  AzureProgramFailed: {
    title: 'Azure program failed',
    meaning: 'The Azure program could not be recorded.',
    fix: 'Correct the error that the message names.',
  },
  CdkCliMissing: {
    title: 'CDK CLI missing',
    meaning: 'The package aws-cdk is not installed in the project.',
    fix: 'Run npm install --save-dev aws-cdk.',
    fault: 'environment',
  },
  ConfigExits: {
    title: 'Config exits',
    meaning: 'The config ends the process while it loads.',
    fix: 'Remove process.exit; throw an error to stop the command.',
  },
  ConfigImportMissing: {
    title: 'Import missing',
    meaning: 'The config imports a package that is not installed, or a file that does not exist.',
    fix: 'Install the package, or correct the path.',
  },
  ConfigNeverSettles: {
    title: 'Config never settles',
    meaning: 'The config exports a Promise that never settles.',
    fix: 'Resolve or reject the Promise on every path.',
  },
  ConfigNotFound: {
    title: 'Config not found',
    meaning: 'The config file does not exist.',
    fix: 'Name the file with --config, or run the command in its folder.',
  },
  ConfigNotPlanned: {
    title: 'Config not planned',
    meaning: 'The Pulumi program declares nothing, because the config has errors or has no such stack.',
    fix: 'Correct the errors that are printed above.',
  },
  ConfigNotUsed: {
    title: 'Config not used',
    meaning: 'The config has errors, so its rows are not in the catalogue of this command.',
    fix: 'Run llmops lint to see the errors.',
    severity: 'warning',
  },
  ConfigSyntaxError: {
    title: 'Config syntax error',
    meaning: 'The config does not compile.',
    fix: 'Correct the syntax at the line that the message names.',
  },
  ConfigThrows: {
    title: 'Config throws',
    meaning: 'The config throws an error, or rejects its Promise, while it loads.',
    fix: 'Correct the code that throws, or catch the error in the config.',
  },
  ConfigUnreadable: {
    title: 'Config unreadable',
    meaning: 'The config is a folder, or cannot be read.',
    fix: 'Name a file that can be read.',
  },
  ConfigWithoutDefault: {
    title: 'Config without default export',
    meaning: 'The config file has no default export.',
    fix: 'Export the platform as the default.',
  },
  DoesNotFit: {
    title: 'Does not fit',
    meaning: 'The model does not fit the instance at this load.',
    fix: 'Use an instance with more memory, a smaller number format, or shorter requests.',
  },
  FileTooLarge: {
    title: 'File too large',
    meaning: 'A file is larger than llmops check reads.',
    fix: 'Split the template or the graph.',
  },
  CdkValidatorFailed: {
    title: 'CDK validator failed',
    meaning: 'The validator inside aws-cdk-lib ended with an error, so that it judged nothing.',
    fix: 'Check without --with-cdk.',
  },
  CdkValidatorMissing: {
    title: 'CDK validator missing',
    meaning: 'The validator was asked for, and aws-cdk-lib is not installed or older than its validator.',
    fix: 'Run npm install aws-cdk-lib, or check without --with-cdk.',
  },
  FileUnreadable: {
    title: 'File unreadable',
    meaning: 'A file does not exist, is a folder, cannot be read, or is not UTF-8 text.',
    fix: 'Name a text file that can be read.',
  },
  NoRegionToRefresh: {
    title: 'No region to refresh',
    meaning: 'No region was named, and there is no config to take regions from.',
    fix: 'Add --region, or run the command in the folder of a config.',
  },
  ObjectiveMissed: {
    title: 'Objective missed',
    meaning: 'A copy answers slower than the objective at this load.',
    fix: 'Run more copies, or use faster GPUs.',
  },
  OptionMissing: {
    title: 'Option missing',
    meaning: 'A required option is missing.',
    fix: 'Add the option; --help shows an example.',
  },
  OtherAccount: {
    title: 'Other account',
    meaning: 'The credentials are for another account than the environment whose deployed state is asked for.',
    fix: 'Use credentials of the account of the environment.',
    fault: 'environment',
  },
  OutputUnwritable: {
    title: 'Output unwritable',
    meaning: 'A file or folder that a command writes cannot be written.',
    fix: 'Name another location, or change its permissions.',
    fault: 'environment',
  },
  PolicyFileUnread: {
    title: 'Policy file unread',
    meaning: 'A file of --policies is not there, is no JSON, or is no policy of AWS Organizations or Azure.',
    fix: 'Name what aws organizations describe-policy, az policy definition show or az policy assignment list print.',
  },
  PriceListUnread: {
    title: 'Price list not read',
    meaning: 'A public price list cannot be read to its end, or its format has changed. None of its prices is used.',
    fix: 'Run the command again; if the format has changed, write the prices under catalog.prices.',
    fault: 'provider',
  },
  QueueTooLong: {
    title: 'Queue too long',
    meaning: 'Requests wait for the copy longer than clients wait for an answer.',
    fix: 'Pass the number of requests that one copy serves.',
  },
  UnknownPulumiStack: {
    title: 'Unknown Pulumi stack',
    meaning: 'The name of the Pulumi stack is not an environment with an Azure target and a stage of it.',
    fix: 'Select a stack named <environment>-<stage>.',
  },
  PulumiProjectDiffers: {
    title: 'Pulumi project differs',
    meaning: 'Pulumi.yaml lacks a key that the programs of the kit need.',
    fix: 'Write the key with the value that the message expects.',
  },
  BootstrapTemplateUnknown: {
    title: 'Bootstrap template unknown',
    meaning: 'The bootstrap template of the installed CDK CLI lacks a part that the kit replaces.',
    fix: 'Install the version of aws-cdk that the message expects.',
    fault: 'environment',
  },
  NoCloudRights: {
    title: 'No rights on a cloud',
    meaning: 'The environment has no target on the cloud whose rights were asked for.',
    fix: 'Name an environment with that target, or leave out the option.',
  },
  RightsNotNarrowed: {
    title: 'Rights not narrowed',
    meaning: 'The rights that a resource needs are not known, or would be for every name.',
    fix: 'Do what the message says, or deploy the resource in a stack with a role of its own.',
  },
  StackFileEdited: {
    title: 'Stack file edited',
    meaning: 'A generated stack file differs from the config.',
    fix: 'Run llmops lint --fix.',
  },
  StackFileLeftOver: {
    title: 'Stack file left over',
    meaning: 'A stack file belongs to an environment that the config does not have on Azure.',
    fix: 'Destroy the stack if it is deployed, then remove the file.',
    severity: 'warning',
  },
  StackFileMissing: {
    title: 'Stack file missing',
    meaning: 'A generated stack file does not exist.',
    fix: 'Run llmops lint --fix and commit the file.',
  },
  StackFileUnreadable: {
    title: 'Stack file unreadable',
    meaning: 'A generated stack file is not YAML, or cannot be read.',
    fix: 'Remove the file and run llmops lint --fix.',
  },
  TooManyPolicies: {
    title: 'Too many policies',
    meaning: 'The rights of the templates do not fit the managed policies that a role takes.',
    fix: 'Give the environments bootstrap stacks of their own.',
  },
  UnknownPlanPath: {
    title: 'Unknown plan path',
    meaning: 'The plan has no value at this path.',
    fix: 'Use a path that the message lists.',
  },
  WrongUsage: {
    title: 'Wrong usage',
    meaning: 'The command line names a command, an option or an argument that does not exist, or leaves one out.',
    fix: 'See the help of the command.',
  },
} as const satisfies Declarations;
