import type { AzureData } from '../../lib/local/azure-data';
import { startAzureData } from '../../lib/local/azure-data';
import type { LanguageModel } from '../../lib/local/model/language-model';
import { deployedResources } from '../../lib/local/pulumi';
import { azureStateOf } from './options';

/**
 * The data planes of what `llmops deploy --local` has made on Azure, beside a state folder, on a free port. They see what is
 * deployed while they run.
 * @param model - @default - the stand-in
 */
export function startLocalAzure(state: string, model: LanguageModel | undefined): Promise<AzureData> {
  const folder = azureStateOf(state);
  return startAzureData(() => deployedResources(folder), model);
}

/** Where the data planes are, what they have, and who may call, in lines. */
export function azureLines(data: AzureData): readonly string[] {
  let listed;
  try {
    listed = data.directory();
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return [`local Azure at ${data.url}: what is deployed there cannot be read: ${why}`];
  }
  const { endpoints, identities } = listed;
  return [
    `local Azure at ${data.url}, which lists what \`llmops deploy --local\` has made there, with a token for each identity`,
    ...endpoints.map(({ type, url }) => `  ${type.split(':').at(-1) ?? type}  ${url}`),
    ...identities.map(({ name, principalId }) => `  identity  ${name} (${principalId})`),
  ];
}
