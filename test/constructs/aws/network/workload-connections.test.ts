import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { ExistingNetwork, PrivateNetwork } from '../../../../constructs/aws';
import { connectionsOf } from '../../../../constructs/aws/network/workload-connections';
import { resourcesOf, templateOf, testKey, testStack } from '../../../helpers/aws-app';

test('asked for twice they are the same, and unasked there is nothing', () => {
  const stack = testStack();
  expect(connectionsOf(stack, 'sg-1')).toBe(connectionsOf(stack, 'sg-1'));
  expect(connectionsOf(stack, 'sg-1').securityGroups.map(({ securityGroupId }) => securityGroupId)).toEqual(['sg-1']);
});

test('a network of the kit and one of the company open a way to a database of the team', () => {
  const stack = testStack();
  const database = ec2.SecurityGroup.fromSecurityGroupId(stack, 'Database', 'sg-0123456789abcdef1');
  const own = new PrivateNetwork(stack, 'Own', {
    cidr: '10.40.0.0/16',
    availabilityZones: ['eu-central-1a'],
    interfaceEndpoints: [],
    encryptionKey: testKey(stack),
  });
  const given = new ExistingNetwork(stack, 'Given', {
    vpcId: 'vpc-0123456789abcdef0',
    subnetIds: ['subnet-0123456789abcdef0'],
    securityGroupId: 'sg-0123456789abcdef0',
    routeTableIds: [],
    interfaceEndpoints: [],
    gatewayEndpoints: [],
  });
  for (const network of [own, given]) network.connections.allowTo(database, ec2.Port.tcp(5432), 'database');
  const rules = resourcesOf(templateOf(stack), 'AWS::EC2::SecurityGroupEgress').map(([, { Properties }]) => Properties);
  expect(rules.filter(({ FromPort: port }) => port === 5432)).toHaveLength(2);
});
