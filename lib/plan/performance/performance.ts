import { constants as calibrated } from './calibrated-constants';
import type { CopyLoad, ModelCopy } from './model-copy';
import type { PerformanceConstants } from './performance-constants';
import type { Scheduler } from './step-model';
import { stepModel } from './step-model';

/** Speed of a copy under a load. */
export interface Performance {
  /** Mean, from the request to the first token. */
  readonly timeToFirstTokenMs: number;
  /** Mean time between tokens of one answer after the first. */
  readonly timePerOutputTokenMs: number;
  /** Output tokens of all requests together. */
  readonly tokensPerSecond: number;
  readonly requestsPerSecond: number;
}

/** Conditions of a run other than its load. The planner uses the defaults. */
export interface RunConditions {
  /** How the engine schedules steps. @default - asynchronous in three of four steps */
  readonly scheduler?: Scheduler;
  /** Prompts come from the prefix cache and cost almost nothing. @default - one token in ten, as of a shared system prompt */
  readonly promptsCached?: boolean;
  /** Prompts are processed on other machines. @default - false */
  readonly promptsElsewhere?: boolean;
  /** Whether requests arrive independently, or end and return together. @default - between both, as in an average run */
  readonly arrivals?: 'independent' | 'lockstep';
  /** @default - the calibrated ones */
  readonly constants?: PerformanceConstants;
}

/** Tokens of a prompt that miss the prefix cache: the last block. */
const uncachedTokens = 16;
/*
 * Assumed, not fitted, because a platform spec states neither: measured runs range from no prompt in the prefix cache to
 * all of them, and from requests that arrive independently (1.1 prompts to wait for) to clients in lockstep (2.4).
 */
const typicalPromptShare = 0.9;
const typicalPrompts = 1.3;

/**
 * Predicts a copy under steady loads: the requests in flight that the load states, each replaced when it ends.
 *
 * A request spends one step on its prompt and one step per token of its answer. While it decodes, the prompts of other
 * requests lengthen some of its steps. How many follows from their rate, which follows from the time an answer takes. The
 * time per token is the positive root of that balance.
 */
export function predictorOf(copy: ModelCopy, conditions: RunConditions = {}): (load: CopyLoad) => Performance {
  const constants = conditions.constants ?? calibrated;
  const step = stepModel(copy, constants, conditions.scheduler);
  return ({ concurrency, inputTokens, outputTokens }) => {
    const answer = Math.max(1, outputTokens);
    const context = inputTokens + answer / 2;
    const prompt = processed(inputTokens, conditions);
    const stepsOf: StepsOf = (decoding) => ({
      alone: step(decoding, 0, context),
      withPrompt: step(decoding, prompt, context),
    });
    const steps = stepsOf(concurrency);
    const perToken =
      conditions.promptsElsewhere === true ? steps.alone : timePerToken(stepsOf, steps, concurrency, answer);
    const first = timeToFirst(steps, concurrency, constants, conditions);
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

/** Seconds of a step in which a number of requests decode, without and with a prompt. */
interface Steps {
  readonly alone: number;
  readonly withPrompt: number;
}

type StepsOf = (decoding: number) => Steps;

/** Requests that process their prompt do not decode; a second round settles how many that is. */
function timePerToken(stepsOf: StepsOf, all: Steps, concurrency: number, answer: number): number {
  const perToken = balance(all, concurrency, answer);
  const decoding = Math.max(1, (concurrency * answer * perToken) / (all.withPrompt + answer * perToken));
  return balance(stepsOf(decoding), concurrency, answer);
}

function balance({ alone, withPrompt }: Steps, concurrency: number, answer: number): number {
  const others = (concurrency - 1) * (withPrompt - alone);
  // answer * t^2 + (withPrompt - answer * alone - others) * t - alone * withPrompt = 0
  const half = (answer * alone + others - withPrompt) / 2;
  return (half + Math.sqrt(half * half + answer * alone * withPrompt)) / answer;
}

function timeToFirst(
  { alone, withPrompt }: Steps,
  concurrency: number,
  constants: PerformanceConstants,
  { arrivals, scheduler }: RunConditions,
): number {
  const prompt = withPrompt - alone / 2;
  const waits = { independent: constants.promptsIndependent, lockstep: constants.promptsLockstep };
  const prompts = arrivals === undefined ? typicalPrompts : waits[arrivals];
  const request = scheduler === 'synchronous' ? constants.requestSynchronous : constants.requestAsynchronous;
  // A request arrives in the middle of a step.
  return request + prompt * (prompts + constants.burst * (concurrency - 1)) + alone / 2;
}
