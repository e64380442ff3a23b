import type { Json, JsonObject } from '../../../lib/constraints/json';
import type { TestTemplate } from '../../lib/local/aws/engine';
import type { PlantedFault } from '../planted';

const only = (Type: string, Properties: JsonObject): TestTemplate => ({ Resources: { It: { Type, Properties } } });
const guardrail = (more: JsonObject): TestTemplate =>
  only('AWS::Bedrock::Guardrail', {
    Name: 'planted',
    BlockedInputMessaging: 'no',
    BlockedOutputsMessaging: 'no',
    ...more,
  });
const filters = (...list: (readonly [type: string, input: string, output: string])[]): JsonObject => ({
  ContentPolicyConfig: {
    FiltersConfig: list.map(([Type, InputStrength, OutputStrength]) => ({ Type, InputStrength, OutputStrength })),
  },
});
const grounding = (Threshold: number): JsonObject => ({
  ContextualGroundingPolicyConfig: { FiltersConfig: [{ Type: 'GROUNDING', Threshold }] },
});
const regex = (Pattern: string): JsonObject => ({
  SensitiveInformationPolicyConfig: { RegexesConfig: [{ Name: 'order', Pattern, Action: 'BLOCK' }] },
});
const prompt = (more: JsonObject, variant: JsonObject = {}): TestTemplate =>
  only('AWS::Bedrock::Prompt', {
    Name: 'planted',
    Variants: [
      {
        Name: 'main',
        TemplateType: 'TEXT',
        TemplateConfiguration: { Text: { Text: 'Answer {{question}}', InputVariables: [{ Name: 'question' }] } },
        ModelId: 'anthropic.claude-sonnet-4-6',
        ...variant,
      },
    ],
    ...more,
  });
const text = (body: string, ...names: string[]): JsonObject => ({
  TemplateConfiguration: { Text: { Text: body, InputVariables: names.map((Name) => ({ Name })) } },
});

