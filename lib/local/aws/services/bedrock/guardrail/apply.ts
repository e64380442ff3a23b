import type { Json, JsonObject } from '../../../../../constraints/json';
import { isObject } from '../../../../../constraints/json';
import { listAt, textAt } from '../../../../../constraints/value';
import { ServiceError } from '../../../errors';
import type { AccessRequest } from '../../../iam/context';
import type { CallContext } from '../../call';
import type { RestInput } from '../../rest-operations';
import type { GuardedContent, Judgement } from './assess';
import { assess } from './assess';
import type { Guardrail } from './guardrails';
import { guardrailAccess, requireGuardrail } from './guardrails';

/** Characters of a text unit. Source: Amazon Bedrock pricing, "Guardrails" (a text unit has up to 1000 characters). */
const unitCharacters = 1000;

/** Members of ApplyGuardrail that are understood. */
export const applyMembers = ['source', 'content', 'outputScope=INTERVENTIONS'];

/** What a caller of ApplyGuardrail must be allowed to do. */
export function applyAccess({ path }: RestInput, context: CallContext): readonly AccessRequest[] {
  return [guardrailAccess(path['guardrailIdentifier'] ?? '', context)];
}

/** ApplyGuardrail. */
export function applyGuardrail({ path, body }: RestInput, context: CallContext): JsonObject {
  const guardrail = requireGuardrail(path['guardrailIdentifier'] ?? '', path['guardrailVersion'] ?? '', context);
  const { source } = body;
  const side = source === 'INPUT' || source === 'OUTPUT' ? source : undefined;
  if (side === undefined) throw new ServiceError('ValidationException', 'source: expected INPUT or OUTPUT');
  const blocks = listAt(body, 'content').map(blockOf);
  if (blocks.length === 0) throw new ServiceError('ValidationException', 'content: expected at least one block');
  const texts = blocks.flatMap(({ text, kinds }) =>
    kinds.length === 0 || kinds.includes('guard_content') ? [text] : [],
  );
  const tagged = (kind: string): string =>
    blocks.flatMap(({ text, kinds }) => (kinds.includes(kind) ? [text] : [])).join('\n');
  const grounding = { source: tagged('grounding_source'), query: tagged('query') };
  const content: GuardedContent = { side, texts, ...(grounding.source === '' ? {} : { grounding }) };
  const judged = judge(guardrail, content, context);
  const outputs = judged.intervened ? (judged.blocked ? [judged.message] : judged.masked) : [];
  const total = blocks.reduce((sum, { text }) => sum + text.length, 0);
  const guarded = texts.reduce((sum, text) => sum + text.length, 0);
  return {
    usage: usageOf(guardrail.properties, guarded),
    action: judged.intervened ? 'GUARDRAIL_INTERVENED' : 'NONE',
    ...(judged.reason === undefined ? {} : { actionReason: judged.reason }),
    outputs: outputs.map((text) => ({ text })),
    assessments: [judged.assessment],
    guardrailCoverage: { textCharacters: { guarded, total } },
  };
}

/** What a guardrail says about texts, and what its caller gets. */
export interface GuardrailAnswer extends Judgement {
  /** Whether something was blocked or replaced. */
  readonly intervened: boolean;
  /** What takes the place of blocked texts. */
  readonly message: string;
  /** What was not evaluated, in words. @default - everything was */
  readonly reason: string | undefined;
}

/** Judges texts with a guardrail. What it cannot evaluate stays in `local status` as not verified. */
export function judge(
  { id, properties, resource }: Guardrail,
  content: GuardedContent,
  { cloud }: CallContext,
): GuardrailAnswer {
  const judged = assess(properties, content);
  const changed = judged.masked.some((text, place) => text !== content.texts[place]);
  const missing = judged.notEvaluated.join(', ');
  if (missing !== '') {
    const { account, region, stackId, logicalId, type } = resource;
    const stack = stackId.split('/')[1] ?? '';
    cloud.emit({
      kind: 'unverified',
      account,
      region,
      stack,
      logicalId,
      type,
      what: `guardrail ${id} was applied without: ${missing}`,
    });
  }
  const message = content.side === 'INPUT' ? 'BlockedInputMessaging' : 'BlockedOutputsMessaging';
  return {
    ...judged,
    intervened: judged.blocked || changed,
    message: textAt(properties, message) ?? '',
    reason: missing === '' ? undefined : `Not evaluated by the local cloud: ${missing}`,
  };
}

interface Block {
  readonly text: string;
  readonly kinds: readonly Json[];
}

/** @throws ServiceError (NotImplemented) for images */
function blockOf(block: Json, place: number): Block {
  const text = textAt(block, 'text', 'text');
  if (text !== undefined && text !== '') return { text, kinds: listAt(block, 'text', 'qualifiers') };
  if (isObject(block) && block['image'] !== undefined)
    throw new ServiceError('NotImplemented', `The local cloud does not implement content[${place}] with image`, 501);
  throw new ServiceError('ValidationException', `content[${place}]: expected a text`);
}

/** Text units of the policies that were evaluated: of those that need a model, none were. */
function usageOf(policies: JsonObject, characters: number): JsonObject {
  const units = Math.ceil(characters / unitCharacters);
  const of = (name: string): number => (policies[name] === undefined ? 0 : units);
  const regexesOnly = listAt(policies, 'SensitiveInformationPolicyConfig', 'PiiEntitiesConfig').length === 0;
  const sensitive = of('SensitiveInformationPolicyConfig');
  return {
    topicPolicyUnits: of('TopicPolicyConfig'),
    contentPolicyUnits: 0,
    wordPolicyUnits: of('WordPolicyConfig'),
    sensitiveInformationPolicyUnits: regexesOnly ? 0 : sensitive,
    sensitiveInformationPolicyFreeUnits: regexesOnly ? sensitive : 0,
    contextualGroundingPolicyUnits: of('ContextualGroundingPolicyConfig'),
  };
}
