import type { Rule } from '../../rule';
import { constraintViolation } from './constraint-violation';
import { constraintWithoutEffect } from './constraint-without-effect';
import { nameFromPlan } from './name-from-plan';
import { noCustomResource } from './no-custom-resource';
import { schemaViolation } from './schema-violation';

/** The rules of the family `deployment`, by file name. */
export const deploymentRules: readonly Rule[] = [
  constraintViolation,
  constraintWithoutEffect,
  nameFromPlan,
  noCustomResource,
  schemaViolation,
];
