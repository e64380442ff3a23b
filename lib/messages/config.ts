import type { Declarations } from './declaration';

/** Raised by the rules of `lib/platform` on a config whose shape is right. */
export const configMessages = {
  InvalidAcceptance: {
    title: 'Invalid acceptance',
    meaning:
      'An acceptance of a concern has no owner or address, a reason that says too little, or a last day that is none.',
    fix: 'Write why the concern is accepted, by whom, and until when.',
  },
  NotAcceptable: {
    title: 'Cannot be accepted',
    meaning: 'An acceptance names a code that nobody can accept: rights for everybody, or what the deployment refuses.',
    fix: 'Change the resource.',
  },
  UnknownAcceptance: {
    title: 'Unknown acceptance',
    meaning: 'An acceptance names a code that no concern and no rule has.',
    fix: 'Use the code that the review prints.',
  },
  CloudNotUsed: {
    title: 'Cloud not used',
    meaning: 'An endpoint names a cloud on which the platform has no environment.',
    fix: 'Add a target on this cloud to an environment, or remove the cloud from the endpoint.',
  },
  EmbeddingWithoutStore: {
    title: 'Embedding without store',
    meaning: 'A knowledge base names an embedding model for a cloud on which it stores no vectors.',
    fix: 'Add the store, or remove the model.',
    severity: 'warning',
  },
  EmptyWaiverReason: {
    title: 'Empty waiver reason',
    meaning: 'Gates, or the rollback of an endpoint, are waived without a reason.',
    fix: 'Write why no gate or rollback is needed.',
  },
  FailoverNeedsBothClouds: {
    title: 'Failover needs both clouds',
    meaning: 'An endpoint with failover runs on one cloud only, so it has no standby.',
    fix: 'Add the other cloud to the endpoint, or remove failover.',
  },
  GatesWithoutPromotion: {
    title: 'Gates without promotion',
    meaning: 'The environment has gates, but no release is promoted into it, so they never apply.',
    fix: 'Add promotesFrom, or remove the gates.',
  },
  ImpossibleModel: {
    title: 'Impossible model',
    meaning: 'A private model has more of a part than of the whole, for example more KV heads than heads.',
    fix: 'Copy the numbers from the config.json of the model.',
  },
  InvalidAdapter: {
    title: 'Invalid adapter',
    meaning: 'The name of a LoRA adapter, or its directory, cannot be used.',
    fix: 'Use a name and a relative directory as the message says.',
  },
  InvalidAccount: {
    title: 'Invalid account',
    meaning: 'An AWS account id does not have twelve digits.',
    fix: 'Write the twelve digits in quotes, leading zeros included.',
  },
  InvalidArtifactUri: {
    title: 'Invalid artifact URI',
    meaning: 'The URI does not name a location of model weights.',
    fix: 'Use an S3 prefix with a final slash, or a model version of an Azure ML registry.',
  },
  InvalidBranch: {
    title: 'Invalid branch',
    meaning: 'The value is not the name of one branch.',
    fix: 'Write the name of the branch that deploys, without a wildcard.',
  },
  InvalidCidr: {
    title: 'Invalid address range',
    meaning: 'The value is not an IPv4 range, has host bits, or is too small or too large.',
    fix: 'Use a range from /16 to /22 without host bits, for example 10.20.0.0/16.',
  },
  InvalidContact: {
    title: 'Invalid contact',
    meaning: 'The contact is not an e-mail address, so alarms cannot be delivered.',
    fix: 'Write an address that a team reads.',
  },
  InvalidDate: {
    title: 'Invalid date',
    meaning: 'The value is not a calendar date.',
    fix: 'Write year, month and day, for example 2026-11-28.',
  },
  InvalidDigest: {
    title: 'Invalid image digest',
    meaning: 'The value is not an image digest. A tag can point to another image after the test.',
    fix: "Copy the digest from the registry, or from 'docker buildx imagetools inspect'.",
  },
  InvalidEngineVersion: {
    title: 'Invalid engine version',
    meaning: 'The version of a row under catalog.engines names no release.',
    fix: 'Write the number of the release that the image contains, for example 0.33.0.',
  },
  InvalidGeneration: {
    title: 'Invalid generation',
    meaning: 'The generation of an Azure environment is not a whole number from 1 to 99.',
    fix: 'Write 1, and one more after each time the environment was destroyed.',
  },
  InvalidHostImage: {
    title: 'Invalid host image',
    meaning: 'The value is not written like a host image of SageMaker.',
    fix: "Copy a value of InferenceAmiVersion from SageMaker's documentation, or remove the field.",
  },
  InvalidImageRepository: {
    title: 'Invalid image repository',
    meaning: 'The value is not the name of an image or of its repository.',
    fix: 'Write it without tag and digest; without the host of the registry, too, where the kit chooses the registry.',
  },
  InvalidImageTag: {
    title: 'Invalid image tag',
    meaning: 'The value is not the tag of an image.',
    fix: 'Copy the tag from the list of images.',
  },
  InvalidKeyArn: {
    title: 'Invalid key ARN',
    meaning: 'The value is not the ARN of a KMS key, or the bucket that it encrypts is not named.',
    fix: 'Copy the ARN of the key that encrypts the bucket of s3Uri.',
  },
  InvalidModelId: {
    title: 'Invalid model id',
    meaning: 'The value is not the id of a model repository or of a managed model.',
    fix: 'Copy the id from the page of the model or from the list of the service.',
  },
  InvalidModelVersion: {
    title: 'Invalid model version',
    meaning: 'The version of a managed model is empty.',
    fix: "Copy the version from 'az cognitiveservices model list'.",
  },
  InvalidMonth: {
    title: 'Invalid month',
    meaning: 'The first month of a budget is not written as year and month.',
    fix: 'Write year and month, for example 2026-12.',
  },
  InvalidName: {
    title: 'Invalid name',
    meaning: 'A name has characters that its services do not allow, or is too long.',
    fix: 'Use lower-case letters, digits and single hyphens within the length that the message names.',
  },
  InvalidPrefix: {
    title: 'Invalid prefix',
    meaning: 'The value is not a prefix of objects.',
    fix: 'Write path segments that end with a slash, for example handbook/.',
  },
  InvalidPrivateService: {
    title: 'Invalid private service',
    meaning: 'The name of a service is not the one of its VPC endpoint, or an action is none of IAM or a wildcard.',
    fix: 'Write the service without its regional prefix, and each action that applications call.',
  },
  InvalidQualifier: {
    title: 'Invalid bootstrap qualifier',
    meaning: 'The qualifier of the CDK bootstrap stack has other characters or more than ten.',
    fix: 'Copy the qualifier that the account was bootstrapped with.',
  },
  InvalidRegionId: {
    title: 'Invalid region id',
    meaning: 'The id of a row under catalog.regions is not written like a region of its cloud.',
    fix: 'Write the code of an AWS region or the name of an Azure location, not the display name.',
  },
  InvalidRepository: {
    title: 'Invalid repository',
    meaning: 'The value is not a GitHub repository.',
    fix: 'Write organisation/repository or organisation@id/repository@id, without host and wildcard.',
  },
  InvalidRepositoryIds: {
    title: 'Invalid repository ids',
    meaning: 'Only one of the ids of owner and repository is written, or an id is written twice with two values.',
    fix: 'Write the ids of owner and repository in one place, both or neither.',
  },
  InvalidRetentionDays: {
    title: 'Invalid retention days',
    meaning: 'CloudWatch Logs or Log Analytics does not offer this retention.',
    fix: 'Use one of the numbers of days that the message lists.',
  },
  InvalidRevision: {
    title: 'Invalid revision',
    meaning: 'The revision is not a full commit hash. A branch or tag can move after the test.',
    fix: 'Write the 40 digits of the commit hash.',
  },
  InvalidSchedule: {
    title: 'Invalid schedule',
    meaning: 'The busy hours end before they begin, or the times of a schedule cannot be read.',
    fix: 'Write the busy hours of the day, or a line of crontab with five fields.',
  },
  InvalidServingName: {
    title: 'Invalid serving name',
    meaning: 'The repository or model that serves on Azure has a name that no registry has.',
    fix: 'Write the name as the registry lists it.',
  },
  InvalidTagValue: {
    title: 'Invalid tag value',
    meaning: 'The value cannot be a tag on both clouds.',
    fix: 'Use 1 to 256 letters, digits, spaces or _ . : / = + - @.',
  },
  InvalidTimeZone: {
    title: 'Invalid time zone',
    meaning: 'The value is not the name of a time zone.',
    fix: "Use 'UTC' or an IANA name, for example 'Europe/Berlin'.",
  },
  InvalidUuid: {
    title: 'Invalid UUID',
    meaning: 'An Azure tenant or subscription id is not a UUID.',
    fix: "Copy the id from 'az account show'.",
  },
  InvalidWeek: {
    title: 'Invalid week',
    meaning: 'A day does not have 24 hours, an hour is not a fraction of the peak, or no hour reaches the peak.',
    fix: 'Write 24 numbers from 0 to 1 for each day, with 1 for the busiest hour.',
  },
  InvalidZone: {
    title: 'Invalid zone',
    meaning: 'A zone of a row under catalog.regions does not belong to the region.',
    fix: 'Write the zones as the cloud lists them for the region: region code and letter on AWS, a number on Azure.',
  },
  MaxTokensBelowTypical: {
    title: 'Longest request below the typical request',
    meaning: 'The longest request and answer together are shorter than a typical request and answer.',
    fix: 'Raise maxTokens to the sum of inputTokens and outputTokens or more, or remove it.',
  },
  MissingArtifact: {
    title: 'Missing artifact',
    meaning: 'No weights of this number format are stored on a cloud of the endpoint.',
    fix: 'Write the location of the weights on each cloud, or remove the format.',
  },
  MissingGates: {
    title: 'Missing gates',
    meaning: 'Releases are promoted into the environment without a gate and without a waiver.',
    fix: 'Add a gate, or waive the gates with a reason.',
  },
  MissingImageDigest: {
    title: 'Missing image digest',
    meaning: 'An endpoint runs on a cloud for which it has no container image.',
    fix: 'Add the digest of the image for this cloud, or remove the cloud.',
  },
  ModelWithoutCloud: {
    title: 'Model without its cloud',
    meaning: 'A managed model needs a cloud on which the platform has no environment.',
    fix: 'Add a target on this cloud to an environment, or remove the model.',
  },
  NoApprover: {
    title: 'No approver',
    meaning: 'An approval gate names no person or team, so it can never be approved.',
    fix: 'Name at least one person or team.',
  },
  NoCloud: {
    title: 'No cloud',
    meaning: 'An environment has neither an aws nor an azure target.',
    fix: 'Add an aws target, an azure target or both.',
  },
  NoEnvironment: {
    title: 'No environment',
    meaning: 'The platform has no environment.',
    fix: 'Add at least one environment with a tier and a target.',
  },
  NotPlaced: {
    title: 'Endpoint not in this environment',
    meaning: 'An environment has no target on a cloud of the endpoint, so the endpoint is not deployed there.',
    fix: 'Add the target to the environment, or ignore the warning if this is intended.',
    severity: 'warning',
  },
  OverlappingCidrs: {
    title: 'Overlapping address ranges',
    meaning: 'Two address ranges of the platform overlap, so their networks can never be connected.',
    fix: 'Choose another range for one of them.',
  },
  PromotionCycle: {
    title: 'Promotion cycle',
    meaning: 'Environments promote from each other in a cycle.',
    fix: 'Remove promotesFrom from one environment of the cycle.',
  },
  RepeatedEntry: {
    title: 'Repeated entry',
    meaning: 'The list contains the entry twice.',
    fix: 'Remove one of the two.',
  },
  RepeatedRow: {
    title: 'Repeated row',
    meaning: 'Two rows under catalog describe the same thing.',
    fix: 'Remove one of the two rows.',
  },
  RepositoryNameOnly: {
    title: 'Repository trusted by name only',
    meaning:
      'The pipeline trusts the names of owner and repository. A repository that GitHub created, renamed or transferred after 2026-07-15 sends ids too and is refused; names can be given to others.',
    fix: 'Write pipeline.ownerId and pipeline.repositoryId, unless the repository sends names only.',
    severity: 'warning',
  },
  ReservationEnded: {
    title: 'Reservation ended',
    meaning: 'A reservation ended before the date of its row.',
    fix: 'Remove the row, or write the new end and the new asOf.',
  },
  RowWithoutSource: {
    title: 'Row without a source',
    meaning: 'A row under catalog does not name its source.',
    fix: 'Name the contract, price list or configuration file that the figures come from.',
  },
  ScaleToZeroInProduction: {
    title: 'Scale to zero in production',
    meaning: 'A production endpoint that scales to zero fails requests for minutes while it starts.',
    fix: "Use 'keep-warm' or a schedule.",
  },
  ScaleToZeroOnAzure: {
    title: 'Scale to zero on Azure',
    meaning: 'Azure Machine Learning does not document scaling online endpoints to zero.',
    fix: "Use 'keep-warm', or serve the endpoint on AWS only.",
    fault: 'provider',
  },
  PrivateServiceHasGateway: {
    title: 'Private service has a gateway',
    meaning:
      'An entry of privateServices names S3 or DynamoDB, which every network reaches through a gateway endpoint.',
    fix: 'Remove the entry.',
  },
  ProviderWithoutPipeline: {
    title: 'Identity provider without pipeline',
    meaning: 'An identityProvider has no effect, because the platform has no pipeline whose role would trust it.',
    fix: 'Add pipeline, or remove identityProvider.',
    severity: 'warning',
  },
  ScheduleBelowTier: {
    title: 'Schedule below the tier',
    meaning: 'Outside of the busy hours, fewer copies would run than a production environment needs.',
    fix: 'Raise minReplicas, or remove it to use the minimum of each tier.',
  },
  ServingWithoutEffect: {
    title: 'Serving setting without effect',
    meaning: 'A setting of what serves is never used on Azure, because of the clouds or of another setting.',
    fix: 'Remove it, or ignore this where another cloud uses it.',
    severity: 'warning',
  },
  StoreWithoutCloud: {
    title: 'Vector store without its cloud',
    meaning: 'A vector store needs a cloud on which the platform has no environment.',
    fix: 'Add a target on this cloud to an environment, or remove the store.',
  },
  TrafficShapeTwice: {
    title: 'Traffic shape written twice',
    meaning: 'The load over the day is written as week and as hoursPerDay, and the two can disagree.',
    fix: 'Remove hoursPerDay.',
  },
  UnknownEnvironment: {
    title: 'Unknown environment',
    meaning: 'The platform has no environment with this name.',
    fix: 'Correct the name, or add the environment.',
  },
  UnknownModel: {
    title: 'Unknown model',
    meaning: 'No model has this key in the config, or this name in the catalogue.',
    fix: 'Correct the name, or add the model.',
  },
  UntestedCloud: {
    title: 'Untested cloud',
    meaning:
      'Releases are promoted from an environment that has no target on this cloud, so they were not tested on it.',
    fix: 'Add the target to the source environment, or remove it here.',
  },
  UnusedPin: {
    title: 'Unused pin',
    meaning: 'A pin has no effect because the endpoint does not run on its cloud.',
    fix: 'Add the cloud to the endpoint, or remove the pin.',
  },
  WrongModelKind: {
    title: 'Wrong kind of model',
    meaning: 'The model is of a kind that cannot be used here.',
    fix: 'Use or declare a model of a kind that the message names.',
  },
} as const satisfies Declarations;
