import type { PlantedFault } from '../planted';
import { testPlanted } from '../planted';
import { agentFaults } from './llm-agents';
import { bedrockFaults, vectorFaults } from './llm-bedrock';
import { sagemakerFaults } from './llm-sagemaker';
import { searchFaults } from './llm-search';

// Each row has a cloud of its own: rows use the same names.
function testEach(family: string, rows: readonly PlantedFault[]): void {
  describe.each(rows)(`${family} $id`, (row) => {
    testPlanted(family, [row]);
  });
}

testEach('SageMaker', sagemakerFaults);
testEach('Bedrock', bedrockFaults);
testEach('agents', agentFaults);
testEach('vector store', vectorFaults);
testEach('search', searchFaults);
