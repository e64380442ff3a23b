import type { Json } from '../../../constraints/json';
import { isList, isObject, tryParseJson } from '../../../constraints/json';
import { validationError } from '../errors';

/** What an update does to a resource, as stack policies name it. */
export type UpdateAction = 'Update:Modify' | 'Update:Replace' | 'Update:Delete';

/** One statement of a stack policy. */
interface Statement {
  readonly effect: 'Allow' | 'Deny';
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  /** Whether the statement is about every resource but `resources`. */
  readonly except: boolean;
  /** Patterns of `Condition`, one of which a resource type must match. @default - every type */
  readonly types: readonly string[] | undefined;
}

/** A resource that an update is about to change. */
interface Target {
  readonly logicalId: string;
  readonly type: string;
}

const actions = new Set(['Update:*', 'Update:Modify', 'Update:Replace', 'Update:Delete']);
const prefix = 'LogicalResourceId/';

/**
 * Refuses a policy that the service refuses.
 * Source of the rules: CloudFormation User Guide, "Prevent updates to stack resources"; of the wording: recorded answers of
 * the service in tests of LocalStack, 2022-11 (test_stack_policies.snapshot.json); of unknown ids: sparkleformation/sfn#238.
 * @param logicalIds those of the template @throws ServiceError (ValidationError)
 */
export function assertStackPolicy(text: string, logicalIds: readonly string[]): void {
  for (const { resources } of readPolicy(text)) {
    for (const pattern of resources) {
      const id = pattern.startsWith(prefix) ? pattern.slice(prefix.length) : pattern;
      if (
        !pattern.includes('*') &&
        !pattern.includes('?') &&
        !(pattern.startsWith(prefix) && logicalIds.includes(id))
      ) {
        throw validationError(
          `Error validating stack policy: Unknown logical id '${pattern}' in statement {} - stack policies can only be applied to logical ids referenced in the template`,
        );
      }
    }
  }
}

/** Why a policy forbids an update of a resource: a statement denies it, or none allows it. */
export function policyDenial(text: string | undefined, action: UpdateAction, target: Target): string | undefined {
  if (text === undefined) return undefined;
  const statements = readPolicy(text);
  // An empty policy is no policy.
  if (statements.length === 0) return undefined;
  const applies = statements.map((statement) => isAbout(statement, action, target));
  const denied = statements.findIndex(({ effect }, index) => effect === 'Deny' && applies[index] === true);
  const statement = statements[denied];
  if (statement !== undefined) {
    const { actions: denies, resources } = statement;
    return `Action denied by stack policy: Statement [#${denied + 1}] does not allow [${denies.join(', ')}] for resource [${resources.join(', ')}]`;
  }
  const allowed = statements.some(({ effect }, index) => effect === 'Allow' && applies[index] === true);
  return allowed
    ? undefined
    : `Action not allowed by stack policy: no statement allows ${action} for ${prefix}${target.logicalId}`;
}

function isAbout(statement: Statement, action: UpdateAction, { logicalId, type }: Target): boolean {
  const resource = `${prefix}${logicalId}`;
  const named = statement.resources.some((pattern) => matches(pattern, resource));
  return (
    statement.actions.some((pattern) => matches(pattern, action)) &&
    named !== statement.except &&
    (statement.types?.some((pattern) => matches(pattern, type)) ?? true)
  );
}

function matches(pattern: string, text: string): boolean {
  const source = pattern
    .split('')
    .map((letter) => (letter === '*' ? '.*' : letter === '?' ? '.' : letter.replace(/[^\w]/, '\\$&')))
    .join('');
  return new RegExp(`^${source}$`).test(text);
}

function readPolicy(text: string): readonly Statement[] {
  const document = tryParseJson(text);
  if (!isObject(document)) throw invalid();
  if (Object.keys(document).length === 0) return [];
  const statements = document['Statement'];
  const list = isList(statements) ? statements : [statements];
  if (list.length === 0) throw invalid();
  return list.map(readStatement);
}

function readStatement(value: Json | undefined): Statement {
  if (!isObject(value)) throw invalid();
  const effect = value['Effect'];
  if (effect !== 'Allow' && effect !== 'Deny') throw invalid();
  const principal = value['Principal'];
  if (principal !== '*' && !(isObject(principal) && principal['AWS'] === '*')) throw invalid();
  const named = texts(value['Action'] ?? value['NotAction']);
  if (named.length === 0 || value['NotAction'] !== undefined || !named.every((name) => actions.has(name)))
    throw invalid();
  const except = value['NotResource'] !== undefined;
  const resources = texts(value['Resource'] ?? value['NotResource']);
  if (resources.length === 0) throw invalid();
  return { effect, actions: named, resources, except, types: typesOf(value['Condition']) };
}

/** The only key of conditions is `ResourceType`. */
function typesOf(condition: Json | undefined): readonly string[] | undefined {
  if (condition === undefined) return undefined;
  if (!isObject(condition)) throw invalid();
  const found = ['StringEquals', 'StringLike'].flatMap((operator) => {
    const keys: Json | undefined = condition[operator];
    return isObject(keys) ? texts(keys['ResourceType']) : [];
  });
  if (found.length === 0) throw invalid();
  return found;
}

function texts(value: Json | undefined): readonly string[] {
  return (isList(value) ? value : [value]).flatMap((one) => (typeof one === 'string' ? [one] : []));
}

function invalid(): Error {
  return validationError('Error validating stack policy: Invalid stack policy');
}
