import type { Rule } from '../../rule';
import { agentKey } from './agent-key';
import { agentRoleShared } from './agent-role-shared';
import { agentSessionKey } from './agent-session-key';
import { agentSessionTime } from './agent-session-time';
import { agentWithoutGuardrail } from './agent-without-guardrail';
import { browserNotRecorded } from './browser-not-recorded';
import { browserPublic } from './browser-public';
import { classicAgent } from './classic-agent';
import { classicAgentRefused } from './classic-agent-refused';
import { codeInterpreterPublic } from './code-interpreter-public';
import { dataSourceDeletion } from './data-source-deletion';
import { dataSourceKey } from './data-source-key';
import { dataSourceScope } from './data-source-scope';
import { evaluatorKey } from './evaluator-key';
import { flowDraft } from './flow-draft';
import { flowKey } from './flow-key';
import { flowWithoutGuardrail } from './flow-without-guardrail';
import { gatewayAuthenticatesOnly } from './gateway-authenticates-only';
import { gatewayDebugErrors } from './gateway-debug-errors';
import { gatewayKey } from './gateway-key';
import { gatewayPolicyLogOnly } from './gateway-policy-log-only';
import { gatewayPolicyMode } from './gateway-policy-mode';
import { gatewayRateLimit } from './gateway-rate-limit';
import { gatewayWithoutAuthorizer } from './gateway-without-authorizer';
import { gatewayWithoutPolicies } from './gateway-without-policies';
import { guardrailContentFilters } from './guardrail-content-filters';
import { guardrailDraft } from './guardrail-draft';
import { guardrailGrounding } from './guardrail-grounding';
import { guardrailKey } from './guardrail-key';
import { guardrailPersonalData } from './guardrail-personal-data';
import { guardrailPromptAttack } from './guardrail-prompt-attack';
import { guardrailTier } from './guardrail-tier';
import { guardrailUnversioned } from './guardrail-unversioned';
import { memoryKey } from './memory-key';
import { policyEngineKey } from './policy-engine-key';
import { policyMode } from './policy-mode';
import { policyValidation } from './policy-validation';
import { promptKey } from './prompt-key';
import { promptTokenLimit } from './prompt-token-limit';
import { runtimeIdleTime } from './runtime-idle-time';
import { runtimePublic } from './runtime-public';
import { runtimeWithoutAuthorizer } from './runtime-without-authorizer';

/** The rules of the family `bedrock`, by file name. */
export const bedrockRules: readonly Rule[] = [
  agentKey,
  agentRoleShared,
  agentSessionKey,
  agentSessionTime,
  agentWithoutGuardrail,
  browserNotRecorded,
  browserPublic,
  classicAgent,
  classicAgentRefused,
  codeInterpreterPublic,
  dataSourceDeletion,
  dataSourceKey,
  dataSourceScope,
  evaluatorKey,
  flowDraft,
  flowKey,
  flowWithoutGuardrail,
  gatewayAuthenticatesOnly,
  gatewayDebugErrors,
  gatewayKey,
  gatewayPolicyLogOnly,
  gatewayPolicyMode,
  gatewayRateLimit,
  gatewayWithoutAuthorizer,
  gatewayWithoutPolicies,
  guardrailContentFilters,
  guardrailDraft,
  guardrailGrounding,
  guardrailKey,
  guardrailPersonalData,
  guardrailPromptAttack,
  guardrailTier,
  guardrailUnversioned,
  memoryKey,
  policyEngineKey,
  policyMode,
  policyValidation,
  promptKey,
  promptTokenLimit,
  runtimeIdleTime,
  runtimePublic,
  runtimeWithoutAuthorizer,
];
