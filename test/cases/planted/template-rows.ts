import type { TestTemplate } from '../../lib/local/aws/engine';
import type { PlantedFault } from '../planted';

const topic = { Type: 'AWS::SNS::Topic' };
const named = (value: unknown) => ({ ...topic, Properties: { DisplayName: value } });
const withTopic = (sections: Readonly<Record<string, unknown>>): TestTemplate => ({
  Resources: { T: topic },
  ...sections,
});
const many = (count: number, entry: unknown): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`N${index}`, entry]));

const conditions: readonly PlantedFault[] = [
  {
    id: 'if_unknown_cond_dead',
    fault: 'Fn::If in a branch that is not taken names a condition that does not exist',
    broken: {
      Conditions: { No: { 'Fn::Equals': ['a', 'b'] } },
      Resources: { T: named({ 'Fn::If': ['No', { 'Fn::If': ['Nope', 'x', 'y'] }, 'z'] }) },
    },
    valid: {
      Conditions: { No: { 'Fn::Equals': ['a', 'b'] } },
      Resources: { T: named({ 'Fn::If': ['No', { 'Fn::If': ['No', 'x', 'y'] }, 'z'] }) },
    },
    reason: /unresolved condition dependency Nope in Fn::If \(\/Resources\/T\/Properties\/DisplayName\/Fn::If\/1\)/,
  },
  {
    id: 'cond_refs_resource',
    fault: 'a condition reads a resource',
    broken: withTopic({ Conditions: { C: { 'Fn::Equals': [{ Ref: 'T' }, 'x'] } } }),
    valid: withTopic({ Conditions: { C: { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'x'] } } }),
    reason: /Unresolved dependencies \[T\]\. Cannot reference resources in the Conditions block of the template/,
  },
  {
    id: 'cond_getatt',
    fault: 'a condition reads an attribute of a resource',
    broken: withTopic({ Conditions: { C: { 'Fn::Equals': [{ 'Fn::GetAtt': ['T', 'TopicName'] }, 'x'] } } }),
    valid: withTopic({ Conditions: { C: { 'Fn::Equals': ['T', 'x'] } } }),
    reason: /Cannot use Fn::GetAtt in Conditions/,
  },
  {
    id: 'cond_importvalue',
    fault: 'a condition reads an export',
    broken: withTopic({ Conditions: { C: { 'Fn::Equals': [{ 'Fn::ImportValue': 'e' }, 'x'] } } }),
    valid: withTopic({ Conditions: { C: { 'Fn::Equals': ['e', 'x'] } } }),
    reason: /Cannot use Fn::ImportValue in Conditions/,
  },
  {
    id: 'cond_unused_bad',
    fault: 'Fn::Equals of one value in a condition that nothing uses',
    broken: withTopic({ Conditions: { C: { 'Fn::Equals': ['x'] } } }),
    valid: withTopic({ Conditions: { C: { 'Fn::Equals': ['x', 'y'] } } }),
    reason: /every Fn::Equals object requires a list of 2 string parameters\. \(\/Conditions\/C\)/,
  },
  {
    id: 'cond_circle',
    fault: 'two conditions need each other',
    broken: withTopic({
      Conditions: { A: { 'Fn::Not': [{ Condition: 'B' }] }, B: { 'Fn::Not': [{ Condition: 'A' }] } },
    }),
    valid: withTopic({
      Conditions: { A: { 'Fn::Not': [{ Condition: 'B' }] }, B: { 'Fn::Equals': ['a', 'a'] } },
    }),
    reason: /condition A depends on itself/,
  },
];

