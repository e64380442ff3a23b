import { settle } from '../../../lib/plan';
import { azureOpenAi } from '../../../lib/platform';
import { recordEnvironment } from '../../helpers/azure-platform';
import { ofType, waitsFor } from '../../helpers/azure-recording';
import { environmentPlan } from '../../helpers/plan';
import { account, deploymentOf, Harness, resourceGroup } from '../../lib/local/pulumi/builders';
import type { Case } from '../case';

/** Source: Azure/azure-dev issue 9398 (2026-08-03). */
export const p54: Case = {
  id: 'P54',
  fault: 'two deployments of one account are written at once, and the service answers 409',
  expected: 'the kit writes one after the other, and the local engine refuses two at once',
  async check() {
    const models = {
      a: azureOpenAi('gpt-4.1', { version: '2025-04-14' }),
      b: azureOpenAi('text-embedding-3-large', { version: '1' }),
    };
    const overrides = { models, endpoints: undefined, knowledge: undefined, registry: undefined, tuning: undefined };
    const recording = await recordEnvironment(settle(environmentPlan(overrides)));
    const [first, second] = ofType(recording, 'azure-native:cognitiveservices:Deployment');
    expect(first !== undefined && second !== undefined && waitsFor(recording, second, first)).toBe(true);

    const { codes } = new Harness().up(resourceGroup(), account(), deploymentOf('a'), deploymentOf('b'));
    expect(codes).toEqual(['ConcurrentAccountWrite']);
  },
};
