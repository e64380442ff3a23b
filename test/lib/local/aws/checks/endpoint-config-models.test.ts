import type { JsonObject } from '../../../../../lib/constraints/json';
import { endpointConfigModels } from '../../../../../lib/local/aws/checks/endpoint-config-models';
import { testAccount, testRegion } from '../engine';
import { checkInput, existing } from './check-input';

const arn = `arn:aws:sagemaker:${testRegion}:${testAccount}:model/chat`;
const model = existing('AWS::SageMaker::Model', arn, {}, { arn });
const check = (properties: JsonObject) => endpointConfigModels(checkInput(properties, { existing: [model] }));
const variants = (...names: readonly string[]) => names.map((ModelName) => ({ ModelName }));

test('accepts variants of models that exist, and variants without a model', () => {
  expect(check({ ProductionVariants: variants('chat', arn) })).toBeUndefined();
  expect(check({ ProductionVariants: [{ VariantName: 'components' }] })).toBeUndefined();
  expect(check({ ShadowProductionVariants: variants('chat') })).toBeUndefined();
  expect(check({})).toBeUndefined();
});

test.each<[string, JsonObject, string]>([
  ['a second variant', { ProductionVariants: variants('chat', 'other') }, '#/ProductionVariants/1/ModelName'],
  ['a shadow variant', { ShadowProductionVariants: variants('other') }, '#/ShadowProductionVariants/0/ModelName'],
])('fails on %s of a model that does not exist', (_name, properties, pointer) => {
  expect(check(properties)).toBe(`Could not find model "other" in ${testAccount}/${testRegion} (${pointer})`);
});
