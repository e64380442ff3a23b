import type { PropertyValue, ResourceNode } from '../../graph';
import { isMap, listOf, valueAt } from '../policy';
import type { ConcernDraft, ConcernFamily } from './concern';
import { inWords, isFalse, isTrue, scalarsOf } from './values';

/** A way into a resource that is open. */
interface Opening {
  readonly path: string;
  readonly words: string;
  /** Anybody on the internet, or a weaker way in. */
  readonly level: 'block' | 'warning';
}

/** Resources that become reachable from everywhere, or with a key that everybody can copy. */
export const exposure: ConcernFamily = {
  ofChange({ before, after }): readonly ConcernDraft[] {
    if (after === undefined) return [];
    const former = new Set(before === undefined ? [] : openingsOf(before).map(({ words }) => words));
    return openingsOf(after)
      .filter(({ words }) => !former.has(words))
      .map(({ path, words, level }) => ({
        code: 'Exposed',
        level,
        path,
        message: `it is opened: ${words}`,
        before: before === undefined ? 'a new resource' : inWords(placeIn(before, path)),
        after: inWords(placeIn(after, path)),
        fix: 'close it, and reach it over a private endpoint or with a role',
      }));
  },
};

function openingsOf(node: ResourceNode): readonly Opening[] {
  const special = Object.hasOwn(byType, node.type) ? byType[node.type] : undefined;
  return [...(special?.(node) ?? []), ...(node.cloud === 'azure' ? azureOpenings(node) : [])];
}

function block(path: string, words: string): Opening {
  return { path, words, level: 'block' };
}

const everywhere: ReadonlySet<PropertyValue> = new Set(['0.0.0.0/0', '::/0', '*', 'Internet', 'Any']);

const byType: Readonly<Record<string, (node: ResourceNode) => readonly Opening[]>> = {
  'AWS::EC2::SecurityGroup': ({ properties }) =>
    listOf(properties.SecurityGroupIngress).flatMap((rule, i) => ingress(rule, `SecurityGroupIngress.${i}`)),
  'AWS::EC2::SecurityGroupIngress': ({ properties }) => ingress(properties, ''),
  'AWS::Lambda::Url': ({ properties }) =>
    properties.AuthType === 'NONE' ? [block('AuthType', 'the function URL asks for no authentication')] : [],
  'AWS::Lambda::Permission': ({ properties }) =>
    properties.Principal === '*' && properties.PrincipalOrgID === undefined && properties.SourceArn === undefined
      ? [block('Principal', 'everybody may invoke the function')]
      : [],
  'AWS::OpenSearchServerless::SecurityPolicy': ({ properties }) =>
    /"AllowFromPublic"\s*:\s*true/.test(
      typeof properties.Policy === 'string' ? properties.Policy : JSON.stringify(properties.Policy ?? ''),
    )
      ? [block('Policy', 'the network policy allows public access')]
      : [],
  'AWS::S3::Bucket': ({ properties }) =>
    ['BlockPublicAcls', 'BlockPublicPolicy', 'IgnorePublicAcls', 'RestrictPublicBuckets']
      .filter((key) => isFalse(valueAt(properties.PublicAccessBlockConfiguration, key)))
      .map((key) => block(`PublicAccessBlockConfiguration.${key}`, `${key} is off`)),
  'AWS::RDS::DBInstance': publiclyAccessible,
  'AWS::RDS::DBCluster': publiclyAccessible,
  'AWS::SageMaker::NotebookInstance': ({ properties }) =>
    properties.DirectInternetAccess === 'Enabled'
      ? [warning('DirectInternetAccess', 'the notebook has direct internet access')]
      : [],
  'AWS::SageMaker::Domain': ({ properties }) =>
    properties.AppNetworkAccessType === 'PublicInternetOnly'
      ? [warning('AppNetworkAccessType', 'the studio uses the public internet')]
      : [],
  'AWS::EKS::Cluster': ({ properties }) => {
    const access = properties.ResourcesVpcConfig;
    const cidrs = listOf(valueAt(access, 'PublicAccessCidrs'));
    return isTrue(valueAt(access, 'EndpointPublicAccess')) &&
      (cidrs.length === 0 || cidrs.some((cidr) => everywhere.has(cidr)))
      ? [block('ResourcesVpcConfig.EndpointPublicAccess', 'the API of the cluster can be reached from everywhere')]
      : [];
  },
  'AWS::ElasticLoadBalancingV2::LoadBalancer': ({ properties }) =>
    properties.Scheme === 'internet-facing' ? [warning('Scheme', 'the load balancer faces the internet')] : [],
  'azure-native:network:NetworkSecurityGroup': ({ properties }) =>
    listOf(properties.securityRules).flatMap((rule, i) => inboundRule(rule, `securityRules.${i}`)),
  'azure-native:network:SecurityRule': ({ properties }) => inboundRule(properties, ''),
};

