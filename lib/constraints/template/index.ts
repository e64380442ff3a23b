import type { Breach, TemplateConstraint } from '../constraint';
import type { Json, JsonObject } from '../json';
import { isList, isObject } from '../json';
import { circularDependencies } from './circular-dependencies';
import { conditionFunctions } from './conditions';
import type { Contents } from './contents';
import { contentsOf } from './contents';
import { deletionPolicies } from './deletion-policy';
import { exportNames } from './export-names';
import { declaredCollection, expandLoops, hasLoops } from './for-each';
import { functionShapes } from './function-shapes';
import { mappingValues } from './mappings';
import { nestsDeep, templateNesting } from './nesting';
import { parameterDeclarations } from './parameter-declarations';
import { templateQuotas } from './quotas';
import { referencesExist } from './references-exist';
import { resourceTypesExist } from './resource-types';
import { languageExtensions, transformsOf } from './sections';
import { templateShape } from './shape';

/** A rule, and whether a template has something that it is about: most templates lack what most rules read. */
type Row = readonly [rule: TemplateConstraint, applies: (contents: Contents) => boolean];

const always = (): boolean => true;

/** What a template must be before anything in it can be read. */
const shape: readonly Row[] = [
  [templateShape, always],
  [templateQuotas, always],
  [parameterDeclarations, ({ has }) => has('Parameters')],
  [mappingValues, ({ has }) => has('Mappings')],
];

/** What the parts of a template must be to each other. */
const meaning: readonly Row[] = [
  [resourceTypesExist, always],
  [deletionPolicies, ({ has }) => has('DeletionPolicy') || has('UpdateReplacePolicy')],
  [functionShapes, ({ calls }) => calls],
  [conditionFunctions, ({ calls, has }) => calls || has('Conditions') || has('Condition')],
  [referencesExist, ({ calls, has }) => calls || has('DependsOn')],
  [exportNames, ({ has }) => has('Outputs')],
  [circularDependencies, ({ calls, has }) => calls || has('DependsOn')],
];

/** Loops are well formed, and make no name twice. */
const loopShapes: TemplateConstraint = {
  id: 'template-loops',
  source: {
    url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-foreach.html',
    asOf: '2026-11-30',
  },
  check: (template) =>
    nestsDeep(template) || !hasLoops(template) ? [] : expandLoops(template, declaredCollection(template)).breaches,
};

/** Rules about a template as a whole. They are silent about one whose transform may still change it. */
export const templateConstraints: readonly TemplateConstraint[] = [
  templateNesting,
  loopShapes,
  ...[...shape, ...meaning].map(([rule]) => ({
    ...rule,
    check(template: JsonObject): readonly Breach[] {
      const processed = processedTemplate(template);
      return processed === undefined ? [] : rule.check(processed);
    },
  })),
];

/** Breaches of the shape of a template without loops; what else is wrong can be asked when there are none. */
export function shapeBreaches(template: JsonObject): readonly Breach[] {
  return breachesOf(shape, template);
}

/** Breaches between the parts of a template of right shape and without loops. */
export function meaningBreaches(template: JsonObject): readonly Breach[] {
  return breachesOf(meaning, template);
}

function breachesOf(rows: readonly Row[], template: JsonObject): readonly Breach[] {
  const contents = contentsOf(template);
  const found: Breach[] = [];
  for (const [rule, applies] of rows) if (applies(contents)) found.push(...rule.check(template));
  return found;
}

/** Whether the rules about a template as a whole are asked: nothing may still change it. */
export function isJudged(template: JsonObject): boolean {
  return processedTemplate(template) !== undefined;
}

const processed = new WeakMap<JsonObject, { readonly template: JsonObject | undefined }>();

/** The template after its loops, once per template; undefined when it is not known or cannot be read. */
function processedTemplate(template: JsonObject): JsonObject | undefined {
  const known = processed.get(template);
  if (known !== undefined) return known.template;
  const result = process(template);
  processed.set(template, { template: result });
  return result;
}

function process(template: JsonObject): JsonObject | undefined {
  if (nestsDeep(template)) return undefined;
  if (transformsOf(template).some((name) => name !== languageExtensions) || includesTransform(template))
    return undefined;
  if (!hasLoops(template)) return template;
  const { template: expanded, unknown } = expandLoops(template, declaredCollection(template));
  return unknown ? undefined : expanded;
}

function includesTransform(value: Json): boolean {
  if (isList(value)) return value.some(includesTransform);
  return (
    isObject(value) && Object.entries(value).some(([key, child]) => key === 'Fn::Transform' || includesTransform(child))
  );
}
