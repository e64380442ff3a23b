import { OpenAiAccount, PrivateLandingZone, SearchService, WorkloadIdentity } from '../../constructs/azure';

/*
 * A model and a search service that an application calls with its own identity, in a Pulumi program of any project.
 * `program` is the body of the file that `main` of Pulumi.yaml names.
 */
const subscription = '00000000-0000-4000-8000-0000000000d1';
const location = 'swedencentral';

/** Declares the resources of the example. */
export function program() {
  const { landingZone } = new PrivateLandingZone('zone', {
    subscription,
    location,
    resourceGroup: 'rg-search-prod',
    addressPrefix: '10.41.0.0/16',
  });
  const { resourceGroupName } = landingZone;
  const application = new WorkloadIdentity('application', {
    resourceName: 'id-search-prod',
    resourceGroupName,
    location,
    subscription,
  });
  const models = new OpenAiAccount('models', {
    deployments: {
      frontier: {
        model: { format: 'OpenAI', name: 'gpt-5.1', version: '2025-11-13' },
        sku: { name: 'DataZoneStandard', capacity: 50 },
      },
    },
    landingZone,
  });
  const search = new SearchService('handbook', { landingZone });
  models.grants.invoke('application-models', application);
  search.grants.query('application-search', application);
  return { accountId: models.accountId, serviceId: search.serviceId };
}
