import { plannedStacks, unitsOf } from '../../../lib/deploy';
import { settle } from '../../../lib/plan';
import { environmentPlan } from '../../helpers/plan';
import { awsTarget, developmentEnvironment } from '../../helpers/platform';

const given = {
  bucketArn: 'arn:aws:s3:::acme-standby',
  keyArn: 'arn:aws:kms:eu-south-2:111111111111:key/00000000-0000-4000-8000-000000000002',
};

function unitsWith(standby: object | undefined) {
  const aws = { ...awsTarget, ...(standby === undefined ? {} : { standby: { region: 'eu-south-2', ...standby } }) };
  const plan = settle(environmentPlan({ environments: { dev: developmentEnvironment({ aws }) } }));
  return unitsOf(plan, { assembly: 'a', stacks: plannedStacks(plan), gated: new Set() });
}

test('the second region is bootstrapped and its stack deployed before S3 is told to copy to it', () => {
  const all = unitsWith({});
  const ids = all.map(({ id }) => id);
  expect(ids.indexOf('aws/standby')).toBeLessThan(ids.indexOf('aws/integration'));
  const [bootstrap, stack, integration] = ['aws/standby-bootstrap', 'aws/standby', 'aws/integration'].map((id) =>
    all.find((unit) => unit.id === id),
  );
  expect(bootstrap?.commands).toEqual(['llmops bootstrap --env dev']);
  expect(stack).toMatchObject({
    region: 'eu-south-2',
    cloudName: 'support-dev-standby',
    needs: ['aws/standby-bootstrap'],
  });
  expect(stack?.removal).toBe("npx cdk destroy 'dev/standby' --app a --exclusively --force");
  expect(integration?.needs).toEqual(['aws/foundation', 'aws/standby']);
});

test.each([undefined, given])('without a stack there no unit is in another region: %j', (standby) => {
  expect(unitsWith(standby).filter(({ region }) => region !== undefined)).toEqual([]);
});
