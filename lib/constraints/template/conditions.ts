import type { Breach, TemplateConstraint } from '../constraint';
import type { Json, JsonObject } from '../json';
import { isList, isObject, own } from '../json';
import type { FunctionCall } from './calls';
import { callsIn } from './calls';
import { references } from './references';
import { breach, didYouMean, membersOf, partsOf, pseudoParameters, resourcesOf } from './sections';

/** Conditions are well formed, read parameters only, and exist where they are named: in branches that are not taken too. */
export const conditionFunctions: TemplateConstraint = {
  id: 'template-conditions',
  source: {
    url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-conditions.html',
    asOf: '2026-11-30',
  },
  check(template) {
    const names = membersOf(template, 'Conditions').map(([name]) => name);
    const unknown = (name: Json): name is string => typeof name === 'string' && !names.includes(name);
    const attached = [
      ...resourcesOf(template).map(([id, resource]) => [`/Resources/${id}`, own(resource, 'Condition')] as const),
      ...membersOf(template, 'Outputs').map(([id, output]) => [`/Outputs/${id}`, own(output, 'Condition')] as const),
    ].flatMap(([path, name]) =>
      name !== undefined && unknown(name) ? [unresolved(`${path}/Condition`, name, names)] : [],
    );
    const chosen = partsOf(template).flatMap(({ value, path }) =>
      callsIn(value, path).flatMap((call) => choiceBreaches(call, unknown, names)),
    );
    const declared = membersOf(template, 'Conditions').flatMap(([name, expression]) => [
      ...expressionBreaches(expression, `/Conditions/${name}`, names),
      ...readBreaches(template, expression, `/Conditions/${name}`),
    ]);
    return [...attached, ...chosen, ...declared, ...circles(template)];
  },
};

function unresolved(path: string, name: string, known: readonly string[]): Breach {
  const block = path.startsWith('/Outputs') ? 'Outputs' : path.startsWith('/Conditions') ? 'Conditions' : 'Resources';
  const problem = `Template format error: Unresolved condition dependency ${name} in the ${block} block of the template (${path})${didYouMean(name, known)}`;
  return breach(path, problem, 'name a condition of the Conditions section');
}

function choiceBreaches(
  { name, argument, path }: FunctionCall,
  unknown: (name: Json) => name is string,
  known: readonly string[],
): readonly Breach[] {
  if (name !== 'Fn::If') return [];
  const [test] = isList(argument) ? argument : [];
  if (!isList(argument) || argument.length !== 3) {
    const problem = `Template error: Fn::If requires a list argument with three elements (${path})`;
    return [breach(path, problem, 'write a condition name, the value when it holds and the value when it does not')];
  }
  if (typeof test !== 'string') {
    const problem = `Template error: Fn::If requires a list argument with the first element being a condition (${path})`;
    return [breach(path, problem, 'write the name of a condition')];
  }
  if (!unknown(test)) return [];
  const problem = `Template error: unresolved condition dependency ${test} in Fn::If (${path})${didYouMean(test, known)}`;
  return [breach(path, problem, 'name a condition of the Conditions section')];
}

/** What each condition function requires, in the words of the service. */
const operands: Readonly<Record<string, readonly [least: number, most: number, words: string]>> = {
  'Fn::Equals': [2, 2, 'every Fn::Equals object requires a list of 2 string parameters.'],
  'Fn::Not': [1, 1, 'every Fn::Not object requires one boolean parameter.'],
  'Fn::And': [2, 10, 'every Fn::And object requires a list of at least 2 and at most 10 boolean parameters.'],
  'Fn::Or': [2, 10, 'every Fn::Or object requires a list of at least 2 and at most 10 boolean parameters.'],
};

function expressionBreaches(expression: Json, path: string, known: readonly string[]): readonly Breach[] {
  const [name, ...others] = isObject(expression) ? Object.keys(expression) : [];
  if (name === undefined || others.length > 0) return [notACondition(path)];
  const argument = own(expression, name) ?? null;
  if (name === 'Condition') {
    if (typeof argument !== 'string') return [notACondition(path)];
    return known.includes(argument) ? [] : [unresolved(path, argument, known)];
  }
  const rule = Object.hasOwn(operands, name) ? operands[name] : undefined;
  if (rule === undefined) return [notACondition(path)];
  const [least, most, words] = rule;
  if (!isList(argument) || argument.length < least || argument.length > most) {
    return [breach(path, `Template error: ${words} (${path})`, `give ${name} the operands it takes`)];
  }
  if (name === 'Fn::Equals') return [];
  return argument.flatMap((operand, index) => expressionBreaches(operand, `${path}/${name}/${index}`, known));
}

function notACondition(path: string): Breach {
  return breach(
    path,
    `Template error: ${path} is not a condition: expected one of Fn::Equals, Fn::And, Fn::Or, Fn::Not, Condition`,
    'write a condition function',
  );
}

/** Conditions are evaluated before resources exist. */
function readBreaches(template: JsonObject, expression: Json, path: string): readonly Breach[] {
  const found = callsIn(expression, path).flatMap(({ name, path: place }) =>
    name === 'Fn::ImportValue' || name === 'Fn::GetAtt' || name === 'Fn::GetStackOutput'
      ? [breach(place, `Template error: Cannot use ${name} in Conditions. (${place})`, 'use a parameter')]
      : [],
  );
  const parameters = own(template, 'Parameters');
  for (const { target, attribute, path: place } of references(expression, path)) {
    if (attribute !== undefined || pseudoParameters.has(target) || own(parameters, target) !== undefined) continue;
    const names = membersOf(template, 'Parameters').map(([name]) => name);
    const problem = `Template format error: Unresolved dependencies [${target}]. Cannot reference resources in the Conditions block of the template (${place})${didYouMean(target, names)}`;
    found.push(breach(place, problem, 'use a parameter'));
  }
  return found;
}

function circles(template: JsonObject): readonly Breach[] {
  const conditions = own(template, 'Conditions');
  const done = new Set<string>();
  const circular = (name: string, open: readonly string[]): string | undefined => {
    if (open.includes(name)) return name;
    if (done.has(name)) return undefined;
    done.add(name);
    return namesIn(own(conditions, name) ?? null)
      .map((next) => circular(next, [...open, name]))
      .find((found) => found !== undefined);
  };
  return membersOf(template, 'Conditions').flatMap(([name]) => {
    const found = circular(name, []);
    if (found === undefined) return [];
    const problem = `Template error: condition ${found} depends on itself (/Conditions/${found})`;
    return [breach(`/Conditions/${found}`, problem, 'take one of the conditions out of the circle')];
  });
}

/** The conditions that an expression names. */
function namesIn(expression: Json): readonly string[] {
  if (isList(expression)) return expression.flatMap(namesIn);
  if (!isObject(expression)) return [];
  return Object.entries(expression).flatMap(([key, value]) =>
    key === 'Condition' && typeof value === 'string' ? [value] : namesIn(value),
  );
}
