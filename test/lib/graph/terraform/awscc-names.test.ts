import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec';
import { awsccServices } from '../../../../lib/graph/terraform/awscc-names';
import { cloudFormationType } from '../../../../lib/graph/terraform/to-cloudformation';

/** The naming rule of terraform-provider-awscc, written down a second time. */
function attributeOf(name: string): string {
  return ['CloudFormation', 'CloudFront', 'CloudWatch', 'FSx']
    .reduce((text, word) => text.replaceAll(word, word.charAt(0) + word.slice(1).toLowerCase()), name)
    .replaceAll(/([A-Z])(?=[A-Z][a-z])/g, '$1_')
    .replaceAll(/([a-z])(?=[A-Z0-9])/g, '$1_')
    .replaceAll(/([0-9])(?=[A-Za-z])/g, '$1_')
    .toLowerCase();
}

const services = new Set(Object.values(awsccServices));
const resources = loadAwsServiceSpecSync()
  .all('resource')
  .filter(({ cloudFormationType: type }) => services.has(type.split('::')[1] ?? ''));

test('finds every type of the services, and every top property, by the names of awscc', () => {
  expect(resources.length).toBeGreaterThan(400);
  const wrong = resources.flatMap(({ cloudFormationType: type, properties }) => {
    const [, service = '', resource = ''] = type.split('::');
    const found = cloudFormationType(`awscc_${service.toLowerCase()}_${attributeOf(resource)}`);
    if (found?.type !== type) return [type];
    return Object.keys(properties)
      .filter((name) => found.nameOf(attributeOf(name)) !== name)
      .map((name) => `${type} ${name}`);
  });
  expect(wrong).toEqual([]);
});
