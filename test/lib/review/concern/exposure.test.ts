import { exposure } from '../../../../lib/review/concern/exposure';
import { said } from '../../../helpers/concerns';

const group = (cidr: string) => ({
  SecurityGroupIngress: [{ IpProtocol: 'tcp', FromPort: 443, ToPort: 443, CidrIp: cidr }],
});
const account = 'azure-native:cognitiveservices:Account';

test.each<[string, Parameters<typeof said>[1], Parameters<typeof said>[2], string[]]>([
  [
    'a group opened to the world',
    'AWS::EC2::SecurityGroup',
    [group('10.0.0.0/8'), group('0.0.0.0/0')],
    ['block Exposed SecurityGroupIngress.0.CidrIp'],
  ],
  [
    'a group that was open',
    'AWS::EC2::SecurityGroup',
    [group('0.0.0.0/0'), { ...group('0.0.0.0/0'), GroupDescription: 'x' }],
    [],
  ],
  ['a group that is closed', 'AWS::EC2::SecurityGroup', [group('0.0.0.0/0'), group('10.0.0.0/8')], []],
  [
    'a new function URL without authentication',
    'AWS::Lambda::Url',
    [undefined, { AuthType: 'NONE' }],
    ['block Exposed AuthType'],
  ],
  ['a new function URL with it', 'AWS::Lambda::Url', [undefined, { AuthType: 'AWS_IAM' }], []],
  [
    'a public collection',
    'AWS::OpenSearchServerless::SecurityPolicy',
    [{ Policy: '[{"AllowFromPublic":false}]' }, { Policy: '[{"AllowFromPublic":true}]' }],
    ['block Exposed Policy'],
  ],
  [
    'a bucket that stops blocking',
    'AWS::S3::Bucket',
    [
      { PublicAccessBlockConfiguration: { BlockPublicAcls: true } },
      { PublicAccessBlockConfiguration: { BlockPublicAcls: false } },
    ],
    ['block Exposed PublicAccessBlockConfiguration.BlockPublicAcls'],
  ],
  [
    'a database',
    'AWS::RDS::DBInstance',
    [{ PubliclyAccessible: false }, { PubliclyAccessible: true }],
    ['block Exposed PubliclyAccessible'],
  ],
  [
    'an invoke right for everybody',
    'AWS::Lambda::Permission',
    [undefined, { Principal: '*' }],
    ['block Exposed Principal'],
  ],
  [
    'an invoke right of an organisation',
    'AWS::Lambda::Permission',
    [undefined, { Principal: '*', PrincipalOrgID: 'o-1' }],
    [],
  ],
  [
    'public network access',
    account,
    [{ properties: { publicNetworkAccess: 'Disabled' } }, { properties: { publicNetworkAccess: 'Enabled' } }],
    ['block Exposed properties.publicNetworkAccess'],
  ],
  [
    'keys beside roles',
    account,
    [{ properties: { disableLocalAuth: true } }, { properties: { disableLocalAuth: false } }],
    ['warning Exposed properties.disableLocalAuth'],
  ],
  [
    'a firewall that allows',
    account,
    [{ networkAcls: { defaultAction: 'Deny' } }, { networkAcls: { defaultAction: 'Allow' } }],
    ['block Exposed networkAcls.defaultAction'],
  ],
  [
    'an inbound rule',
    'azure-native:network:SecurityRule',
    [undefined, { access: 'Allow', direction: 'Inbound', sourceAddressPrefix: '*' }],
    ['block Exposed sourceAddressPrefix'],
  ],
  [
    'an outbound rule',
    'azure-native:network:SecurityRule',
    [undefined, { access: 'Allow', direction: 'Outbound', sourceAddressPrefix: '*' }],
    [],
  ],
  [
    'a store of hand-offs without keys',
    'azure-native:appconfiguration:ConfigurationStore',
    [
      undefined,
      {
        publicNetworkAccess: 'Enabled',
        disableLocalAuth: true,
        dataPlaneProxy: { authenticationMode: 'Pass-through' },
      },
    ],
    [],
  ],
])('%s', (_title, type, sides, expected) => {
  expect(said(exposure, type, sides)).toEqual(expected);
});
