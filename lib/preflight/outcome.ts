import type { Cloud } from '../platform';
import type { Cause } from './cause';

/** What every outcome of a check says. */
interface About {
  /** Id of the check. */
  readonly check: string;
  readonly cloud: Cloud;
  /** What it is about, and where: `ml.g6.xlarge in eu-central-1`. */
  readonly place: string;
}

/** The question was answered, and nothing stands in the way. */
export interface Passed extends About {
  readonly kind: 'passed';
  /** What was seen. */
  readonly seen: string;
}

/** Something would make the deployment fail. */
export interface Finding extends About {
  readonly kind: 'finding';
  readonly cause: Cause;
  readonly got: string;
  readonly expected: string;
  /** What to do. */
  readonly fix: string;
  /** The next size, model or region that the catalogue has, with its price, or `none known`. */
  readonly next: string;
}

/** Why a question has no answer. */
export type NotAsked =
  | 'offline'
  | 'no-credentials'
  | 'denied'
  | 'unreachable'
  | 'throttled'
  | 'not-served'
  | 'not-installed'
  | 'unreadable'
  | 'depends';

/** The question has no answer: nothing is known, which is not a pass. */
export interface Unverified extends About {
  readonly kind: 'unverified';
  readonly why: NotAsked;
  /** The code of the answer, or a sentence. */
  readonly got: string;
  /** What the credentials must be allowed to ask. */
  readonly permissions: readonly string[];
}

/** What a check has to say about one place. */
export type Outcome = Passed | Finding | Unverified;
