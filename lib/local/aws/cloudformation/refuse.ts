import type { Breach } from '../../../constraints/constraint';
import { validationError } from '../errors';

/** Problems that one error lists. */
const mostListed = 5;

/** Refuses a template that breaks rules, with every problem. @throws ServiceError (ValidationError) */
export function refuse(breaches: readonly Breach[]): void {
  const problems = [...new Set(breaches.map(({ problem }) => problem))];
  if (problems.length === 0) return;
  const more = problems.length - mostListed;
  const listed = problems.slice(0, mostListed).join('; ');
  throw validationError(more > 0 ? `${listed}; and ${more} more` : listed);
}
