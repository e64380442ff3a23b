import type { Breach } from '../constraint';
import type { Json, JsonObject } from '../json';
import { isList, isObject, scalarText, tryParseJson } from '../json';
import { suggestion } from '../suggest';
import { isUnresolved } from '../value';
import type { Condition } from './policy-condition';
import { readConditions } from './policy-condition';

/** A text of a policy, and its place in the document as a JSON pointer such as `/Statement/0/Action/1`. */
export interface Located {
  readonly text: string;
  readonly pointer: string;
}

/** The texts of an element such as `Action`. */
interface Texts {
  /** Place of the element. */
  readonly pointer: string;
  readonly known: readonly Located[];
  /** Whether every text is known; false where a function is not resolved. */
  readonly complete: boolean;
}

/** The forms of a principal; `*` is everyone, written without a form. */
type PrincipalForm = 'AWS' | 'Service' | 'Federated' | 'CanonicalUser' | '*';

/** One principal of a statement. */
export interface Principal extends Located {
  readonly form: PrincipalForm;
}

/** The principals of a statement. */
interface Principals {
  readonly pointer: string;
  readonly known: readonly Principal[];
  /** Whether every principal is known; false where a function is not resolved. */
  readonly complete: boolean;
}

/** A statement of a policy. An element that is absent, or a function that is not resolved as a whole, is undefined. */
export interface Statement {
  readonly pointer: string;
  readonly sid: string | undefined;
  readonly effect: 'Allow' | 'Deny' | undefined;
  readonly principal: Principals | undefined;
  readonly notPrincipal: Principals | undefined;
  readonly action: Texts | undefined;
  readonly notAction: Texts | undefined;
  readonly resource: Texts | undefined;
  readonly notResource: Texts | undefined;
  readonly conditions: readonly Condition[];
  /** The statement as it is written. */
  readonly written: JsonObject;
}

/** A policy document, read into statements. What is broken is a problem and is left out of the statements. */
export interface Policy {
  readonly version: string | undefined;
  readonly statements: readonly Statement[];
  /** Whether every statement is known; false where a function is not resolved. */
  readonly complete: boolean;
  /** What no kind of policy allows. */
  readonly problems: readonly Breach[];
}

/**
 * The elements of documents and statements.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html, 2026-11-30.
 */
const documentElements = ['Version', 'Id', 'Statement'];
const statementElements = [
  'Sid',
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
];
const versions = ['2012-10-17', '2008-10-17'];
const exclusive = [
  ['Action', 'NotAction'],
  ['Resource', 'NotResource'],
  ['Principal', 'NotPrincipal'],
] as const;
const syntax = 'Syntax errors in policy.';

const read = new WeakMap<JsonObject, Policy>();
const unknown: Policy = { version: undefined, statements: [], complete: false, problems: [] };

/**
 * Reads a policy document: an object, or its JSON text. A function of CloudFormation in it is unknown, never a problem.
 * Pointers are relative to the document.
 */
export function readPolicy(document: Json | undefined): Policy {
  if (document === undefined || isUnresolved(document)) return unknown;
  if (typeof document === 'string') {
    const parsed = tryParseJson(document);
    return isObject(parsed)
      ? readPolicy(parsed)
      : broken('', `${syntax} The document is not the JSON text of an object`, 'Write the policy as a JSON object.');
  }
  if (!isObject(document))
    return broken('', `${syntax} The document is not an object`, 'Write the policy as an object.');
  const known = read.get(document);
  if (known !== undefined) return known;
  const policy = readDocument(document);
  read.set(document, policy);
  return policy;
}

function broken(pointer: string, problem: string, fix: string): Policy {
  return { ...unknown, problems: [{ pointer, problem, fix }] };
}

function readDocument(document: JsonObject): Policy {
  const problems: Breach[] = unknownElements(document, documentElements, '');
  const version = scalarText(document['Version']);
  if (version !== undefined && !versions.includes(version)) {
    problems.push({
      pointer: '/Version',
      problem: `The policy must contain a valid version string. Version is '${version}', expected ${versions.join(' or ')}`,
      fix: `Write Version: '2012-10-17'.`,
    });
  }
  const written = document['Statement'];
  if (written === undefined || (isList(written) && written.length === 0)) {
    problems.push({ pointer: '', problem: `${syntax} The policy has no statement`, fix: 'Add a Statement.' });
  }
  const listed: readonly Json[] = isList(written) ? written : written === undefined ? [] : [written];
  const statements = listed.flatMap((statement, index) => {
    const pointer = isList(written) ? `/Statement/${index}` : '/Statement';
    if (isUnresolved(statement)) return [];
    if (isObject(statement)) return [readStatement(statement, pointer, problems)];
    problems.push({
      pointer,
      problem: `${syntax} The statement is not an object`,
      fix: 'Write the statement as an object.',
    });
    return [];
  });
  return { version, statements, complete: !listed.some(isUnresolved), problems };
}

