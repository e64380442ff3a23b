import { ServiceError } from '../../errors';
import { invalid } from './input';

/** Levels of a path. Source: AWS Systems Manager User Guide, "Working with parameter hierarchies" (read 2026-11-30). */
const mostLevels = 15;

/**
 * Refuses a name that the service refuses. Source: AWS Systems Manager API Reference, PutParameter (read 2026-11-30).
 * @throws ServiceError (ValidationException, AccessDeniedException, HierarchyLevelLimitExceededException)
 */
export function assertName(name: string): void {
  if (name.length === 0 || name.length > 2048)
    throw invalid(`Parameter name must have 1 to 2048 characters, got ${name.length}`);
  if (!/^[\w./-]+$/.test(name) || /\/\/|\/$/.test(name)) {
    throw invalid(
      `Parameter name: can't be prefixed with "ssm" (case-insensitive). If formed as a path, it can consist of sub-paths divided by slash symbol; each sub-path can be formed as a mix of letters, numbers and the following 3 symbols .-_ (got ${name})`,
    );
  }
  if (name.includes('/') && !name.startsWith('/'))
    throw invalid(`Parameter name must be a fully qualified name. (got ${name})`);
  if (/^\/?aws/i.test(name))
    throw new ServiceError('AccessDeniedException', `No access to reserved parameter name: ${name}.`);
  if (/^\/?ssm/i.test(name))
    throw invalid(`Parameter name: can't be prefixed with "ssm" (case-insensitive). (got ${name})`);
  const levels = name.split('/').length - 1;
  if (levels > mostLevels) {
    throw new ServiceError(
      'HierarchyLevelLimitExceededException',
      `A parameter name can have at most ${mostLevels} levels, got ${levels}: ${name}`,
    );
  }
}

/** What `name`, `name:3`, `name:label` and the ARN of a parameter name. */
export interface Selector {
  readonly name: string;
  /** Version or label. @default - the latest version */
  readonly selector: string | undefined;
}

/** Reads the name of a request. */
export function selectorOf(given: string): Selector {
  const path = /^arn:[^:]*:ssm:[^:]*:[^:]*:parameter(\/[^:]*)(?::(.+))?$/.exec(given);
  // The ARN of a parameter without a path has one slash more than its name.
  if (path !== null) return { name: path[1] ?? '', selector: path[2] };
  const [name = '', ...selector] = given.split(':');
  return { name, selector: selector.length === 0 ? undefined : selector.join(':') };
}