const names: readonly PlantedFault[] = [
  {
    id: 'intrinsic_in_mapping',
    fault: 'a mapping holds a function',
    broken: withTopic({ Mappings: { M: { a: { b: { Ref: 'AWS::Region' } } } } }),
    valid: withTopic({ Mappings: { M: { a: { b: 'AWS::Region' } } } }),
    reason: /Every Mappings attribute must be a String or a List\. \(\/Mappings\/M\/a\/b\)/,
  },
  {
    id: 'mapping_absent_dead',
    fault: 'Fn::FindInMap in a branch that is not taken names a mapping that does not exist',
    broken: {
      Conditions: { No: { 'Fn::Equals': ['a', 'b'] } },
      Mappings: { M: { a: { b: 'c' } } },
      Resources: { T: named({ 'Fn::If': ['No', { 'Fn::FindInMap': ['N', 'a', 'b'] }, 'z'] }) },
    },
    valid: {
      Conditions: { No: { 'Fn::Equals': ['a', 'b'] } },
      Mappings: { M: { a: { b: 'c' } } },
      Resources: { T: named({ 'Fn::If': ['No', { 'Fn::FindInMap': ['M', 'a', 'b'] }, 'z'] }) },
    },
    reason: /Mapping named &apos;N&apos; is not present|Mapping named 'N' is not present/,
  },
  {
    id: 'param_attr_bad',
    fault: 'an attribute of a parameter is misspelt',
    broken: withTopic({ Parameters: { P: { Type: 'String', Default: 'x', AllowedValue: ['x'] } } }),
    valid: withTopic({ Parameters: { P: { Type: 'String', Default: 'x', AllowedValues: ['x'] } } }),
    reason: /Invalid template parameter property .AllowedValue. \(\/Parameters\/P\) - did you mean AllowedValues/,
  },
  {
    id: 'param_same_as_resource',
    fault: 'a parameter has the name of a resource',
    broken: withTopic({ Parameters: { T: { Type: 'String', Default: 'x' } } }),
    valid: withTopic({ Parameters: { U: { Type: 'String', Default: 'x' } } }),
    reason: /T is the name of a parameter and of a resource/,
  },
  {
    id: 'duplicate_logical_id',
    fault: 'a logical id stands twice',
    broken: 'Resources:\n  T: {Type: "AWS::SNS::Topic"}\n  T: {Type: "AWS::SNS::Topic"}\n',
    valid: 'Resources:\n  T: {Type: "AWS::SNS::Topic"}\n  U: {Type: "AWS::SNS::Topic"}\n',
    reason: /not well-formed\. \(line 3, column 3\) the key is used twice/,
  },
  {
    id: 'yaml_alias',
    fault: 'a YAML alias',
    broken: 'Resources:\n  T: &t {Type: "AWS::SNS::Topic"}\n  U: *t\n',
    valid: 'Resources:\n  T: &t {Type: "AWS::SNS::Topic"}\n  U: {Type: "AWS::SNS::Topic"}\n',
    reason: /YAML aliases are not allowed in CloudFormation templates/,
  },
  {
    id: 'yaml_merge',
    fault: 'a YAML merge',
    broken: 'Resources:\n  T: {<<: {Type: "AWS::SNS::Topic"}}\n',
    valid: 'Resources:\n  T: {Type: "AWS::SNS::Topic"}\n',
    reason: /YAML merges \(&lt;&lt;\) are not allowed/,
  },
  {
    id: 'name_of_a_prototype',
    fault: 'a reference to a name that objects inherit',
    broken: { Resources: { T: named({ Ref: 'constructor' }) } },
    valid: {
      Parameters: { constructor: { Type: 'String', Default: 'x' } },
      Resources: { T: named({ Ref: 'constructor' }) },
    },
    reason: /Unresolved resource dependencies \[constructor\]/,
  },
  {
    id: 'condition_of_a_prototype',
    fault: 'a condition with a name that objects inherit',
    broken: { Resources: { T: { ...topic, Condition: 'toString' } } },
    valid: {
      Conditions: { toString: { 'Fn::Equals': ['a', 'a'] } },
      Resources: { T: { ...topic, Condition: 'toString' } },
    },
    reason: /Unresolved condition dependency toString/,
  },
];

const policies: readonly PlantedFault[] = [
  {
    id: 'snapshot_unsupported',
    fault: 'DeletionPolicy Snapshot of a topic',
    broken: { Resources: { T: { ...topic, DeletionPolicy: 'Snapshot' } } },
    valid: { Resources: { T: { ...topic, DeletionPolicy: 'Retain' } } },
    reason: /resource type AWS::SNS::Topic does not support deletion policy Snapshot/,
  },
  {
    id: 'policy_function',
    fault: 'DeletionPolicy is a function without the language extensions',
    broken: {
      Parameters: { P: { Type: 'String', Default: 'Retain' } },
      Resources: { T: { ...topic, DeletionPolicy: { Ref: 'P' } } },
    },
    valid: {
      Transform: 'AWS::LanguageExtensions',
      Parameters: { P: { Type: 'String', Default: 'Retain' } },
      Resources: { T: { ...topic, DeletionPolicy: { Ref: 'P' } } },
    },
    reason: /Every DeletionPolicy member must be a string/,
  },
  {
    id: 'replace_policy_unknown',
    fault: 'UpdateReplacePolicy RetainExceptOnCreate, which only DeletionPolicy has',
    broken: { Resources: { T: { ...topic, UpdateReplacePolicy: 'RetainExceptOnCreate' } } },
    valid: { Resources: { T: { ...topic, UpdateReplacePolicy: 'Retain' } } },
    reason: /UpdateReplacePolicy of resource T has the unknown value/,
  },
  {
    id: 'circular',
    fault: 'two resources need each other',
    broken: {
      Resources: { A: named({ 'Fn::GetAtt': ['B', 'TopicName'] }), B: named({ 'Fn::GetAtt': ['A', 'TopicName'] }) },
    },
    valid: { Resources: { A: named({ 'Fn::GetAtt': ['B', 'TopicName'] }), B: named('b') } },
    reason: /Circular dependency between resources: \[A, B\]/,
  },
  {
    id: 'join_delimiter_dead',
    fault: 'Fn::Join without a delimiter in a branch that is not taken',
    broken: {
      Conditions: { No: { 'Fn::Equals': ['a', 'b'] } },
      Resources: { T: named({ 'Fn::If': ['No', { 'Fn::Join': [['a', 'b']] }, 'z'] }) },
    },
    valid: {
      Conditions: { No: { 'Fn::Equals': ['a', 'b'] } },
      Resources: { T: named({ 'Fn::If': ['No', { 'Fn::Join': ['', ['a', 'b']] }, 'z'] }) },
    },
    reason: /every Fn::Join object requires two parameters/,
  },
];

