import type { LambdaFunction } from '../functions/lambda-function';
import { bucketDeployment } from './bucket-deployment';
import { bucketNotifications } from './bucket-notifications';
import type { FunctionModel } from './function-model';

const models: ReadonlyMap<string, FunctionModel> = new Map([
  ['Custom::CDKBucketDeployment', bucketDeployment],
  ['Custom::S3BucketNotifications', bucketNotifications],
]);

/** The model of a function, recognised by the type of its custom resource, its runtime and its handler. */
export function functionModel(type: string, { runtime, handler }: LambdaFunction): FunctionModel | undefined {
  return runtime?.startsWith('python') === true && handler === 'index.handler' ? models.get(type) : undefined;
}
