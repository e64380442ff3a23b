import type { TestTemplate } from '../../lib/local/aws/engine';
import type { PlantedFault } from '../planted';

const topic = { Type: 'AWS::SNS::Topic' };
const named = (value: unknown) => ({ ...topic, Properties: { DisplayName: value } });
const withTopic = (sections: Readonly<Record<string, unknown>>): TestTemplate => ({
  Resources: { T: topic },
  ...sections,
});
const parameterOf = (type: string, value: string): TestTemplate =>
  withTopic({ Parameters: { P: { Type: type, Default: value } } });
const secret = (reference: string): TestTemplate => ({
  Resources: { T: named(`{{resolve:ssm:${reference}}}`) },
});

const versioned = (version: string): TestTemplate => ({
  Resources: {
    P: { Type: 'AWS::SSM::Parameter', Properties: { Name: '/versioned', Type: 'String', Value: 'x' } },
    T: { ...named(`{{resolve:ssm:/versioned${version}}}`), DependsOn: 'P' },
  },
});

/** Faults of the values of a template: parameters, references and look-ups. */
export const templateValueRows: readonly PlantedFault[] = [
  {
    id: 'param_vpc_absent',
    fault: 'a parameter names a VPC that does not exist',
    broken: parameterOf('AWS::EC2::VPC::Id', 'vpc-0123456789abcdef0'),
    valid: parameterOf('String', 'vpc-0123456789abcdef0'),
    reason: /parameter value vpc-0123456789abcdef0 for parameter name P does not exist/,
  },
  {
    id: 'param_zone_absent',
    fault: 'a parameter names a zone of another region',
    broken: parameterOf('List<AWS::EC2::AvailabilityZone::Name>', 'eu-central-1a,us-east-1a'),
    valid: parameterOf('List<AWS::EC2::AvailabilityZone::Name>', 'eu-central-1a,eu-central-1b'),
    reason: /parameter value us-east-1a for parameter name P does not exist/,
  },
  {
    id: 'param_key_absent',
    fault: 'a parameter names a key pair that does not exist',
    broken: parameterOf('AWS::EC2::KeyPair::KeyName', 'operator'),
    valid: parameterOf('String', 'operator'),
    reason: /parameter value operator for parameter name P does not exist/,
  },
  {
    id: 'param_image_shape',
    fault: 'a parameter names an image by another text than an id',
    broken: parameterOf('AWS::EC2::Image::Id', 'amazon-linux'),
    valid: parameterOf('AWS::EC2::Image::Id', 'ami-0123456789abcdef0'),
    reason: /parameter value amazon-linux for parameter name P does not exist/,
  },
  {
    id: 'param_public_absent',
    fault: 'a public parameter of no family that AWS publishes',
    broken: parameterOf(
      'AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>',
      '/aws/service/ami-amazon-linux-latst/al2023',
    ),
    valid: parameterOf(
      'AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>',
      '/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64',
    ),
    reason: /Unable to fetch parameters \[\/aws\/service\/ami-amazon-linux-latst\/al2023\]/,
  },
  {
    id: 'dynamic_public_absent',
    fault: 'a dynamic reference to a public parameter that does not exist',
    broken: secret('/aws/service/global-infrastructure/regions/eu-central-1/availability-zones/euc1-az9'),
    valid: secret('/aws/service/global-infrastructure/regions/eu-central-1/availability-zones/euc1-az1'),
    reason: /Could not resolve dynamic reference/,
  },
  {
    id: 'dynamic_version_absent',
    fault: 'a dynamic reference to a version that a parameter does not have',
    broken: versioned(':2'),
    valid: versioned(''),
    reason: /Could not resolve dynamic reference \{\{resolve:ssm:\/versioned:2\}\}/,
  },
  {
    id: 'pattern_java',
    fault: 'a value that a pattern in the syntax of Java refuses',
    broken: withTopic({ Parameters: { P: { Type: 'String', Default: 'a b', AllowedPattern: '(?i)[\\w-\\+]+' } } }),
    valid: withTopic({ Parameters: { P: { Type: 'String', Default: 'A-b', AllowedPattern: '(?i)[\\w-\\+]+' } } }),
    reason: /must match pattern/,
  },
  {
    id: 'pattern_malformed',
    fault: 'a pattern that is no regular expression',
    broken: withTopic({ Parameters: { P: { Type: 'String', Default: 'a', AllowedPattern: '[a' } } }),
    valid: withTopic({ Parameters: { P: { Type: 'String', Default: 'a', AllowedPattern: '[a]' } } }),
    reason: /AllowedPattern of parameter P is no regular expression: a class is not closed/,
  },
  {
    id: 'rule_member',
    fault: 'a list holds a value that a rule does not allow',
    broken: withTopic({
      Parameters: { Zones: { Type: 'List<String>', Default: 'a,b' } },
      Rules: { R: { Assertions: [{ Assert: { 'Fn::EachMemberIn': [{ Ref: 'Zones' }, ['a', 'c']] } }] } },
    }),
    valid: withTopic({
      Parameters: { Zones: { Type: 'List<String>', Default: 'a,b' } },
      Rules: { R: { Assertions: [{ Assert: { 'Fn::EachMemberIn': [{ Ref: 'Zones' }, ['a', 'b']] } }] } },
    }),
    reason: /Template rules are not satisfied: Rule R failed/,
  },
  {
    id: 'version_of_topic',
    fault: 'Version on a resource that is no custom resource',
    broken: { Resources: { T: { ...topic, Version: '1.0' } } },
    valid: { Resources: { T: topic } },
    reason: /Invalid template resource property .Version. in resource T/,
  },
  {
    id: 'null_value',
    fault: 'a property without a value',
    broken: { Resources: { T: named(null) } },
    valid: { Resources: { T: named('') } },
    reason: /\[\/Resources\/T\/Properties\/DisplayName\] .null. values are not allowed in templates/,
  },
  {
    id: 'stack_output_absent',
    fault: 'Fn::GetStackOutput of a stack that does not exist',
    broken: { Resources: { T: named({ 'Fn::GetStackOutput': { StackName: 'nowhere', OutputName: 'Id' } }) } },
    valid: { Resources: { T: named('nowhere') } },
    reason: /Fn::GetStackOutput of nowhere.Id in 111111111111\/eu-central-1: Stack with id nowhere does not exist/,
  },
];
