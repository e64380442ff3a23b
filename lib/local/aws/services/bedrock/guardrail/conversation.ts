import type { JsonObject } from '../../../../../constraints/json';
import { textAt } from '../../../../../constraints/value';
import type { ChatTurn } from '../../../../model/chat';
import type { StreamedAnswer } from '../../../../model/language-model';
import type { AccessRequest } from '../../../iam/context';
import type { CallContext } from '../../call';
import type { GuardrailAnswer } from './apply';
import { judge } from './apply';
import { guardrailAccess, requireGuardrail } from './guardrails';

/** Members of a conversation about its guardrail. Every message of the user is judged, and the whole answer before it is sent. */
export const guardrailMembers = ['guardrailIdentifier', 'guardrailVersion', 'trace', 'streamProcessingMode'].map(
  (name) => `guardrailConfig.${name}`,
);

/** An answer that a guardrail has judged. */
export interface GuardedAnswer {
  readonly answer: StreamedAnswer;
  /** Whether the guardrail blocked the question, or changed the answer. */
  readonly intervened: boolean;
  /** What the guardrail found. @default - no guardrail, or its trace was not asked for */
  readonly trace?: JsonObject;
}

/** What the caller of a conversation with a guardrail must be allowed to do beside it. */
export function conversationGuardrailAccess(body: JsonObject, context: CallContext): readonly AccessRequest[] {
  const id = textAt(body, 'guardrailConfig', 'guardrailIdentifier');
  return id === undefined ? [] : [guardrailAccess(id, context)];
}

/**
 * Answers a conversation through the guardrail that it names. A blocked question is not put to the model.
 * @throws ServiceError (ResourceNotFoundException, ValidationException) and what `ask` throws
 */
export async function throughGuardrail(
  body: JsonObject,
  turns: readonly ChatTurn[],
  context: CallContext,
  ask: (turns: readonly ChatTurn[]) => Promise<StreamedAnswer>,
): Promise<GuardedAnswer> {
  const id = textAt(body, 'guardrailConfig', 'guardrailIdentifier');
  if (id === undefined) return { answer: await ask(turns), intervened: false };
  const guardrail = requireGuardrail(id, textAt(body, 'guardrailConfig', 'guardrailVersion') ?? '', context);
  const texts = turns.flatMap(({ role, text }) => (role === 'user' ? [text] : []));
  const asked = judge(guardrail, { side: 'INPUT', texts }, context);
  if (asked.blocked) {
    const answer = {
      text: asked.message,
      pieces: [asked.message],
      inputTokens: 0,
      outputTokens: 0,
      cut: false,
      model: '',
    };
    return { answer, intervened: true, ...traceOf(body, guardrail.id, asked) };
  }
  const answer = await ask(replaced(turns, asked.masked));
  const said = judge(guardrail, { side: 'OUTPUT', texts: [answer.text] }, context);
  const text = said.blocked ? said.message : (said.masked[0] ?? answer.text);
  return {
    answer: said.intervened ? { ...answer, text, pieces: [text] } : answer,
    intervened: said.intervened,
    ...traceOf(body, guardrail.id, asked, said),
  };
}

function replaced(turns: readonly ChatTurn[], texts: readonly string[]): readonly ChatTurn[] {
  let place = 0;
  return turns.map((turn) => (turn.role === 'user' ? { ...turn, text: texts[place++] ?? turn.text } : turn));
}

function traceOf(
  body: JsonObject,
  id: string,
  asked: GuardrailAnswer,
  said?: GuardrailAnswer,
): Pick<GuardedAnswer, 'trace'> {
  const wanted = textAt(body, 'guardrailConfig', 'trace') ?? 'disabled';
  if (wanted === 'disabled') return {};
  const reason = asked.reason ?? said?.reason;
  return {
    trace: {
      guardrail: {
        inputAssessment: { [id]: asked.assessment },
        ...(said === undefined ? {} : { outputAssessments: { [id]: [said.assessment] } }),
        ...(reason === undefined ? {} : { actionReason: reason }),
      },
    },
  };
}
