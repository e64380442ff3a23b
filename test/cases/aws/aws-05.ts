import assert from 'node:assert';
import { settle } from '../../../lib/plan';
import { resourcesOf, stageTemplates } from '../../helpers/aws-app';
import { environmentPlan } from '../../helpers/plan';
import { awsTarget, developmentEnvironment } from '../../helpers/platform';
import type { Case } from '../case';

export const aws05: Case = {
  id: 'aws-05',
  fault: 'the first environment of an account always creates the OIDC provider, and development deletes it for all',
  expected: 'the config can say that it exists; else it is created once and retained',
  check() {
    const providers = (identityProvider?: 'existing'): ReturnType<typeof resourcesOf> => {
      const aws = { ...awsTarget, ...(identityProvider === undefined ? {} : { identityProvider }) };
      const environments = { dev: developmentEnvironment({ aws }) };
      const { foundation } = stageTemplates(settle(environmentPlan({ environments })));
      assert.ok(foundation !== undefined);
      return resourcesOf(foundation, 'AWS::IAM::OIDCProvider');
    };
    assert.deepStrictEqual(
      providers().map(([, { DeletionPolicy }]) => DeletionPolicy),
      ['RetainExceptOnCreate'],
    );
    // A second platform in the account says so, and collides with nothing.
    assert.deepStrictEqual(providers('existing'), []);
  },
};
