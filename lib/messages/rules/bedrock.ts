import type { Declarations } from '../declaration';

/** Findings of the rules of the family `bedrock`. */
export const bedrockMessages = {
  AgentKey: {
    title: 'Agent without a customer key',
    meaning: 'An agent is not encrypted with a customer key.',
    fix: 'Set CustomerEncryptionKeyArn.',
  },
  AgentRoleShared: {
    title: 'Role of two agents',
    meaning: 'Two agents or runtimes have the same role.',
    fix: 'Give each agent a role of its own.',
  },
  AgentSessionKey: {
    title: 'Agent session without a customer key',
    meaning: 'A session store is not encrypted with a customer key.',
    fix: 'Set EncryptionKeyArn.',
  },
  AgentSessionTime: {
    title: 'Long agent session',
    meaning: 'A session of an agent stays open for more than an hour.',
    fix: 'Set IdleSessionTTLInSeconds to at most 3600.',
  },
  AgentWithoutGuardrail: {
    title: 'Agent without a guardrail',
    meaning: 'An agent has no guardrail.',
    fix: 'Set GuardrailConfiguration.',
  },
  BrowserNotRecorded: {
    title: 'Agent browser without recording',
    meaning: 'Sessions of a browser of AgentCore are not recorded.',
    fix: 'Set Enabled and S3Location of RecordingConfig.',
  },
  BrowserPublic: {
    title: 'Public agent browser',
    meaning: 'A browser of AgentCore has a public network.',
    fix: 'Set NetworkMode to VPC.',
  },
  ClassicAgent: {
    title: 'Agent of the classic service',
    meaning:
      'A template creates an agent of Bedrock. The service is closed to new customers since 2026-07-30 and is only maintained.',
    fix: 'Use a runtime, memory and gateway of Bedrock AgentCore.',
    severity: 'warning',
  },
  ClassicAgentRefused: {
    title: 'Agent that a new account cannot create',
    meaning:
      'A template creates an agent of Bedrock in an account that never had one. The service is closed to new customers since 2026-07-30.',
    fix: 'Use a runtime, memory and gateway of Bedrock AgentCore.',
  },
  CodeInterpreterPublic: {
    title: 'Public code interpreter',
    meaning: 'A code interpreter of AgentCore is not in a VPC of yours.',
    fix: 'Set NetworkMode to VPC.',
  },
  DataSourceKey: {
    title: 'Data source without a customer key',
    meaning: 'A data source keeps its transient data without a customer key.',
    fix: 'Set KmsKeyArn.',
  },
  DataSourceScope: {
    title: 'Data source of a whole bucket',
    meaning: 'A data source ingests every object of a bucket.',
    fix: 'Set InclusionPrefixes.',
    severity: 'warning',
  },
  EvaluatorKey: {
    title: 'Evaluation data without a customer key',
    meaning: 'An evaluator or data set of AgentCore is not encrypted with a customer key.',
    fix: 'Set KmsKeyArn.',
  },
  FlowDraft: {
    title: 'Draft behind an alias',
    meaning: 'An alias of a flow leads to its draft.',
    fix: 'Name a version of the flow.',
  },
  FlowKey: {
    title: 'Flow without a customer key',
    meaning: 'A flow is not encrypted with a customer key.',
    fix: 'Set CustomerEncryptionKeyArn.',
  },
  FlowWithoutGuardrail: {
    title: 'Flow node without a guardrail',
    meaning: 'A node of a flow that calls a model has no guardrail.',
    fix: 'Set GuardrailConfiguration of the node.',
  },
  GatewayAuthenticatesOnly: {
    title: 'Gateway that only authenticates',
    meaning: 'A gateway of AgentCore checks who calls, and no policy checks what may be called.',
    fix: 'Set AuthorizerType to AWS_IAM or CUSTOM_JWT, or add a policy engine with Mode ENFORCE.',
  },
  GatewayDebugErrors: {
    title: 'Debug errors of a gateway',
    meaning: 'A gateway of AgentCore sends internal errors to its callers.',
    fix: 'Leave out ExceptionLevel.',
  },
  GatewayKey: {
    title: 'Gateway without a customer key',
    meaning: 'A gateway of AgentCore is not encrypted with a customer key.',
    fix: 'Set KmsKeyArn.',
  },
  GatewayPolicyLogOnly: {
    title: 'Policies that are not enforced',
    meaning: 'The policy engine of a gateway logs and does not refuse.',
    fix: 'Set Mode to ENFORCE.',
  },
  GatewayPolicyMode: {
    title: 'Policy engine without a mode',
    meaning: 'A gateway of AgentCore leaves the mode of its policy engine to the default.',
    fix: 'Write Mode: ENFORCE or LOG_ONLY.',
  },
  GatewayRateLimit: {
    title: 'Gateway without a rate limit',
    meaning: 'A gateway of AgentCore has no rate limit.',
    fix: 'Add an AWS::BedrockAgentCore::GatewayRateLimit.',
    severity: 'warning',
  },
  GatewayWithoutAuthorizer: {
    title: 'Gateway without an authorizer',
    meaning: 'A gateway of AgentCore answers callers without a token.',
    fix: 'Set AuthorizerType to AWS_IAM or CUSTOM_JWT.',
  },
  GatewayWithoutPolicies: {
    title: 'Gateway without a policy engine',
    meaning: 'A gateway of AgentCore has no policies that say who may call which tool.',
    fix: 'Set PolicyEngineConfiguration with Mode ENFORCE.',
    severity: 'warning',
  },
  GuardrailContentFilters: {
    title: 'Guardrail with weak content filters',
    meaning: 'A guardrail does not filter hate, insults, sexual content, violence and misconduct in both directions.',
    fix: 'Add the filters with InputStrength and OutputStrength of at least MEDIUM that are enabled and block.',
  },
  GuardrailDraft: {
    title: 'Draft of a guardrail',
    meaning: 'What runs uses the draft of a guardrail, which anybody may edit.',
    fix: 'Name a version of the guardrail.',
  },
  GuardrailGrounding: {
    title: 'Guardrail without grounding',
    meaning: 'A guardrail does not check that answers follow from the documents and fit the question.',
    fix: 'Add filters GROUNDING and RELEVANCE with a threshold of at least 0.7 that are enabled and block.',
  },
  GuardrailKey: {
    title: 'Guardrail without a customer key',
    meaning: 'A guardrail is not encrypted with a customer key.',
    fix: 'Set KmsKeyArn.',
  },
  GuardrailPersonalData: {
    title: 'Guardrail that passes personal data',
    meaning: 'A guardrail does not block or mask personal data in both directions.',
    fix: 'Set PiiEntitiesConfig of SensitiveInformationPolicyConfig with actions that block or mask.',
  },
  GuardrailPromptAttack: {
    title: 'Guardrail without a filter for prompt attacks',
    meaning: 'A guardrail does not block prompt attacks at full strength.',
    fix: 'Add a filter of type PROMPT_ATTACK with InputStrength HIGH that is enabled and blocks.',
  },
  GuardrailTier: {
    title: 'Guardrail of the classic tier',
    meaning: 'The content filters of a guardrail are of the classic tier.',
    fix: 'Set TierName of ContentFiltersTierConfig to STANDARD, with a guardrail profile.',
    severity: 'warning',
  },
  GuardrailUnversioned: {
    title: 'Guardrail without a version',
    meaning: 'A template has a guardrail and no version of it.',
    fix: 'Add an AWS::Bedrock::GuardrailVersion.',
  },
  MemoryKey: {
    title: 'Agent memory without a customer key',
    meaning: 'A memory of AgentCore is not encrypted with a customer key.',
    fix: 'Set EncryptionKeyArn.',
  },
  PolicyEngineKey: {
    title: 'Policy engine without a customer key',
    meaning: 'A policy engine of AgentCore is not encrypted with a customer key.',
    fix: 'Set EncryptionKeyArn.',
  },
  PolicyMode: {
    title: 'Policy without an enforcement mode',
    meaning: 'A policy of AgentCore leaves its enforcement mode to the default.',
    fix: 'Write EnforcementMode.',
  },
  PolicyValidation: {
    title: 'Policy that is not validated',
    meaning: 'A policy of AgentCore is taken with findings of its validation.',
    fix: 'Set ValidationMode to FAIL_ON_ANY_FINDINGS.',
  },
  PromptKey: {
    title: 'Prompt without a customer key',
    meaning: 'A prompt is not encrypted with a customer key.',
    fix: 'Set CustomerEncryptionKeyArn.',
  },
  PromptTokenLimit: {
    title: 'Prompt without a token limit',
    meaning: 'A variant of a prompt does not limit the tokens of the answer.',
    fix: 'Set MaxTokens of the inference configuration.',
    severity: 'warning',
  },
  RuntimeIdleTime: {
    title: 'Long runtime session',
    meaning: 'A session of a runtime of AgentCore stays idle for more than an hour.',
    fix: 'Set IdleRuntimeSessionTimeout to at most 3600.',
  },
  RuntimePublic: {
    title: 'Public agent runtime',
    meaning: 'A runtime of AgentCore has a public network.',
    fix: 'Set NetworkMode to VPC.',
  },
  RuntimeWithoutAuthorizer: {
    title: 'Runtime without a token check',
    meaning: "A runtime of AgentCore takes calls by the caller's AWS identity alone.",
    fix: 'Set AuthorizerConfiguration.',
    severity: 'warning',
  },
} as const satisfies Declarations;