function warning(path: string, words: string): Opening {
  return { path, words, level: 'warning' };
}

function publiclyAccessible({ properties }: ResourceNode): readonly Opening[] {
  return isTrue(properties.PubliclyAccessible)
    ? [block('PubliclyAccessible', 'the database has a public address')]
    : [];
}

function ingress(rule: PropertyValue | undefined, at: string): readonly Opening[] {
  return ['CidrIp', 'CidrIpv6'].flatMap((key) => {
    const from = valueAt(rule, key);
    if (from === undefined || !everywhere.has(from)) return [];
    const ports =
      valueAt(rule, 'IpProtocol') === '-1'
        ? 'all ports'
        : `ports ${inWords(valueAt(rule, 'FromPort'))} to ${inWords(valueAt(rule, 'ToPort'))}`;
    return [block(at === '' ? key : `${at}.${key}`, `${ports} from ${inWords(from)}`)];
  });
}

function inboundRule(rule: PropertyValue | undefined, at: string): readonly Opening[] {
  if (valueAt(rule, 'access') !== 'Allow' || valueAt(rule, 'direction') !== 'Inbound') return [];
  const from = valueAt(rule, 'sourceAddressPrefix');
  if (from === undefined || !everywhere.has(from)) return [];
  const path = at === '' ? 'sourceAddressPrefix' : `${at}.sourceAddressPrefix`;
  return [block(path, `ports ${inWords(valueAt(rule, 'destinationPortRange'))} from ${inWords(from)}`)];
}

function azureOpenings(node: ResourceNode): readonly Opening[] {
  if (isKeylessStore(node)) return [];
  return scalarsOf(node).flatMap(({ path, key, value }): readonly Opening[] => {
    if (key === 'publicNetworkAccess' && /^enabled$/i.test(String(value)))
      return [block(path, 'public network access is enabled')];
    if (key === 'defaultAction' && value === 'Allow') return [block(path, 'the firewall allows by default')];
    if (key === 'allowBlobPublicAccess' && isTrue(value)) return [block(path, 'blobs may be public')];
    const local = (key === 'disableLocalAuth' && isFalse(value)) || (key === 'adminUserEnabled' && isTrue(value));
    return local || (key === 'allowSharedKeyAccess' && isTrue(value))
      ? [warning(path, 'keys are accepted beside roles')]
      : [];
  });
}

/** A store of hand-offs without access keys is written by way of Azure Resource Manager; every call needs a role. */
function isKeylessStore({ type, properties }: ResourceNode): boolean {
  if (type !== 'azure-native:appconfiguration:ConfigurationStore' || !isTrue(properties.disableLocalAuth)) return false;
  return valueAt(properties.dataPlaneProxy, 'authenticationMode') === 'Pass-through';
}

function placeIn(node: ResourceNode, path: string): PropertyValue | undefined {
  return path.split('.').reduce<PropertyValue | undefined>((value, key) => {
    if (Array.isArray(value)) return (value as readonly PropertyValue[])[Number(key)];
    return isMap(value) ? value[key] : undefined;
  }, node.properties);
}
