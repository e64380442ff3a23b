import type { TemplateConstraint } from '../constraint';

/** Rules about a template as a whole. */
export const templateConstraints: readonly TemplateConstraint[] = [];
