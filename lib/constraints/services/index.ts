import type { Constraint } from '../constraint';
import { fifoName } from './fifo-name';
import { lambdaCode } from './lambda-code';
import { lambdaFunction } from './lambda-function';
import { parameterValue } from './parameter-value';
import { references } from './references';
import { resourceName } from './resource-name';
import { tagRules } from './tags';

/** Rules of every other service, and of names. */
export const serviceConstraints: readonly Constraint[] = [
  resourceName,
  fifoName,
  tagRules,
  references,
  lambdaFunction,
  lambdaCode,
  parameterValue,
];
