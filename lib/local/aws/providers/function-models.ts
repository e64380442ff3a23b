import type { JsonObject } from '../../../constraints/json';
import type { LambdaFunction } from '../functions/lambda-function';
import type { Cloud } from '../state/cloud';
import type { ExistingResource } from '../state/registry';

/** A Python function of aws-cdk-lib whose documented effect this cloud has in its place. */
export interface FunctionModel {
  /** What it does, for reports. */
  readonly what: string;
  /** Creates or changes. @returns what `Fn::GetAtt` finds @throws ResourceFailure when the function would refuse */
  apply(resource: ExistingResource, cloud: Cloud): JsonObject;
  remove?(resource: ExistingResource, cloud: Cloud): void;
}

const models: ReadonlyMap<string, FunctionModel> = new Map();

/** The model of a function, recognised by the type of its custom resource and its runtime. */
export function functionModel(type: string, { runtime, handler }: LambdaFunction): FunctionModel | undefined {
  return runtime?.startsWith('python') === true && handler === 'index.handler' ? models.get(type) : undefined;
}
