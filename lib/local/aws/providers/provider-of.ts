import { isCustomResource } from '../../../constraints/schema/special-types';
import type { Cloud } from '../state/cloud';
import { bucketProvider } from './bucket';
import { customResourceProvider } from './custom-resource';
import type { Provider } from './provider';
import { ssmParameterProvider } from './ssm-parameter';

const providers: Readonly<Record<string, Provider>> = {
  'AWS::S3::Bucket': bucketProvider,
  'AWS::SSM::Parameter': ssmParameterProvider,
};

/** The provider of a type. Most types have no side effects. */
export function providerOf(type: string, cloud: Cloud): Provider {
  return isCustomResource(type) ? customResourceProvider(type, cloud) : (providers[type] ?? {});
}
