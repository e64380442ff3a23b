import { model } from '../../../../lib/review/concern/model';
import { said } from '../../../helpers/concerns';

const deployment = 'azure-native:cognitiveservices:Deployment';
const azure = (name: string, version: string) => ({ properties: { model: { name, version } } });
const endOfLife = (id: string) => (id === 'old' ? { date: '2026-11-01', source: 'the provider' } : undefined);

test.each<[string, string, Parameters<typeof said>[2], string[]]>([
  [
    'another model of an agent',
    'AWS::Bedrock::Agent',
    [{ FoundationModel: 'a' }, { FoundationModel: 'b' }],
    ['warning ModelChanged FoundationModel'],
  ],
  [
    'the same model by its ARN',
    'AWS::Bedrock::Agent',
    [{ FoundationModel: 'a' }, { FoundationModel: 'arn:aws:bedrock:eu-central-1::foundation-model/a' }],
    [],
  ],
  [
    'another version',
    deployment,
    [azure('gpt', '1'), azure('gpt', '2')],
    ['warning ModelChanged properties.model.version'],
  ],
  [
    'a model that ended',
    'AWS::Bedrock::Agent',
    [undefined, { FoundationModel: 'old' }],
    ['warning ModelEndOfLife FoundationModel'],
  ],
  [
    'other weights',
    'AWS::SageMaker::Model',
    [{ PrimaryContainer: { ModelDataUrl: 'a' } }, { PrimaryContainer: { ModelDataUrl: 'b' } }],
    ['warning ModelChanged PrimaryContainer.ModelDataUrl'],
  ],
])('%s', (_title, type, sides, expected) => {
  expect(said(model, type, sides, { endOfLife, today: '2026-12-01' })).toEqual(expected);
});
