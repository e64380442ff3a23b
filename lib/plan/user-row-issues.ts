import { listed, nearest } from '../spec';
import type { Issue } from '../spec';

/** A table with the user's rows in it, and what is wrong with those that are not. */
export interface Merged<T> {
  readonly rows: readonly T[];
  readonly issues: readonly Issue[];
}

/** The cloud of a service that instances or tokens are bought from. */
export function cloudOf(service: string): 'aws' | 'azure' {
  return service.startsWith('azure') ? 'azure' : 'aws';
}

/** A row that refers to nothing the catalogue has. */
export function unknownInCatalog(
  code: string,
  path: string,
  noun: string,
  got: string,
  known: readonly string[],
): Issue {
  const meant = nearest(got, known);
  return {
    code,
    path,
    message: `the catalogue has no ${noun} '${got}'`,
    got,
    expected: `${noun} ${listed(known)}`,
    fix: meant === undefined ? `use ${listed(known)}` : `did you mean '${meant}'?`,
  };
}
