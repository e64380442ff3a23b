import { Stack, Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { PropProblem } from '../props/prop-problem';
import { ecrImageOf } from './ecr-image';

/** What SageMaker refuses of an image, in the stack that runs it. */
export function imageProblems(scope: IConstruct, prop: string, imageUri: string): readonly PropProblem[] {
  const got = Token.isUnresolved(imageUri) ? 'a value that is known at deployment' : imageUri;
  const place = { prop, got } as const;
  const { region } = Stack.of(scope);
  const image = ecrImageOf(imageUri);
  const digest = /@sha256:[0-9a-f]{64}$/.test(imageUri);
  const elsewhere =
    image !== undefined && !Token.isUnresolved(image.region) && !Token.isUnresolved(region) && image.region !== region;
  return [
    ...(image === undefined
      ? [
          {
            ...place,
            expected: '<account>.dkr.ecr.<region>.amazonaws.com/<repository>@sha256:<digest>',
            fix: 'copy the image to ECR: SageMaker pulls from no other registry without credentials',
          },
        ]
      : []),
    ...(digest
      ? []
      : [
          {
            ...place,
            expected: 'an image by digest',
            fix: 'end it in @sha256: and the 64 digits of the image that was tested',
          },
        ]),
    ...(elsewhere
      ? [
          {
            ...place,
            expected: `an image in ${region}`,
            fix: `use the registry of ${region}: SageMaker pulls from its own region`,
          },
        ]
      : []),
  ];
}