/** Faults in guardrails, prompts and models of Bedrock. */
export const bedrockFaults: readonly PlantedFault[] = [
  {
    id: 'bedrock_model_unknown',
    fault: 'a model that its provider does not have',
    broken: prompt({}, { ModelId: 'anthropic.claude-sonnet-9-9' }),
    valid: prompt({}),
    reason: /#\/Variants\/0\/ModelId: The provided model identifier is invalid: anthropic\.claude-sonnet-9-9/,
  },
  {
    id: 'bedrock_profile_geography',
    fault: 'an inference profile of another geography',
    broken: prompt({}, { ModelId: 'us.anthropic.claude-sonnet-4-6' }),
    valid: prompt({}, { ModelId: 'eu.anthropic.claude-sonnet-4-6' }),
    reason: /us\.anthropic\.claude-sonnet-4-6 cannot be called from eu-central-1/,
  },
  {
    id: 'bedrock_guardrail_strength',
    fault: 'a filter for prompt attacks with a strength for output',
    broken: guardrail(filters(['PROMPT_ATTACK', 'HIGH', 'HIGH'])),
    valid: guardrail(filters(['PROMPT_ATTACK', 'HIGH', 'NONE'])),
    reason: /FiltersConfig\/0\/OutputStrength: OutputStrength of the filter PROMPT_ATTACK is HIGH/,
  },
  {
    id: 'bedrock_guardrail_twice',
    fault: 'two filters of one type',
    broken: guardrail(filters(['HATE', 'HIGH', 'HIGH'], ['HATE', 'LOW', 'LOW'])),
    valid: guardrail(filters(['HATE', 'HIGH', 'HIGH'], ['INSULTS', 'LOW', 'LOW'])),
    reason: /FiltersConfig\/1\/Type: HATE is configured twice/,
  },
  {
    id: 'bedrock_guardrail_threshold',
    fault: 'a threshold that blocks everything',
    broken: guardrail(grounding(1)),
    valid: guardrail(grounding(0.99)),
    reason: /FiltersConfig\/0\/Threshold: Threshold 1 is above 0\.99/,
  },
  {
    id: 'bedrock_guardrail_regex',
    fault: 'a regular expression with an open bracket',
    broken: guardrail(regex('[A-Z-\\d+')),
    valid: guardrail(regex('[A-Z]-\\d+')),
    reason: /RegexesConfig\/0\/Pattern: The regular expression \[A-Z-\\d\+ is not valid: Unterminated character class/,
  },
  {
    id: 'bedrock_guardrail_tier',
    fault: 'the tier STANDARD without a guardrail profile',
    broken: guardrail({
      ContentPolicyConfig: {
        FiltersConfig: [{ Type: 'HATE', InputStrength: 'HIGH', OutputStrength: 'HIGH' }],
        ContentFiltersTierConfig: { TierName: 'STANDARD' },
      },
    }),
    valid: guardrail({
      ContentPolicyConfig: {
        FiltersConfig: [{ Type: 'HATE', InputStrength: 'HIGH', OutputStrength: 'HIGH' }],
        ContentFiltersTierConfig: { TierName: 'CLASSIC' },
      },
    }),
    reason: /TierName: The tier STANDARD needs cross-region inference/,
  },
  {
    id: 'bedrock_guardrail_empty',
    fault: 'a guardrail that guards nothing',
    broken: guardrail({}),
    valid: guardrail({ WordPolicyConfig: { ManagedWordListsConfig: [{ Type: 'PROFANITY' }] } }),
    reason: /The guardrail has no policy/,
  },
  {
    id: 'bedrock_prompt_variants',
    fault: 'a default variant that does not exist',
    broken: prompt({ DefaultVariant: 'other' }),
    valid: prompt({ DefaultVariant: 'main' }),
    reason: /#\/DefaultVariant: DefaultVariant other names none of the variants \[main\]/,
  },
  {
    id: 'bedrock_prompt_variable',
    fault: 'a variable that is not declared',
    broken: prompt({}, text('Answer {{question}}')),
    valid: prompt({}, text('Answer {{question}}', 'question')),
    reason: /The template uses \{\{question\}\}, and InputVariables declares \[\]/,
  },
];

const encryption = (name: string): JsonObject => ({
  Rules: [{ ResourceType: 'collection', Resource: [`collection/${name}`] }],
  AWSOwnedKey: true,
});
const security = (Type: string, policy: Json): TestTemplate =>
  only('AWS::OpenSearchServerless::SecurityPolicy', { Name: 'planted', Type, Policy: JSON.stringify(policy) });
const access = (rule: JsonObject, ...principals: string[]): TestTemplate =>
  only('AWS::OpenSearchServerless::AccessPolicy', {
    Name: 'planted',
    Type: 'data',
    Policy: JSON.stringify([
      {
        Rules: [{ ResourceType: 'index', Resource: ['index/notes/*'], Permission: ['aoss:ReadDocument'], ...rule }],
        Principal: principals,
      },
    ]),
  });
const reader = 'arn:aws:iam::111111111111:role/reader';
const index = (VectorBucketName: string): TestTemplate => ({
  Resources: {
    B: { Type: 'AWS::S3Vectors::VectorBucket', Properties: { VectorBucketName: 'planted-vectors' } },
    I: {
      Type: 'AWS::S3Vectors::Index',
      DependsOn: 'B',
      Properties: {
        VectorBucketName,
        IndexName: 'notes',
        DataType: 'float32',
        Dimension: 1024,
        DistanceMetric: 'cosine',
      },
    },
  },
});

/** Faults in S3 Vectors and OpenSearch Serverless. */
export const vectorFaults: readonly PlantedFault[] = [
  {
    id: 's3v_bucket_absent',
    fault: 'a vector index in a bucket that does not exist',
    broken: index('no-such-vectors'),
    valid: index('planted-vectors'),
    reason: /#\/VectorBucketName: The specified vector bucket could not be found: no-such-vectors/,
  },
  {
    id: 'aoss_policy_json',
    fault: 'a security policy that is no JSON',
    broken: only('AWS::OpenSearchServerless::SecurityPolicy', {
      Name: 'planted',
      Type: 'encryption',
      Policy: JSON.stringify(encryption('notes')).slice(1),
    }),
    valid: security('encryption', encryption('notes')),
    reason: /#\/Policy: Policy json is invalid/,
  },
  {
    id: 'aoss_policy_shape',
    fault: 'a network policy that is no list',
    broken: security('network', { Rules: encryption('notes')['Rules'] ?? [], AllowFromPublic: true }),
    valid: security('network', [{ Rules: encryption('notes')['Rules'] ?? [], AllowFromPublic: true }]),
    reason: /the policy is not a list of entries with Rules/,
  },
  {
    id: 'aoss_policy_resource',
    fault: 'a rule about a resource without its prefix',
    broken: security('encryption', {
      ...encryption('notes'),
      Rules: [{ ResourceType: 'collection', Resource: ['notes'] }],
    }),
    valid: security('encryption', encryption('notes')),
    reason: /Rules\[0\]: Resource notes does not start with collection\//,
  },
  {
    id: 'aoss_policy_permission',
    fault: 'a permission that does not exist',
    broken: access({ Permission: ['aoss:Read'] }, reader),
    valid: access({ Permission: ['aoss:ReadDocument'] }, reader),
    reason: /Rules\[0\]: aoss:Read is not a permission on index/,
  },
  {
    id: 'aoss_policy_principal',
    fault: 'a data access policy for nobody',
    broken: access({}),
    valid: access({}, reader),
    reason: /\[0\]: Principal is missing or empty/,
  },
];
