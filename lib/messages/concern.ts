import type { Declarations } from './declaration';

/** What a reviewer has to know about a change, one code for each kind of concern. */
export const concernMessages = {
  CapacityLowered: {
    title: 'Capacity lowered',
    meaning:
      'A change lowers the number of instances or units that serve requests, to zero, or below two in production.',
    fix: 'Check the count against the traffic, or keep it.',
    severity: 'warning',
  },
  CarbonChanged: {
    title: 'Carbon changed',
    meaning: 'The predicted carbon of an endpoint differs, or is not known on one side.',
    fix: 'Compare regions and sizes with llmops plan --explain.',
    severity: 'warning',
  },
  ChangedByHand: {
    title: 'Changed by hand',
    meaning: 'A property is live not as its last deployment left it. The finding says what this deployment does to it.',
    fix: 'Write the value that is to stay into the config, and deploy it.',
    severity: 'warning',
  },
  DataLost: {
    title: 'Data lost',
    meaning: 'A deployment destroys or replaces a resource that holds data and is not retained.',
    fix: 'Keep what causes the replacement, or retain the resource and move its data first.',
  },
  DeletedByHand: {
    title: 'Deleted by hand',
    meaning: 'A resource that the last deployment made is not there any more.',
    fix: 'Take it out of the config and deploy, or restore it.',
    severity: 'warning',
  },
  EncryptionLost: {
    title: 'Encryption lost',
    meaning:
      'A change takes away a customer-managed key, encryption at rest or in transit, or lowers the least TLS version.',
    fix: 'Keep the key and the encryption.',
    severity: 'warning',
  },
  EvaluationChanged: {
    title: 'Evaluation changed',
    meaning: 'A change of a judge, metric or threshold makes scores before and after it incomparable.',
    fix: 'Evaluate the former release with the new settings too.',
    severity: 'warning',
  },
  Exposed: {
    title: 'Exposed',
    meaning: 'A change opens a resource to the internet, or to keys that everybody can copy.',
    fix: 'Close it, and use a private endpoint or a role.',
  },
  GuardrailDraftUsed: {
    title: 'Guardrail draft',
    meaning: 'A caller uses the working draft of a guardrail, which changes without a deployment.',
    fix: 'Name a version of the guardrail.',
    severity: 'warning',
  },
  GuardrailWeakened: {
    title: 'Guardrail weakened',
    meaning: 'A change lowers or removes a filter, topic, word list or check of a guardrail or content filter policy.',
    fix: 'Keep the strength, or have the change evaluated.',
    severity: 'warning',
  },
  IsolationLost: {
    title: 'Isolation lost',
    meaning:
      'A change takes a resource out of its network, or removes a private endpoint or the isolation of a container.',
    fix: 'Keep the network settings.',
    severity: 'warning',
  },
  LoggingLost: {
    title: 'Logging lost',
    meaning: 'A change removes a log or alarm, or keeps logs for a shorter time.',
    fix: 'Keep the log and its retention.',
    severity: 'warning',
  },
  ModelChanged: {
    title: 'Model changed',
    meaning: 'Another model, version, image or other weights answer after the change.',
    fix: 'Evaluate the new one with the data of the former one.',
    severity: 'warning',
  },
  ModelEndOfLife: {
    title: 'Model ends',
    meaning: 'A model that a change chooses has a last day.',
    fix: 'Choose its successor.',
    severity: 'warning',
  },
  ParityBroken: {
    title: 'Clouds differ',
    meaning: 'A change makes a filter, retention, model or limit of one environment differ between its clouds.',
    fix: 'Change both clouds, or accept the difference with a reason.',
    severity: 'warning',
  },
  PromptChanged: {
    title: 'Prompt changed',
    meaning: 'What a model is told has another text.',
    fix: 'Evaluate the new text before it is promoted.',
    severity: 'warning',
  },
  QuotaExceeded: {
    title: 'Quota exceeded',
    meaning: 'A change needs more of a quota than the config says that the account has.',
    fix: 'Have the quota raised, or choose a smaller size.',
    severity: 'warning',
  },
  QuotaNeedChanged: {
    title: 'Quota need changed',
    meaning: 'A change needs more or less of a quota of the account.',
    fix: 'Write the quota of the account into the config.',
    severity: 'warning',
  },
  Reindex: {
    title: 'Index filled again',
    meaning: 'A change replaces an index or what fills it, so every document is embedded again.',
    fix: 'Fill the new index beside the old one, and change the readers afterwards.',
    severity: 'warning',
  },
  ResidencyChanged: {
    title: 'Residency changed',
    meaning: 'Requests or data are processed in another geography, or in more regions than before.',
    fix: 'Choose a profile or deployment type of the geography that the data may be in.',
    severity: 'warning',
  },
  RetentionEnds: {
    title: 'Retention ends',
    meaning: 'Data that outlived its stack is deleted with it from now on.',
    fix: 'Keep the retaining deletion policy.',
    severity: 'warning',
  },
  RightsNarrowed: {
    title: 'Rights narrowed',
    meaning: 'A principal loses rights that it had.',
    fix: 'Check that nothing needs them.',
    severity: 'warning',
  },
  RightsOpened: {
    title: 'Rights opened',
    meaning: 'A policy lets everybody in the world act, without a condition.',
    fix: 'Name the principals, or a condition.',
  },
  RightsWidened: {
    title: 'Rights widened',
    meaning: 'A principal gets actions, resources, trust or a managed policy that it did not have.',
    fix: 'Grant what is used, and nothing else.',
    severity: 'warning',
  },
  SamplingChanged: {
    title: 'Sampling changed',
    meaning: 'Temperature or another setting of sampling differs, so the same request gets other answers.',
    fix: 'Evaluate it.',
    severity: 'warning',
  },
  TokenLimitChanged: {
    title: 'Token limit changed',
    meaning: 'A limit of context or answer differs.',
    fix: 'Check it against the traffic.',
    severity: 'warning',
  },
} as const satisfies Declarations;
