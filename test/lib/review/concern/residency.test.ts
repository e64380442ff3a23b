import { residency } from '../../../../lib/review/concern/residency';
import { said } from '../../../helpers/concerns';

const agent = (model: string) => ({ FoundationModel: model });
const deployment = (name: string) => ({ sku: { name } });

test.each<[string, string, Parameters<typeof said>[2], string[]]>([
  [
    'from a region to a geography',
    'AWS::Bedrock::Agent',
    [agent('anthropic.claude'), agent('eu.anthropic.claude')],
    ['warning ResidencyChanged FoundationModel'],
  ],
  [
    'from a geography to another',
    'AWS::Bedrock::Agent',
    [agent('eu.anthropic.claude'), agent('us.anthropic.claude')],
    ['warning ResidencyChanged FoundationModel'],
  ],
  [
    'a new one anywhere',
    'AWS::Bedrock::Agent',
    [undefined, agent('global.anthropic.claude')],
    ['warning ResidencyChanged FoundationModel'],
  ],
  ['a new one in a geography', 'AWS::Bedrock::Agent', [undefined, agent('eu.anthropic.claude')], []],
  [
    'another model of the same geography',
    'AWS::Bedrock::Agent',
    [agent('eu.anthropic.claude'), agent('eu.amazon.nova')],
    [],
  ],
  [
    'a wider deployment type',
    'azure-native:cognitiveservices:Deployment',
    [deployment('Standard'), deployment('GlobalStandard')],
    ['warning ResidencyChanged sku.name'],
  ],
  [
    'another location',
    'azure-native:search:Service',
    [{ location: 'swedencentral' }, { location: 'eastus' }],
    ['warning ResidencyChanged location'],
  ],
])('%s', (_title, type, sides, expected) => {
  expect(said(residency, type, sides)).toEqual(expected);
});
