/** One check of a content filter, in the terms of the Cognitive Services API. */
export interface ContentFilter {
  readonly name: string;
  readonly source: 'Prompt' | 'Completion';
  readonly enabled: true;
  readonly blocking: true;
  /** Lowest severity that is blocked. Absent for detections without severities. */
  readonly severityThreshold?: 'Medium';
}

const harmCategories = ['Hate', 'Selfharm', 'Sexual', 'Violence'] as const;
const sources = ['Prompt', 'Completion'] as const;
/** Attacks arrive with the prompt or with a document that is inserted into it. */
const promptAttacks = ['Indirect Attack', 'Jailbreak'] as const;
const protectedMaterial = ['Protected Material Code', 'Protected Material Text'] as const;

/**
 * The checks of every content filter: harm of medium severity and above in prompts and completions, attacks in prompts,
 * protected material in completions. Each check blocks; none only annotates.
 *
 * Source of the names: Microsoft Learn, "Content filter configurability" of Azure OpenAI, read 2026-11.
 */
export const blockingFilters: readonly ContentFilter[] = [
  ...harmCategories.flatMap((name) =>
    sources.map(
      (source) =>
        ({ name, source, enabled: true, blocking: true, severityThreshold: 'Medium' }) satisfies ContentFilter,
    ),
  ),
  ...promptAttacks.map((name) => ({ name, source: 'Prompt', enabled: true, blocking: true }) satisfies ContentFilter),
  ...protectedMaterial.map(
    (name) => ({ name, source: 'Completion', enabled: true, blocking: true }) satisfies ContentFilter,
  ),
];
