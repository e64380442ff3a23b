import type { ChatTurn } from '../../../model/chat';
import { contextWindows } from '../../../model/context-windows';
import { estimatedTokens } from '../../../model/lexical-embedding';
import { ServiceError } from '../../errors';

/**
 * Refuses a prompt that is longer than the context window of its model, by the estimate of four characters a token. A model whose
 * window is not known takes everything. Sources of the words: daisuke-awaji/moca#254 for models of Anthropic (2026-03-09),
 * aws-samples/assessment-generator#2 for the others (2024-06-15).
 * @throws ServiceError (ValidationException)
 */
export function assertFits(id: string, turns: readonly ChatTurn[]): void {
  const most = Object.hasOwn(contextWindows.bedrock, id) ? contextWindows.bedrock[id] : undefined;
  const tokens = estimatedTokens(turns.map(({ text }) => text).join('\n'));
  if (most === undefined || tokens <= most) return;
  throw new ServiceError(
    'ValidationException',
    id.startsWith('anthropic.')
      ? `The model returned the following errors: prompt is too long: ${tokens} tokens > ${most} maximum`
      : 'Input is too long for requested model.',
  );
}
