import { constants as calibrated } from './calibrated-constants';
import type { CopyLoad, ModelCopy } from './model-copy';
import type { PerformanceConstants } from './performance-constants';
import type { Scheduler, StepModel } from './step-model';
import { stepModel } from './step-model';

/** How fast a copy serves a load. */
export interface Performance {
  /** Mean, from the request to the first token. */
  readonly timeToFirstTokenMs: number;
  /** Mean time between tokens of one answer after the first. */
  readonly timePerOutputTokenMs: number;
  /** Output tokens of all requests together. */
  readonly tokensPerSecond: number;
  readonly requestsPerSecond: number;
}

/** What is known about a run beyond its load. The planner takes the defaults. */
export interface RunConditions {
  /** @default - asynchronous in most steps */
  readonly scheduler?: Scheduler;
  /** Prompts come from the prefix cache and cost next to nothing. @default - one token in ten, as of a shared system prompt */
  readonly promptsCached?: boolean;
  /** Prompts are processed on other machines. @default - false */
  readonly promptsElsewhere?: boolean;
  /** Whether requests arrive on their own, or finish and return together. @default - somewhat together, as in an average run */
  readonly arrivals?: 'independent' | 'lockstep';
  readonly constants?: PerformanceConstants;
}

/** Tokens of a prompt that miss the prefix cache: the last block. */
const uncachedTokens = 16;
/*
 * Assumed, not fitted, because a planner is told neither: measured runs range from no prompt in the prefix cache to all of
 * them, and from requests that arrive on their own (1.1 prompts to wait for) to clients in lockstep (2.4).
 */
const typicalPromptShare = 0.9;
const typicalPrompts = 1.3;

/**
 * Predicts a copy under steady loads: as many requests in flight as the load says, each replaced when it ends.
 *
 * A request spends one step on its prompt and one step per token of its answer. While it decodes, the prompts of the
 * others lengthen some of its steps; how many follows from their rate, which follows from the answer's own length in
 * time. The time per token is the positive root of that balance.
 */
export function predictorOf(copy: ModelCopy, conditions: RunConditions = {}): (load: CopyLoad) => Performance {
  const constants = conditions.constants ?? calibrated;
  const step = stepModel(copy, constants, conditions.scheduler);
  return ({ concurrency, inputTokens, outputTokens }) => {
    const answer = Math.max(1, outputTokens);
    const context = inputTokens + answer / 2;
    const prompt = processed(inputTokens, conditions);
    const alone = step(concurrency, 0, context);
    const withPrompt = step(concurrency, prompt, context);
    const perToken =
      conditions.promptsElsewhere === true
        ? alone
        : timePerToken(step, concurrency, prompt, answer, context, alone, withPrompt);
    const first = timeToFirst(concurrency, alone, withPrompt, constants, conditions);
    // Little's law: requests in flight over the time one of them stays.
    const requestsPerSecond = concurrency / (first + (answer - 1) * perToken);
    return {
      timeToFirstTokenMs: first * 1000,
      timePerOutputTokenMs: perToken * 1000,
      tokensPerSecond: requestsPerSecond * answer,
      requestsPerSecond,
    };
  };
}

/** Tokens of a prompt that are not in the prefix cache. */
function processed(inputTokens: number, { promptsCached }: RunConditions): number {
  if (promptsCached === undefined) return inputTokens * typicalPromptShare;
  return promptsCached ? Math.min(uncachedTokens, inputTokens) : inputTokens;
}

/**
 * Requests on their prompt do not decode; a second round settles how many that is.
 *
 * @param alone - seconds of a step of all requests in flight, without a prompt
 * @param withPrompt - the same with one
 */
function timePerToken(
  step: StepModel,
  concurrency: number,
  prompt: number,
  answer: number,
  context: number,
  alone: number,
  withPrompt: number,
): number {
  const perToken = balance(concurrency, answer, alone, withPrompt);
  const decoding = Math.max(1, (concurrency * answer * perToken) / (withPrompt + answer * perToken));
  return balance(concurrency, answer, step(decoding, 0, context), step(decoding, prompt, context));
}

function balance(concurrency: number, answer: number, alone: number, withPrompt: number): number {
  const others = (concurrency - 1) * (withPrompt - alone);
  // answer * t^2 + (withPrompt - answer * alone - others) * t - alone * withPrompt = 0
  const half = (answer * alone + others - withPrompt) / 2;
  return (half + Math.sqrt(half * half + answer * alone * withPrompt)) / answer;
}

function timeToFirst(
  concurrency: number,
  alone: number,
  withPrompt: number,
  constants: PerformanceConstants,
  { arrivals, scheduler }: RunConditions,
): number {
  const own = withPrompt - alone / 2;
  const waits = { independent: constants.promptsIndependent, lockstep: constants.promptsLockstep };
  const prompts = arrivals === undefined ? typicalPrompts : waits[arrivals];
  const request = scheduler === 'synchronous' ? constants.requestSynchronous : constants.requestAsynchronous;
  // A request arrives in the middle of a step.
  return request + own * (prompts + constants.burst * (concurrency - 1)) + alone / 2;
}