const quotas: readonly PlantedFault[] = [
  {
    id: 'quota_parameters',
    fault: '201 parameters',
    broken: withTopic({ Parameters: many(201, { Type: 'String', Default: 'x' }) }),
    valid: withTopic({ Parameters: many(200, { Type: 'String', Default: 'x' }) }),
    reason: /Number of parameters, 201, is greater than maximum allowed, 200/,
  },
  {
    id: 'quota_mappings',
    fault: '201 mappings',
    broken: withTopic({ Mappings: many(201, { a: { b: 'c' } }) }),
    valid: withTopic({ Mappings: many(200, { a: { b: 'c' } }) }),
    reason: /Number of mappings, 201, is greater than maximum allowed, 200/,
  },
  {
    id: 'quota_outputs',
    fault: '201 outputs',
    broken: withTopic({ Outputs: many(201, { Value: 'x' }) }),
    valid: withTopic({ Outputs: many(200, { Value: 'x' }) }),
    reason: /Number of outputs, 201, is greater than maximum allowed, 200/,
  },
  {
    id: 'quota_description',
    fault: 'a description of 1,025 bytes',
    broken: withTopic({ Description: 'x'.repeat(1025) }),
    valid: withTopic({ Description: 'x'.repeat(1024) }),
    reason: /the Description has 1025 bytes; the maximum is 1024/,
  },
  {
    id: 'quota_name',
    fault: 'a logical id of 256 characters',
    broken: { Resources: { [`A${'a'.repeat(255)}`]: topic } },
    valid: { Resources: { [`A${'a'.repeat(254)}`]: topic } },
    reason: /the name in Resources has 256 characters; the maximum is 255/,
  },
];

const transforms: readonly PlantedFault[] = [
  {
    id: 'transform_sam',
    fault: 'a SAM template',
    broken: withTopic({ Transform: 'AWS::Serverless-2016-10-31' }),
    valid: withTopic({ Transform: 'AWS::LanguageExtensions' }),
    reason: /<Code>UnsupportedTransform<\/Code>.*AWS::Serverless-2016-10-31/s,
  },
  {
    id: 'transform_include',
    fault: 'AWS::Include inside a property',
    broken: {
      Resources: { T: named({ 'Fn::Transform': { Name: 'AWS::Include', Parameters: { Location: 's3://b/k' } } }) },
    },
    valid: { Resources: { T: named('x') } },
    reason:
      /<Code>UnsupportedTransform<\/Code>.*AWS::Include \(\/Resources\/T\/Properties\/DisplayName\/Fn::Transform\)/s,
  },
  {
    id: 'transform_unknown',
    fault: 'a macro that the account does not have',
    broken: withTopic({ Transform: ['AWS::LanguageExtensions', 'Example'] }),
    valid: withTopic({ Transform: ['AWS::LanguageExtensions'] }),
    reason: /No transform named Example found/,
  },
  {
    id: 'length_without_extensions',
    fault: 'Fn::Length without the language extensions',
    broken: { Resources: { T: named({ 'Fn::Length': ['a', 'b'] }) } },
    valid: { Transform: 'AWS::LanguageExtensions', Resources: { T: named({ 'Fn::Length': ['a', 'b'] }) } },
    reason: /Fn::Length at \/Resources\/T\/Properties\/DisplayName needs Transform: AWS::LanguageExtensions/,
  },
  {
    id: 'foreach_duplicate',
    fault: 'a loop whose identifier is not in the key',
    broken: {
      Transform: 'AWS::LanguageExtensions',
      Resources: { 'Fn::ForEach::Topics': ['X', ['a', 'b'], { Topic: named({ Ref: 'X' }) }] },
    },
    valid: {
      Transform: 'AWS::LanguageExtensions',
      Resources: { 'Fn::ForEach::Topics': ['X', ['a', 'b'], { 'Topic${X}': named({ Ref: 'X' }) }] },
    },
    reason: /Fn::ForEach makes the key Topic twice/,
  },
];

/** Faults of a template as a whole, which the service refuses before it creates anything. */
export const templateRows: readonly PlantedFault[] = [...conditions, ...names, ...policies, ...quotas, ...transforms];
