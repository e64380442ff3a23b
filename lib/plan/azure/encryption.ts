import type { AzureContext } from '../context';
import { decide, pinned, withRejected } from '../decision';
import { azureOpenAiModels } from '../entries';
import type { AzureInitializationPlan } from './azure-plan';

/** The key of the company; nothing where the config has none. */
export function azureEncryption(context: AzureContext): Pick<AzureInitializationPlan, 'encryption'> {
  const { encryption, registry } = context.target;
  if (encryption === undefined) return {};
  const path = `environments.${context.key}.azure.encryption`;
  const covers = [
    'storage account',
    'hand-off store',
    ...(registry === undefined ? ['container registry'] : []),
    ...(azureOpenAiModels(context).length === 0 ? [] : ['Azure OpenAI account']),
  ];
  return {
    encryption: {
      keyUri: pinned(encryption.keyUri, `${path}.keyUri`),
      identityId: pinned(encryption.identityId, `${path}.identityId`),
      identityClientId: pinned(encryption.identityClientId, `${path}.identityClientId`),
      covers: withRejected(
        decide(covers, 'azure.customer-key', 'what the kit creates with content and can encrypt by one property'),
        [
          {
            value: 'log workspace',
            reason: 'a key needs a dedicated cluster, which is billed by a commitment of its own',
          },
          {
            value: 'ML workspace and ML registry',
            reason:
              'Azure then puts databases of its own into the subscription; models and data are in the storage account',
          },
          { value: 'AI Search', reason: 'a key belongs to each index, which is created outside of the stages' },
        ],
      ),
    },
  };
}
