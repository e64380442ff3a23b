import type { ScaleToZeroRow } from '../row-types';

/** Scale to zero needs an inference component: a region has it where CloudFormation has the type there. */
const schemas = {
  source: 'cfn-lint 1.58.0, data/schemas/providers/<region>.json: AWS::SageMaker::InferenceComponent',
  asOf: '2026-11-30',
} as const;

const withType =
  'ap-northeast-1 ap-northeast-2 ap-south-1 ap-southeast-1 ap-southeast-2 ap-southeast-3 ca-central-1 eu-central-1 eu-north-1 eu-west-1 eu-west-2 me-central-1 sa-east-1 us-east-1 us-east-2 us-west-2';
const withoutType =
  'af-south-1 ap-east-1 ap-east-2 ap-northeast-3 ap-south-2 ap-southeast-4 ap-southeast-5 ap-southeast-6 ap-southeast-7 ca-west-1 cn-north-1 cn-northwest-1 eu-central-2 eu-south-1 eu-south-2 eu-west-3 il-central-1 mx-central-1 us-gov-east-1 us-gov-west-1 us-west-1';

/** Whether the endpoints of a region scale to zero. A region without a row is unknown. */
export const scaleToZero: readonly ScaleToZeroRow[] = [
  ...withType.split(' ').map((region) => ({ region, available: true, ...schemas })),
  ...withoutType.split(' ').map((region) => ({
    region,
    available: false,
    ...schemas,
    ...(region === 'eu-west-3'
      ? { source: `${schemas.source}; stdapi-ai/stdapi.ai#43, where SageMaker refused MinInstanceCount 0` }
      : {}),
  })),
];
