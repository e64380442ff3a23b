import type { Json } from '../../../../constraints/json';
import { isList, isObject } from '../../../../constraints/json';
import { runtimeError, StateError } from './state-error';

type Step =
  | { readonly name: string }
  | { readonly index: number }
  | { readonly slice: readonly [number, number | undefined] }
  | 'all';

const piece =
  /\.(?<dotted>[\p{L}\p{N}_-]+)|\[(?:(?<quote>['"])(?<quoted>.*?)\k<quote>|(?<index>-?\d+)|(?<from>-?\d*):(?<to>-?\d*)|(?<all>\*))\]|(?<every>\.\*)/uy;

/**
 * Reads the steps of a path behind its root: names, positions, slices and `*`.
 * @throws StateError (States.Runtime) for other forms, such as filters
 */
function stepsOf(path: string, root: number): readonly Step[] {
  const steps: Step[] = [];
  let at = root;
  while (at < path.length) {
    piece.lastIndex = at;
    const groups: Readonly<Record<string, string | undefined>> | undefined = piece.exec(path)?.groups;
    if (groups === undefined)
      throw runtimeError(`The local cloud does not read the path ${path} from ${path.slice(at)}`);
    at = piece.lastIndex;
    const name = groups['dotted'] ?? groups['quoted'];
    if (name !== undefined) steps.push({ name });
    else if (groups['index'] !== undefined) steps.push({ index: Number(groups['index']) });
    else if (groups['from'] !== undefined)
      steps.push({ slice: [Number(groups['from']), groups['to'] === '' ? undefined : Number(groups['to'])] });
    else steps.push('all');
  }
  return steps;
}

/** What a path can begin with: the data, the context object (`$$`), or a variable. */
export interface PathRoots {
  readonly data: Json;
  readonly context: Json;
  readonly variable: (name: string) => Json | undefined;
}

/** The value at a path; undefined where there is none. A path with a slice or `*` gives a list. @throws StateError (States.Runtime) */
export function pathValue(path: string, roots: PathRoots): Json | undefined {
  const [start = '', context, variable] = /^\$(?:(\$)|([A-Za-z_]\w*))?/.exec(path) ?? [];
  if (start === '') throw runtimeError(`The path ${path} does not begin with $`);
  const root = context === undefined ? (variable === undefined ? roots.data : roots.variable(variable)) : roots.context;
  const steps = stepsOf(path, start.length);
  let found: readonly Json[] = root === undefined ? [] : [root];
  for (const step of steps) found = found.flatMap((value) => after(value, step));
  const many = steps.some((step) => step === 'all' || 'slice' in step);
  return many ? found : found[0];
}

/** The value at a path that must be there. @throws StateError (States.ParameterPathFailure) */
export function requiredValue(path: string, roots: PathRoots): Json {
  const found = pathValue(path, roots);
  if (found !== undefined) return found;
  throw new StateError('States.ParameterPathFailure', `The path '${path}' is not in the data of the state`);
}

function after(value: Json, step: Step): readonly Json[] {
  if (step === 'all') return isList(value) ? value : isObject(value) ? Object.values(value) : [];
  if ('name' in step) {
    const found = isObject(value) && Object.hasOwn(value, step.name) ? value[step.name] : undefined;
    return found === undefined ? [] : [found];
  }
  if (!isList(value)) return [];
  if ('slice' in step) return value.slice(...step.slice);
  const found = value.at(step.index);
  return found === undefined ? [] : [found];
}

/** Data with a result at a reference path; objects on the way are made. @throws StateError (States.ResultPathMatchFailure) */
export function withResult(data: Json, path: string, result: Json): Json {
  return placed(data, stepsOf(path, 1), { path, result });
}

function placed(
  data: Json,
  [step, ...rest]: readonly Step[],
  given: { readonly path: string; readonly result: Json },
): Json {
  if (step === undefined) return given.result;
  if (step !== 'all' && 'name' in step && isObject(data))
    return { ...data, [step.name]: placed(Object.hasOwn(data, step.name) ? (data[step.name] ?? {}) : {}, rest, given) };
  if (step !== 'all' && 'index' in step && isList(data) && step.index < data.length)
    return data.map((element, at) => (at === step.index ? placed(element, rest, given) : element));
  throw new StateError(
    'States.ResultPathMatchFailure',
    `The ResultPath ${given.path} does not fit the input of the state`,
  );
}
