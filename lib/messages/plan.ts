import type { Declarations } from './declaration';

/** Raised while an environment is planned or one model copy is estimated: facts, sizes, quotas and names. */
export const planMessages = {
  ActionOfOtherService: {
    title: 'Action of another service',
    meaning:
      'An action of privateServices belongs to another service than the endpoint, so no call of it goes through there.',
    fix: 'Move the action to the entry of its service.',
  },
  AnswerSlowerThanLimit: {
    title: 'Answer slower than the service limit',
    meaning: 'A typical answer takes longer than the service keeps a request open.',
    fix: 'Stream the answers, request shorter answers, or set a stricter time per output token.',
    severity: 'warning',
  },
  ChunksTooLong: {
    title: 'Chunks too long',
    meaning: 'A chunk can have more tokens than the embedding model takes.',
    fix: 'Lower maxTokens of the chunking, or use another embedding model.',
  },
  ColdStartBreaksObjective: {
    title: 'Cold start breaks the objective',
    meaning: 'After scaling to zero, the first answer takes minutes, which is longer than the time to first token.',
    fix: 'Use keep-warm, or remove the objective for the first token.',
    severity: 'warning',
  },
  ContextExceedsMemory: {
    title: 'Context exceeds memory',
    meaning: 'No allowed instance has enough memory for the weights and the longest request.',
    fix: 'Lower maxTokens, allow a larger instance, or use a smaller model.',
  },
  AdaptersUnsupported: {
    title: 'Adapters unsupported',
    meaning: 'The engine, its container or a model of a registry cannot load these LoRA adapters.',
    fix: 'Use an engine that the message names, or fewer adapters.',
  },
  ArchitectureUnsupported: {
    title: 'Architecture unsupported',
    meaning: 'The catalogue knows the model and cannot state what its cache or its layers take.',
    fix: 'Use another model, or add a row of your own under catalog.models.',
  },
  ContextTooLong: {
    title: 'Context too long',
    meaning: 'Request and answer are longer than the context that the model was trained on.',
    fix: 'Use fewer tokens, or a model with a longer context.',
  },
  DeviceUnsupported: {
    title: 'Device unsupported',
    meaning: 'The kit has no performance model for devices of this kind, or the engine does not serve on them.',
    fix: 'Use an instance with NVIDIA GPUs of compute capability 7.5 or later.',
  },
  DtypeUnsupported: {
    title: 'Number format unsupported',
    meaning: 'The device has no kernels for the number format.',
    fix: 'Use another number format or another device.',
  },
  EmbeddingNotOnAzure: {
    title: 'Embedding not on Azure',
    meaning:
      'Knowledge is stored in AI Search, and its embedding model is on another cloud: the service cannot call it, so documents and queries must be embedded outside of it.',
    fix: 'Declare an embedding model of Azure OpenAI and name it in azureEmbedding.',
    severity: 'warning',
  },
  EngineAlreadyKnown: {
    title: 'Engine already known',
    meaning: 'The catalogue already has this version of the engine.',
    fix: 'Remove the row unless it is more exact.',
    severity: 'warning',
  },
  EngineNotOnCloud: {
    title: 'Engine not on cloud',
    meaning: 'The catalogue knows no image of this version of the engine on the cloud.',
    fix: 'Use a version that the message lists, or add the image under catalog.engines.',
  },
  HostImageImpossible: {
    title: 'Host image impossible',
    meaning:
      'No host image of SageMaker (InferenceAmiVersion) is known to start this serving image on this instance type.',
    fix: 'Use an instance type that the message lists, or an image for another CUDA version.',
  },
  HostImageUnproven: {
    title: 'Host image unproven',
    meaning: 'No public source shows the serving image, the host image and the instance type together.',
    fix: 'Deploy it in development first, or pin an instance type that was seen.',
    severity: 'warning',
  },
  ImpossibleLifecycle: {
    title: 'Impossible lifecycle',
    meaning: 'State, last day and edition of a managed model in the config contradict each other.',
    fix: 'Copy them from one edition of the schedule of the provider.',
  },
  ImpossibleOffer: {
    title: 'Impossible offer',
    meaning: 'A managed model in the config has an offer that its service cannot have, or lacks a part of it.',
    fix: 'Write what the message asks for.',
  },
  InstanceAlreadyKnown: {
    title: 'Instance already known',
    meaning: 'The catalogue already has this instance type in this region.',
    fix: 'Remove the row; write its price under catalog.prices.',
  },
  InstanceNotInRegion: {
    title: 'Instance not in region',
    meaning: 'The service does not offer the instance type in the region.',
    fix: 'Remove the pin, or use a region that offers the type.',
  },
  LifecycleEditionOld: {
    title: 'Old edition of a lifecycle',
    meaning: 'State and last day of a managed model come from an edition that is older than 120 days.',
    fix: 'Read the schedule of the provider, and write what it says under catalog.managedModels.',
    severity: 'warning',
  },
  LoraRankUnsupported: {
    title: 'LoRA rank unsupported',
    meaning: 'The serving engine has no kernel for this rank.',
    fix: 'Use a rank that the message lists.',
  },
  ModelDeprecated: {
    title: 'Model deprecated',
    meaning: 'Only a subscription that has deployed this version can deploy it, until it retires.',
    fix: 'Use its successor, or list the version under deployedModels where the subscription has deployed it.',
    severity: 'warning',
  },
  ModelLegacy: {
    title: 'Model is legacy',
    meaning: 'The provider has announced the last day of the model, and may refuse it to new customers.',
    fix: 'Use its successor.',
    severity: 'warning',
  },
  ModelNotDeployedBefore: {
    title: 'Model not deployed before',
    meaning: 'The version is deprecated, and the config says that the subscription has not deployed it.',
    fix: 'Use its successor.',
  },
  ModelNotInRegion: {
    title: 'Model not in region',
    meaning: 'The service does not offer the model in the region.',
    fix: 'Use another model, or another region.',
  },
  ModelPreview: {
    title: 'Model in preview',
    meaning: 'The provider can change or withdraw the model without the notice of a generally available one.',
    fix: 'Use a generally available model in production.',
    severity: 'warning',
  },
  ModelRetired: {
    title: 'Model retired',
    meaning: 'The model was retired before the date of the catalogue.',
    fix: 'Use its successor.',
  },
  ModelTooLarge: {
    title: 'Model too large',
    meaning: 'The model fits no instance that is offered.',
    fix: 'Use a smaller model or number format, or a region with larger instances.',
  },
  MissingWeightsKey: {
    title: 'Missing key of weights',
    meaning: 'Weights are in the bucket of another environment, whose key encrypts them. Nothing names the key.',
    fix: 'Write the ARN of that key beside s3Uri, as s3KeyArn.',
  },
  NameCollision: {
    title: 'Name collision',
    meaning: 'Two resources get the same physical name.',
    fix: 'Rename one of the two keys.',
  },
  NoInstanceOffered: {
    title: 'No instance offered',
    meaning: 'No GPU instance is offered, or the pinned type is not among the types offered.',
    fix: 'Use a region with GPU instances, or remove the pin.',
  },
  NoInstancesInRegion: {
    title: 'No instances in region',
    meaning: 'The catalogue has no instance with accelerators in the region.',
    fix: 'Use another region, or remove this cloud from the endpoint.',
  },
  NoTrainingInstance: {
    title: 'No training instance',
    meaning: 'Tuning needs more GPU memory than any instance in the region has.',
    fix: 'Use LoRA, a smaller base model, or another region.',
  },
  NoVariableImage: {
    title: 'No image driven by variables',
    meaning:
      'A deployment of Azure Machine Learning takes no command line, and no published image of this engine version reads its arguments from variables.',
    fix: 'Use a version that the message lists, or an image of your own.',
  },
  NotAnEmbeddingModel: {
    title: 'Not an embedding model',
    meaning: 'The model generates text and returns no vectors.',
    fix: 'Use an embedding model.',
  },
  NotPositive: {
    title: 'Not positive',
    meaning: 'The number is not positive, or is not whole where it must be.',
    fix: 'Use a positive number.',
  },
  NotTextGeneration: {
    title: 'Not a text-generation model',
    meaning: 'The model generates no tokens, so its endpoint cannot be sized or timed, and it replaces none that does.',
    fix: 'Use a model that generates text.',
  },
  ParametersDisagree: {
    title: 'Parameters disagree',
    meaning: 'The sizes of a private model do not add up to its number of parameters.',
    fix: 'Compare the row with the config.json of the model.',
    severity: 'warning',
  },
  PinnedReplicasTooFew: {
    title: 'Pinned replicas too few',
    meaning: 'The pinned replicas cannot serve the peak.',
    fix: 'Pin more replicas, or remove the pin.',
  },
  PriceUnknown: {
    title: 'Price unknown',
    meaning: 'Every instance that can serve the load, or hold the tuning, has no known price.',
    fix: 'Add the price under catalog.prices. Remove the pin of an endpoint, or pin the instance of a tuning job.',
  },
  QuotaExhausted: {
    title: 'Quota exhausted',
    meaning: 'The quota is 0, or too small for the replicas and their update.',
    fix: 'Request a higher quota, and write it under quotas.',
  },
  QuotaStatedTwice: {
    title: 'Quota stated twice',
    meaning: 'An environment writes one quota under two keys, and the values can disagree.',
    fix: 'Remove one of the keys.',
  },
  QuotasDisagree: {
    title: 'Quotas disagree',
    meaning: 'Two environments share an account or subscription and region, and write different values for one quota.',
    fix: 'Write the same value in both, or in one of them only.',
  },
  RegionWithoutInstance: {
    title: 'Region without this instance',
    meaning: 'The catalogue has no price of the instance type in the region.',
    fix: 'Use a region that the message lists, or omit the region.',
  },
  RegistryUnknown: {
    title: 'Registry unknown',
    meaning: 'The catalogue does not know which account publishes the image of AWS in the region.',
    fix: 'Use a region that the message lists.',
  },
  ResidencyViolated: {
    title: 'Residency violated',
    meaning: 'A region or a service would process data outside of the residency.',
    fix: 'Use a region or deployment type inside the residency, or change the residency.',
  },
  RowReplacesCatalogue: {
    title: 'Row replaces the catalogue',
    meaning: 'The catalogue already has this model, version or region; your row is used instead.',
    fix: 'Remove the row unless it is more exact.',
    severity: 'warning',
  },
  ScaleToZeroNotInRegion: {
    title: 'Scale to zero not in the region',
    meaning: 'SageMaker has no inference components in the region, and without them an endpoint keeps an instance.',
    fix: 'Use keep-warm, or a region that the message lists.',
  },
  ScaleToZeroUnproven: {
    title: 'Scale to zero unproven',
    meaning: 'Whether SageMaker has inference components in the region is unknown.',
    fix: 'Deploy the endpoint in development first, or use keep-warm.',
    severity: 'warning',
  },
  SkuNotInRegion: {
    title: 'Deployment type not in region',
    meaning: 'The model is offered in the region, and not in the deployment type or kind of inference that is needed.',
    fix: 'Use one that the message lists, or another region.',
  },
  ScheduleNotDeployed: {
    title: 'Schedule not deployed',
    meaning: 'The kit declares no schedule on Azure, so every instance runs at every hour there.',
    fix: 'Remove the schedule, or ignore the warning if the schedule is for AWS.',
    severity: 'warning',
    fault: 'kit',
  },
  ScheduleWithoutEffect: {
    title: 'Schedule without effect',
    meaning: 'The copies of the busy hours are already the minimum of the tier.',
    fix: 'Remove whenIdle.',
    severity: 'warning',
  },
  SloUnreachable: {
    title: 'SLO unreachable',
    meaning: 'No allowed instance reaches the objective, even for a single request.',
    fix: 'Loosen the objective, or allow faster instances.',
  },
  TensorParallelIllegal: {
    title: 'Tensor parallel illegal',
    meaning: 'The degree does not divide the attention heads, or is larger than the number of GPUs.',
    fix: 'Use a degree that the message lists.',
  },
  TooFewReplicas: {
    title: 'Too few replicas',
    meaning: 'The loss of one instance makes a production endpoint unavailable.',
    fix: 'Pin at least two replicas, or remove the pin.',
    severity: 'warning',
  },
  TooManyInstances: {
    title: 'Too many instances',
    meaning: 'An endpoint needs more instances than the service or the kit allows.',
    fix: 'Lower the load, or split it over several endpoints.',
  },
  UnknownAccelerator: {
    title: 'Unknown accelerator',
    meaning: 'A row under catalog names an accelerator that the catalogue does not have.',
    fix: 'Use the id of an accelerator in the catalogue.',
  },
  UnknownArchitecture: {
    title: 'Unknown architecture',
    meaning: 'The catalogue has no open-weights model with this name.',
    fix: 'Correct the name, or add the model under catalog.models.',
  },
  UnknownDtype: {
    title: 'Unknown number format',
    meaning: 'No number format has this name.',
    fix: 'Use a format that the message lists.',
  },
  UnknownEngine: {
    title: 'Unknown engine',
    meaning: 'The catalogue has no serving engine with this name.',
    fix: 'Use an engine that the message lists.',
  },
  UnknownEngineVersion: {
    title: 'Unknown engine version',
    meaning: 'The catalogue has no serving image of this version.',
    fix: 'Use a version that the message lists.',
  },
  UnknownHostImage: {
    title: 'Unknown host image',
    meaning: 'The row of an engine names a host image that the catalogue does not have. It is used as the row says.',
    fix: 'Compare it with the values of InferenceAmiVersion that SageMaker has.',
    severity: 'warning',
  },
  UnknownInstanceType: {
    title: 'Unknown instance type',
    meaning: 'The service has no instance type with this name.',
    fix: 'Use a type that the message lists.',
  },
  UnknownInstance: {
    title: 'Unknown instance',
    meaning: 'The catalogue has no instance type with this name.',
    fix: 'Correct the name, or add the type under catalog.instances.',
  },
  UnknownManagedModel: {
    title: 'Unknown managed model',
    meaning: 'The catalogue has no model with this name that is billed per token.',
    fix: 'Use a model that the message lists.',
  },
  UnknownModelVersion: {
    title: 'Unknown model version',
    meaning: 'The catalogue does not have this version of the model.',
    fix: 'Use a version that the message lists.',
  },
  UnknownPrivateService: {
    title: 'Unknown private service',
    meaning: 'The kit does not know a service of privateServices, so neither its name nor its actions are checked.',
    fix: 'Compare the name with describe-vpc-endpoint-services, and ignore the warning where it is right.',
    severity: 'warning',
  },
  UnknownQuota: {
    title: 'Unknown quota',
    meaning: 'No instance type counts against a quota with this name.',
    fix: 'Use a quota that the message lists.',
  },
  UnknownRegion: {
    title: 'Unknown region',
    meaning: 'The catalogue has no region with this name.',
    fix: 'Use a region that the message lists.',
  },
  UnresolvedReference: {
    title: 'Unresolved reference',
    meaning: 'A key does not name a model that can be used here.',
    fix: 'Resolve the platform before it is planned.',
    fault: 'kit',
  },
  UnsupportedDimensions: {
    title: 'Unsupported dimensions',
    meaning: 'The embedding model does not return vectors of this length.',
    fix: 'Use a length that the message lists.',
  },
  UntestedMachine: {
    title: 'Untested machine',
    meaning:
      'An endpoint runs on another instance type or cloud than in the environment that its releases are tested in.',
    fix: 'Pin the same instance type, or name the primary cloud.',
    severity: 'warning',
  },
} as const satisfies Declarations;
