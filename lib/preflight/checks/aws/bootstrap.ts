import type { AwsCheck } from '../../check';
import { at, outcomeOf, passed } from '../../check';
import { noneKnown } from '../../next-place';

/** Version that the templates of the CDK need: MIN_BOOTSTRAP_STACK_VERSION of aws-cdk-lib 2.276.0. */
const leastVersion = 6;

/** Whether account and region are bootstrapped for the CDK, and a former bootstrap left nothing in the way. */
export const bootstrap: AwsCheck = {
  id: 'aws.bootstrap',
  cloud: 'aws',
  asks: 'Has the account and region a CDK bootstrap of the qualifier, new enough, and no bucket of a former one in its way?',
  questions: ['bootstrapVersion', 'bucket'],
  run: async (ask, { account, region, bootstrapQualifier: qualifier }, { environment }) => {
    const place = at(bootstrap, `${account}/${region}`);
    const fix = `llmops bootstrap --env ${environment}, and the commands for ${account}/${region} that it writes`;
    const version = await ask.bootstrapVersion(qualifier);
    if (version.kind === 'absent') {
      const name = `cdk-${qualifier}-assets-${account}-${region}`;
      return outcomeOf(
        place,
        await ask.bucket(name),
        () => ({
          kind: 'finding',
          ...place,
          cause: 'name-taken',
          got: `no bootstrap, and the bucket ${name} of a former one`,
          expected: 'a bootstrap, or no bucket of its name',
          fix: `empty and delete s3://${name}, or bootstrap with another qualifier; then ${fix}`,
          next: noneKnown,
        }),
        () => ({
          kind: 'finding',
          ...place,
          cause: 'not-bootstrapped',
          got: `no parameter /cdk-bootstrap/${qualifier}/version`,
          expected: `a bootstrap of version ${leastVersion} or newer`,
          fix,
          next: noneKnown,
        }),
      );
    }
    return outcomeOf(place, version, (found) =>
      found >= leastVersion
        ? passed(place, `version ${found}`)
        : {
            kind: 'finding',
            ...place,
            cause: 'not-bootstrapped',
            got: `version ${found}`,
            expected: `version ${leastVersion} or newer`,
            fix,
            next: noneKnown,
          },
    );
  },
};
