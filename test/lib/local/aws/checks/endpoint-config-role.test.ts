import { endpointConfigRole } from '../../../../../lib/local/aws/checks/endpoint-config-role';
import { checkInput } from './check-input';

test.each([
  ['a model', { ProductionVariants: [{ ModelName: 'm' }] }, false],
  ['no model and a role', { ProductionVariants: [{}], ExecutionRoleArn: 'arn' }, false],
  ['no model and no role', { ProductionVariants: [{ ModelName: 'm' }, {}] }, true],
  ['no variants', {}, false],
])('a configuration whose variants have %s', (_name, properties, refused) => {
  expect(endpointConfigRole(checkInput(properties)) !== undefined).toBe(refused);
});
