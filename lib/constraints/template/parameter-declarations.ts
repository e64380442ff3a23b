import type { Breach, TemplateConstraint } from '../constraint';
import type { Json, JsonObject } from '../json';
import { isList, isObject, own } from '../json';
import { breach, didYouMean, membersOf } from './sections';

const attributes = [
  'AllowedPattern',
  'AllowedValues',
  'ConstraintDescription',
  'Default',
  'Description',
  'MaxLength',
  'MaxValue',
  'MinLength',
  'MinValue',
  'NoEcho',
  'Type',
] as const;

/** Resource identifiers that a parameter may be of: `AWS::EC2::VPC::Id`. */
const existing = [
  'AWS::EC2::AvailabilityZone::Name',
  'AWS::EC2::Image::Id',
  'AWS::EC2::Instance::Id',
  'AWS::EC2::SecurityGroup::GroupName',
  'AWS::EC2::SecurityGroup::Id',
  'AWS::EC2::Subnet::Id',
  'AWS::EC2::Volume::Id',
  'AWS::EC2::VPC::Id',
  'AWS::Route53::HostedZone::Id',
] as const;
const single = [...existing, 'AWS::EC2::KeyPair::KeyName', 'AWS::SSM::Parameter::Name', 'Number', 'String'];
const lists = [...existing, 'Number', 'String'].map((type) => `List<${type}>`);
const plain = [...single, ...lists, 'CommaDelimitedList'];
const types = new Set([...plain, ...plain.map((type) => `AWS::SSM::Parameter::Value<${type}>`)]);

/** Parameters have a known type and known attributes. */
export const parameterDeclarations: TemplateConstraint = {
  id: 'template-parameters',
  source: {
    url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html',
    asOf: '2026-11-30',
  },
  check: (template) => [
    ...membersOf(template, 'Parameters').flatMap(([name, value]) => declarationBreaches(name, value)),
    ...sameNames(template),
  ],
};

function declarationBreaches(name: string, value: Json): readonly Breach[] {
  const path = `/Parameters/${name}`;
  const found: Breach[] = [];
  if (!/^[A-Za-z0-9]+$/.test(name)) {
    const problem = `Template format error: Parameter name ${name} is non alphanumeric.`;
    found.push(breach(path, problem, 'use letters and digits only'));
  }
  if (!isObject(value)) {
    return [...found, breach(path, `Template format error: [${path}] must be an object.`, 'write an object with Type')];
  }
  for (const key of Object.keys(value).filter((attribute) => !attributes.some((known) => known === attribute))) {
    const problem = `Invalid template parameter property '${key}' (${path})${didYouMean(key, attributes)}`;
    found.push(breach(`${path}/${key}`, problem, `use one of ${attributes.join(', ')}`));
  }
  const type = own(value, 'Type');
  if (typeof type !== 'string') {
    const problem = `Template format error: [${path}] Every Parameters object must contain a Type member.`;
    found.push(breach(path, problem, 'add Type'));
  } else if (!types.has(type)) {
    const problem = `Template format error: Unrecognized parameter type: ${type} (${path})${didYouMean(type, [...types])}`;
    found.push(breach(`${path}/Type`, problem, 'use a type that CloudFormation has, such as String'));
  }
  const fallback = own(value, 'Default') ?? '';
  if (typeof fallback === 'object') {
    const problem = `Template format error: Every Default member must be a string. (${path}/Default)`;
    found.push(breach(`${path}/Default`, problem, 'write text; a list is text with commas'));
  }
  const allowed = own(value, 'AllowedValues') ?? [];
  if (!isList(allowed)) {
    const problem = `Template format error: AllowedValues of parameter ${name} must be a list. (${path}/AllowedValues)`;
    found.push(breach(`${path}/AllowedValues`, problem, 'write a list'));
  }
  return found;
}

/** Names of parameters and resources are one set, as `Ref` reads both. */
function sameNames(template: JsonObject): readonly Breach[] {
  const resources = own(template, 'Resources');
  return membersOf(template, 'Parameters').flatMap(([name]) =>
    own(resources, name) === undefined
      ? []
      : [
          breach(
            `/Parameters/${name}`,
            `Template format error: Duplicate logical id: ${name} is the name of a parameter and of a resource; logical ids must be unique within a template`,
            `rename the parameter or the resource`,
          ),
        ],
  );
}
