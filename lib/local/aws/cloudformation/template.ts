import type { Json, JsonObject } from '../../../constraints/json';
import { isList, isObject, own, scalarText } from '../../../constraints/json';
import { shapeBreaches } from '../../../constraints/template';
import { policyProblem } from '../../../constraints/template/deletion-policy';
import type { Collection } from '../../../constraints/template/for-each';
import { declaredCollection, expandLoops, hasLoops } from '../../../constraints/template/for-each';
import { templateNesting } from '../../../constraints/template/nesting';
import { hasExtensions, membersOf } from '../../../constraints/template/sections';
import { serviceTemplateBytes } from '../../../graph/text/template-text';
import { validationError } from '../errors';
import { refuse } from './refuse';
import { readTemplateText } from './template-text';
import { assertTransforms } from './transforms';

/** What happens to a resource that leaves its stack. */
export type DeletionPolicy = 'Delete' | 'Retain' | 'RetainExceptOnCreate' | 'Snapshot';

/** One entry of `Resources`. */
export interface ResourceDeclaration {
  readonly logicalId: string;
  readonly type: string;
  readonly properties: JsonObject;
  readonly dependsOn: readonly string[];
  readonly condition: string | undefined;
  readonly deletionPolicy: DeletionPolicy;
  readonly updateReplacePolicy: DeletionPolicy;
  readonly metadata: Json | undefined;
  /** @default - none */
  readonly creationPolicy?: Json | undefined;
}

/** One entry of `Outputs`. */
interface OutputDeclaration {
  readonly name: string;
  readonly value: Json;
  readonly description: string | undefined;
  readonly exportName: Json | undefined;
  readonly condition: string | undefined;
}

/** A template of valid shape. Its expressions are not evaluated yet. */
export interface Template {
  /** The template without loops. */
  readonly document: JsonObject;
  /** Whether a loop runs over a collection that is not known, so that the template lacks what the loop makes. */
  readonly partial: boolean;
  readonly description: string | undefined;
  readonly languageExtensions: boolean;
  readonly parameters: JsonObject;
  readonly mappings: JsonObject;
  readonly conditions: JsonObject;
  readonly rules: JsonObject;
  readonly resources: ReadonlyMap<string, ResourceDeclaration>;
  readonly outputs: ReadonlyMap<string, OutputDeclaration>;
}

/** Evaluates a value that reads no resource; undefined where it is not known. */
export type Evaluate = (value: Json) => Json | undefined;

/**
 * Reads a JSON or YAML template and runs its loops.
 * @param evaluator how the values of collections and policies are found in the document; @default - lists of text, and defaults
 * of parameters
 * @throws ServiceError (ValidationError) when it is not well formed
 */
export function parseTemplate(text: string, evaluator?: (document: JsonObject) => Evaluate): Template {
  const written = readDocument(text);
  const evaluate = hasExtensions(written) ? evaluator?.(written) : undefined;
  const {
    template: document,
    breaches,
    unknown,
  } = hasLoops(written)
    ? expandLoops(written, evaluate === undefined ? declaredCollection(written) : collectionOf(evaluate))
    : { template: written, breaches: [], unknown: false };
  refuse(breaches);
  if (!unknown) refuse(shapeBreaches(document));
  const resources = membersOf(document, 'Resources').flatMap(([id, value]) =>
    isObject(value) ? [[id, resource(id, value, evaluate)] as const] : [],
  );
  return {
    document,
    partial: unknown,
    description: scalarText(own(document, 'Description')),
    languageExtensions: hasExtensions(document),
    parameters: section(document, 'Parameters'),
    mappings: section(document, 'Mappings'),
    conditions: section(document, 'Conditions'),
    rules: section(document, 'Rules'),
    resources: new Map(resources),
    outputs: new Map(membersOf(document, 'Outputs').map(([id, value]) => [id, output(id, value)])),
  };
}

/** The template as it is written. @throws ServiceError when it cannot be read or asks for a transform that is not run */
function readDocument(text: string): JsonObject {
  const bytes = Buffer.byteLength(text);
  if (bytes > serviceTemplateBytes)
    throw validationError(`Template may not exceed ${serviceTemplateBytes} bytes in size, got ${bytes}.`);
  const document = readTemplateText(text);
  if (!isObject(document)) throw validationError('Template format error: unsupported structure.');
  refuse(templateNesting.check(document));
  assertTransforms(document);
  return document;
}

function collectionOf(evaluate: Evaluate): Collection {
  return (value) => {
    const elements = evaluate(value);
    if (!isList(elements)) {
      throw validationError(
        `Template error: Fn::ForEach could not resolve the collection ${JSON.stringify(value)} to a list`,
      );
    }
    return elements.map((element) => scalarText(element) ?? JSON.stringify(element));
  };
}

/** A section of a template. The checks refuse one that is no object. */
export function section(document: JsonObject, name: string): JsonObject {
  const value = own(document, name);
  return isObject(value) ? value : {};
}

function resource(logicalId: string, value: JsonObject, evaluate: Evaluate | undefined): ResourceDeclaration {
  const properties = own(value, 'Properties');
  const dependsOn = own(value, 'DependsOn') ?? [];
  const type = scalarText(own(value, 'Type')) ?? '';
  const policy = (key: string): DeletionPolicy =>
    policyOf({ logicalId, type, key, declared: own(value, key) }, evaluate);
  return {
    logicalId,
    type,
    properties: isObject(properties) ? properties : {},
    dependsOn: (isList(dependsOn) ? dependsOn : [dependsOn]).flatMap((name) => scalarText(name) ?? []),
    condition: scalarText(own(value, 'Condition')),
    deletionPolicy: policy('DeletionPolicy'),
    updateReplacePolicy: policy('UpdateReplacePolicy'),
    metadata: own(value, 'Metadata'),
    creationPolicy: own(value, 'CreationPolicy'),
  };
}

function output(name: string, value: Json): OutputDeclaration {
  return {
    name,
    value: own(value, 'Value') ?? null,
    description: scalarText(own(value, 'Description')),
    exportName: own(own(value, 'Export'), 'Name'),
    condition: scalarText(own(value, 'Condition')),
  };
}

interface DeclaredPolicy {
  readonly logicalId: string;
  readonly type: string;
  readonly key: string;
  readonly declared: Json | undefined;
}

/** A policy that is a function has the value of the function; without values it is not known and nothing depends on it. */
function policyOf({ logicalId, type, key, declared }: DeclaredPolicy, evaluate: Evaluate | undefined): DeletionPolicy {
  const value = isObject(declared) ? evaluate?.(declared) : declared;
  switch (value) {
    case 'Delete':
    case 'Retain':
    case 'RetainExceptOnCreate':
    case 'Snapshot': {
      const problem = isObject(declared) ? policyProblem(logicalId, key, value, type) : undefined;
      if (problem !== undefined) throw validationError(problem);
      return value;
    }
    case undefined:
      return 'Delete';
    default:
      throw validationError(
        policyProblem(logicalId, key, scalarText(value) ?? JSON.stringify(value), type) ?? `Template error: ${key}`,
      );
  }
}
