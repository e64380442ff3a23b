import type { Json, JsonObject } from '../../../../lib/constraints/json';
import { dataSourceChunking, dataSourceKind, dataSourceParsing } from '../../../../lib/constraints/llm/data-source';
import { breaches } from './around';

const unknown = { Ref: 'Unknown' };

test.each<[Json, boolean]>([
  [{ Type: 'S3', S3Configuration: unknown }, false],
  [{ Type: 'CUSTOM' }, false],
  [{ Type: unknown }, false],
  [unknown, false],
  [{ Type: 'S3', WebConfiguration: {} }, true],
])('the source %j', (DataSourceConfiguration, refused) => {
  expect(breaches(dataSourceKind, { DataSourceConfiguration })).toEqual(
    refused ? ['#/DataSourceConfiguration: A data source of type S3 needs S3Configuration'] : [],
  );
});

const place = '#/VectorIngestionConfiguration/ChunkingConfiguration';
const levels = (parent: Json, child: Json): JsonObject => ({
  ChunkingStrategy: 'HIERARCHICAL',
  HierarchicalChunkingConfiguration: {
    LevelConfigurations: [{ MaxTokens: parent }, { MaxTokens: child }],
    OverlapTokens: 10,
  },
});
test.each<[Json, string | undefined]>([
  [{ ChunkingStrategy: 'NONE' }, undefined],
  [{ ChunkingStrategy: 'FIXED_SIZE' }, undefined],
  [{ ChunkingStrategy: 'FIXED_SIZE', FixedSizeChunkingConfiguration: { MaxTokens: 8192 } }, undefined],
  [{ ChunkingStrategy: unknown, SemanticChunkingConfiguration: {} }, undefined],
  [{ ChunkingStrategy: 'SEMANTIC', SemanticChunkingConfiguration: unknown }, undefined],
  [levels(1500, 300), undefined],
  [levels(unknown, 300), undefined],
  [unknown, undefined],
  [
    { ChunkingStrategy: 'NONE', FixedSizeChunkingConfiguration: {} },
    `${place}/FixedSizeChunkingConfiguration: ChunkingStrategy is NONE, and FixedSizeChunkingConfiguration is given`,
  ],
  [{ ChunkingStrategy: 'SEMANTIC' }, `${place}: ChunkingStrategy SEMANTIC needs SemanticChunkingConfiguration`],
  [
    { ChunkingStrategy: 'FIXED_SIZE', FixedSizeChunkingConfiguration: { MaxTokens: 8193 } },
    `${place}/FixedSizeChunkingConfiguration/MaxTokens: MaxTokens 8193 is above 8192`,
  ],
  [
    levels(300, 300),
    `${place}/HierarchicalChunkingConfiguration/LevelConfigurations/1/MaxTokens: Child chunks of 300 tokens are not smaller than parent chunks of 300`,
  ],
])('the chunking %j', (ChunkingConfiguration, refused) => {
  expect(breaches(dataSourceChunking, { VectorIngestionConfiguration: { ChunkingConfiguration } })).toEqual(
    refused === undefined ? [] : [refused],
  );
});

test.each<[Json, boolean]>([
  [{ ParsingStrategy: 'BEDROCK_DATA_AUTOMATION' }, false],
  [{ ParsingStrategy: 'BEDROCK_FOUNDATION_MODEL', BedrockFoundationModelConfiguration: unknown }, false],
  [{ ParsingStrategy: 'BEDROCK_FOUNDATION_MODEL' }, true],
])('the parsing %j', (ParsingConfiguration, refused) => {
  expect(breaches(dataSourceParsing, { VectorIngestionConfiguration: { ParsingConfiguration } })).toHaveLength(
    refused ? 1 : 0,
  );
});
