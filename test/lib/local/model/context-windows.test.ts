import { azureOpenAiModels } from '../../../../lib/catalog/rows/azure-openai-models';
import { bedrockModels } from '../../../../lib/catalog/rows/bedrock-models';
import type { ManagedModel } from '../../../../lib/catalog/types';
import { contextWindows } from '../../../../lib/local/model/context-windows';

const windows = (models: readonly ManagedModel[]) =>
  Object.fromEntries(
    models.flatMap(({ id, kind, contextTokens }) =>
      kind === 'text-generation' && contextTokens !== undefined ? [[id, contextTokens]] : [],
    ),
  );

it('has the windows of the catalogue', () => {
  expect(contextWindows.bedrock).toEqual(windows(bedrockModels));
  expect(contextWindows.azureOpenAi).toEqual(windows(azureOpenAiModels));
});
