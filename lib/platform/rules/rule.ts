import type { Draft } from '../draft';
import type { Issue } from '../issue';

/** Returns the issues of the well-formed part of a spec. Pure, and never throws. */
export type Rule = (draft: Draft) => readonly Issue[];
