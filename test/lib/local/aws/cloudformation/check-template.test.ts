import { checkTemplate } from '../../../../../lib/local/aws/cloudformation/check-template';
import { parseTemplate } from '../../../../../lib/local/aws/cloudformation/template';

const topic = { Type: 'AWS::SNS::Topic' };
const named = (value: unknown) => ({ ...topic, Properties: { DisplayName: value } });

function check(sections: Readonly<Record<string, unknown>>): void {
  checkTemplate(parseTemplate(JSON.stringify({ Resources: { T: topic }, ...sections })));
}

test.each<[string, Readonly<Record<string, unknown>>]>([
  ['a reference to a resource', { Resources: { T: topic, U: named({ Ref: 'T' }) } }],
  ['a reference to a parameter', { Parameters: { P: { Type: 'String' } }, Resources: { U: named({ Ref: 'P' }) } }],
  ['a reference to a pseudo parameter', { Resources: { U: named({ 'Fn::Sub': '${AWS::Region}' }) } }],
  ['an attribute that the type has', { Outputs: { O: { Value: { 'Fn::GetAtt': ['T', 'TopicName'] } } } }],
  [
    'any attribute of a custom resource',
    {
      Resources: { C: { Type: 'Custom::Thing' }, U: named({ 'Fn::GetAtt': 'C.Any' }) },
    },
  ],
  ['the metadata of the CDK', { Resources: { T: topic, M: { Type: 'AWS::CDK::Metadata' } } }],
  [
    'conditions that exist',
    {
      Conditions: { Yes: { 'Fn::Equals': [1, 1] } },
      Resources: { T: { ...topic, Condition: 'Yes' } },
      Outputs: { O: { Value: 1, Condition: 'Yes' } },
    },
  ],
  ['a dependency that exists', { Resources: { T: topic, U: { ...topic, DependsOn: 'T' } } }],
])('accepts %s', (_name, sections) => {
  expect(() => {
    check(sections);
  }).not.toThrow();
});

test.each<[string, Readonly<Record<string, unknown>>, string]>([
  [
    'a dependency on nothing',
    { Resources: { Topic: topic, U: { ...topic, DependsOn: 'Topik' } } },
    'Template format error: Unresolved resource dependencies [Topik] in the Resources block of the template (/Resources/U/DependsOn) - did you mean Topic?',
  ],
  [
    'a reference in an output',
    { Outputs: { O: { Value: { Ref: 'Nowhere' } } } },
    'Template format error: Unresolved resource dependencies [Nowhere] in the Outputs block of the template (/Outputs/O/Value)',
  ],
  [
    'a reference in the branch that is not taken',
    {
      Conditions: { No: { 'Fn::Equals': [1, 2] } },
      Resources: { U: named({ 'Fn::If': ['No', { Ref: 'Gone' }, 'x'] }) },
    },
    'Template format error: Unresolved resource dependencies [Gone] in the Resources block of the template (/Resources/U/Properties/DisplayName/Fn::If/1)',
  ],
  [
    'a misspelled pseudo parameter',
    { Resources: { U: named({ Ref: 'AWS::Regoin' }) } },
    'Template format error: Unresolved resource dependencies [AWS::Regoin] in the Resources block of the template (/Resources/U/Properties/DisplayName) - did you mean AWS::Region?',
  ],
  [
    'a parameter that is not an object',
    { Parameters: { P: 'x' }, Resources: { U: named({ Ref: 'P' }) } },
    'Template format error: [/Parameters/P] must be an object.',
  ],
  [
    'an attribute of nothing',
    { Resources: { Topic: topic, U: named({ 'Fn::GetAtt': ['Topik', 'TopicName'] }) } },
    'Template error: instance of Fn::GetAtt references undefined resource Topik (/Resources/U/Properties/DisplayName) - did you mean Topic?',
  ],
  [
    'an attribute that the type lacks',
    { Outputs: { O: { Value: { 'Fn::GetAtt': ['T', 'TopicNam'] } } } },
    'Template error: resource T does not support attribute type TopicNam in Fn::GetAtt (/Outputs/O/Value); AWS::SNS::Topic has [TopicArn, TopicName] - did you mean TopicName?',
  ],
  [
    'an attribute of the metadata of the CDK',
    { Resources: { M: { Type: 'AWS::CDK::Metadata' }, U: named({ 'Fn::GetAtt': ['M', 'Arn'] }) } },
    'does not support attribute type Arn',
  ],
  [
    'several unknown types at once',
    { Resources: { A: { Type: 'AWS::SNS::Topik' }, T: topic, B: { Type: 'X::Y' } } },
    'Template format error: Unrecognized resource types: [AWS::SNS::Topik (resource A), X::Y (resource B)] - did you mean AWS::SNS::Topic?',
  ],
  [
    'an unknown condition of a resource',
    { Resources: { T: { ...topic, Condition: 'No' } } },
    'Template format error: Unresolved condition dependency No in the Resources block of the template (/Resources/T/Condition)',
  ],
  [
    'an unknown condition of an output',
    { Outputs: { O: { Value: 1, Condition: 'No' } } },
    'Template format error: Unresolved condition dependency No in the Outputs block of the template (/Outputs/O/Condition)',
  ],
  [
    'a type of another publisher, which the account has not activated',
    { Resources: { M: { Type: 'Example::Monitoring::Monitor' } } },
    'Template format error: Unrecognized resource types: [Example::Monitoring::Monitor (resource M)]',
  ],
  [
    'a macro',
    { Resources: { M: { Type: 'AWS::CloudFormation::Macro' } } },
    'Template error: resource M of type AWS::CloudFormation::Macro is refused: macros are not run by the local cloud',
  ],
])('fails on %s', (_name, sections, message) => {
  expect(() => {
    check(sections);
  }).toThrow(message);
});

test('a far-fetched name gets no suggestion', () => {
  expect(() => {
    check({ Resources: { T: topic, U: { ...topic, DependsOn: 'Database' } } });
  }).toThrow(/\(\/Resources\/U\/DependsOn\)$/);
});
