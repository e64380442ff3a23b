import type { SettledAzurePlan } from '../../../plan';
import type { AzureCheck } from '../../check';
import { at, outcomeOf, passed } from '../../check';
import { noneKnown } from '../../next-place';

/** Resource providers of the planned resources. */
function plannedNamespaces({ deployment }: SettledAzurePlan): readonly string[] {
  return [
    'Microsoft.AppConfiguration',
    'Microsoft.ContainerRegistry',
    'Microsoft.Insights',
    'Microsoft.KeyVault',
    'Microsoft.MachineLearningServices',
    'Microsoft.ManagedIdentity',
    'Microsoft.Network',
    'Microsoft.OperationalInsights',
    'Microsoft.Storage',
    ...(deployment.account === undefined ? [] : ['Microsoft.CognitiveServices']),
    ...(Object.keys(deployment.search).length === 0 ? [] : ['Microsoft.Search']),
  ];
}

/** Whether the subscription has registered the resource providers of what is planned. */
export const registration: AzureCheck = {
  id: 'azure.registration',
  cloud: 'azure',
  asks: 'Is the resource provider of everything planned registered in the subscription?',
  questions: ['registration'],
  run: async (ask, plan) => {
    const outcomes = await Promise.all(
      plannedNamespaces(plan).map(async (namespace) => {
        const place = at(registration, namespace);
        const open = (state: string) =>
          ({
            kind: 'finding',
            ...place,
            cause: 'not-registered',
            got: state,
            expected: 'Registered',
            fix: `az provider register --namespace ${namespace} --subscription ${plan.subscription}`,
            next: noneKnown,
          }) as const;
        return outcomeOf(
          place,
          await ask.registration(namespace),
          (state) => (/^register(ed|ing)$/i.test(state) ? passed(place, state) : open(state)),
          () => open('unknown to the subscription'),
        );
      }),
    );
    return outcomes.flat();
  },
};
