import { isObject } from '../../../constraints/json';
import type { ResourceCheck } from './check';

/** Bytes of all names and values together. Source: Lambda quotas. */
const limit = 4096;

/** The environment variables of a Lambda function must fit its quota. */
export const lambdaEnvironment: ResourceCheck = ({ properties }) => {
  const environment = properties['Environment'];
  const variables = isObject(environment) ? environment['Variables'] : undefined;
  const bytes = variables === undefined ? 0 : Buffer.byteLength(JSON.stringify(variables));
  return bytes > limit
    ? `Lambda was unable to configure your environment variables because they exceed the ${limit / 1024} KB limit: ${bytes} bytes (#/Environment/Variables)`
    : undefined;
};
