import type { Draft } from '../draft';
import type { Issue } from '../issue';

/** Looks at the well-formed part of a spec and returns what is wrong with it. Pure; never throws. */
export type Rule = (draft: Draft) => readonly Issue[];
