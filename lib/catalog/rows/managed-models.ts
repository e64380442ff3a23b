import type { ManagedModel } from '../types';
import { azureOpenAiModels } from './azure-openai-models';
import { bedrockModels } from './bedrock-models';

/** Models served per token. */
export const managedModels: readonly ManagedModel[] = [...bedrockModels, ...azureOpenAiModels];