function readStatement(written: JsonObject, pointer: string, problems: Breach[]): Statement {
  problems.push(...unknownElements(written, statementElements, pointer));
  for (const [one, other] of exclusive) {
    if (Object.hasOwn(written, one) && Object.hasOwn(written, other)) {
      problems.push({
        pointer,
        problem: `${syntax} The statement has both ${one} and ${other}, expected one of them`,
        fix: `Remove ${one} or ${other}.`,
      });
    }
  }
  const texts = (name: string): Texts | undefined => readTexts(written[name], `${pointer}/${name}`, problems);
  return {
    pointer,
    sid: scalarText(written['Sid']),
    effect: readEffect(written['Effect'], pointer, problems),
    principal: readPrincipals(written['Principal'], `${pointer}/Principal`, problems),
    notPrincipal: readPrincipals(written['NotPrincipal'], `${pointer}/NotPrincipal`, problems),
    action: texts('Action'),
    notAction: texts('NotAction'),
    resource: texts('Resource'),
    notResource: texts('NotResource'),
    conditions: readConditions(written['Condition'], `${pointer}/Condition`, problems),
    written,
  };
}

function readEffect(value: Json | undefined, pointer: string, problems: Breach[]): Statement['effect'] {
  if (value === 'Allow' || value === 'Deny') return value;
  if (isUnresolved(value)) return undefined;
  problems.push(
    value === undefined
      ? { pointer, problem: `${syntax} The statement has no Effect, expected Allow or Deny`, fix: 'Add Effect: Allow.' }
      : {
          pointer: `${pointer}/Effect`,
          problem: `${syntax} Effect is ${JSON.stringify(value)}, expected Allow or Deny, written so`,
          fix: 'Write Allow or Deny.',
        },
  );
  return undefined;
}

function readTexts(value: Json | undefined, pointer: string, problems: Breach[]): Texts | undefined {
  if (value === undefined || isUnresolved(value)) return undefined;
  const elements: readonly Json[] = isList(value) ? value : [value];
  if (elements.length === 0) {
    problems.push({ pointer, problem: `${syntax} The list is empty`, fix: 'Add an element, or remove the statement.' });
  }
  const known = elements.flatMap((element, index): Located[] => {
    const place = isList(value) ? `${pointer}/${index}` : pointer;
    const text = scalarText(element);
    if (text !== undefined) return [{ text, pointer: place }];
    if (!isUnresolved(element)) {
      problems.push({ pointer: place, problem: `${syntax} The value is not a text`, fix: 'Write a text.' });
    }
    return [];
  });
  return { pointer, known, complete: !elements.some(isUnresolved) };
}

const forms: readonly string[] = ['AWS', 'Service', 'Federated', 'CanonicalUser'] satisfies PrincipalForm[];

function isForm(name: string): name is PrincipalForm {
  return forms.includes(name);
}

function readPrincipals(value: Json | undefined, pointer: string, problems: Breach[]): Principals | undefined {
  if (value === undefined || isUnresolved(value)) return undefined;
  if (value === '*') return { pointer, known: [{ form: '*', text: '*', pointer }], complete: true };
  if (!isObject(value) || Object.keys(value).length === 0) {
    problems.push({
      pointer,
      problem: `Invalid principal in policy. The value is ${JSON.stringify(value)}, expected "*" or an object with ${forms.join(', ')}`,
      fix: 'Write the principal with its form, such as { "AWS": "111111111111" }.',
    });
    return undefined;
  }
  const known: Principal[] = [];
  let complete = true;
  for (const [form, listed] of Object.entries(value)) {
    if (!isForm(form)) {
      problems.push({
        pointer: `${pointer}/${form}`,
        problem: `Invalid principal in policy. The form is ${form}, expected ${forms.join(', ')}${meant(form, forms)}`,
        fix: `Write one of ${forms.join(', ')}.`,
      });
      continue;
    }
    const texts = readTexts(listed, `${pointer}/${form}`, problems);
    complete &&= texts?.complete === true;
    known.push(...(texts?.known ?? []).map((one) => ({ ...one, form })));
  }
  return { pointer, known, complete };
}

function unknownElements(value: JsonObject, known: readonly string[], pointer: string): Breach[] {
  return Object.keys(value)
    .filter((name) => !known.includes(name) && !name.startsWith('Fn::'))
    .map((name) => ({
      pointer: `${pointer}/${name}`,
      problem: `${syntax} ${name} is not an element of a policy${meant(name, known)}; expected ${known.join(', ')}`,
      fix: `Remove ${name}, or write one of the elements.`,
    }));
}

function meant(name: string, known: readonly string[]): string {
  const near = suggestion(name, known);
  return near === undefined ? '' : ` (did you mean ${near}?)`;
}
