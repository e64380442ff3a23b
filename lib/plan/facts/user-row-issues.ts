import type { Issue } from '../../platform';

/** A table with the user's rows in it, and what is wrong with those that are not. */
export interface Merged<T> {
  readonly rows: readonly T[];
  readonly issues: readonly Issue[];
}

/** The cloud of a service that instances or tokens are bought from. */
export function cloudOf(service: string): 'aws' | 'azure' {
  return service.startsWith('azure') ? 'azure' : 'aws';
}
