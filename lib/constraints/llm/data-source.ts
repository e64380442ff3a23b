import type { Breach, Constraint } from '../constraint';
import { at, isAbsent, isGiven, listAt, numberAt, rowOf, textAt } from '../value';

const types = ['AWS::Bedrock::DataSource'];
const reference = 'https://docs.aws.amazon.com/bedrock/latest/APIReference';
const asOf = '2026-11-30';

/** The configuration that a type of data source needs. */
const sources: Readonly<Record<string, string>> = {
  S3: 'S3Configuration',
  CONFLUENCE: 'ConfluenceConfiguration',
  SALESFORCE: 'SalesforceConfiguration',
  SHAREPOINT: 'SharePointConfiguration',
  WEB: 'WebConfiguration',
};

/** A data source has the configuration of its type. */
export const dataSourceKind: Constraint = {
  id: 'data-source-kind',
  types,
  source: { url: `${reference}/API_agent_DataSourceConfiguration.html`, asOf },
  check({ properties }) {
    const type = textAt(properties, 'DataSourceConfiguration', 'Type') ?? '';
    const needed = rowOf(sources, type);
    if (needed === undefined || !isAbsent(properties, 'DataSourceConfiguration', needed)) return [];
    return [
      {
        pointer: '#/DataSourceConfiguration',
        problem: `A data source of type ${type} needs ${needed}`,
        fix: `Write DataSourceConfiguration.${needed}, or change Type.`,
      },
    ];
  },
};

const chunkings: Readonly<Record<string, string>> = {
  FIXED_SIZE: 'FixedSizeChunkingConfiguration',
  HIERARCHICAL: 'HierarchicalChunkingConfiguration',
  SEMANTIC: 'SemanticChunkingConfiguration',
};
/** Most tokens of a chunk. Source: FixedSizeChunkingConfiguration and SemanticChunkingConfiguration in the API model. */
const mostTokens = 8192;

/** Chunks are cut in the way that is configured, and children of a hierarchy are smaller than their parents. */
export const dataSourceChunking: Constraint = {
  id: 'data-source-chunking',
  types,
  source: { url: `${reference}/API_agent_ChunkingConfiguration.html`, asOf },
  check({ properties }) {
    const chunking = at(properties, 'VectorIngestionConfiguration', 'ChunkingConfiguration');
    const pointer = '#/VectorIngestionConfiguration/ChunkingConfiguration';
    const strategy = textAt(chunking, 'ChunkingStrategy');
    if (strategy === undefined) return [];
    const own = rowOf(chunkings, strategy);
    const others = Object.values(chunkings).filter((name) => name !== own && isGiven(at(chunking, name)));
    const breaches: Breach[] = others.map((name) => ({
      pointer: `${pointer}/${name}`,
      problem: `ChunkingStrategy is ${strategy}, and ${name} is given`,
      fix: `Remove ${name}, or change ChunkingStrategy.`,
    }));
    if (own !== undefined && strategy !== 'FIXED_SIZE' && isAbsent(chunking, own))
      breaches.push({ pointer, problem: `ChunkingStrategy ${strategy} needs ${own}`, fix: `Write ${own}.` });
    for (const name of ['FixedSizeChunkingConfiguration', 'SemanticChunkingConfiguration']) {
      const tokens = numberAt(chunking, name, 'MaxTokens');
      if (tokens !== undefined && tokens > mostTokens)
        breaches.push({
          pointer: `${pointer}/${name}/MaxTokens`,
          problem: `MaxTokens ${tokens} is above ${mostTokens}`,
          fix: `Set MaxTokens to at most ${mostTokens}.`,
        });
    }
    const [parent, child] = listAt(chunking, 'HierarchicalChunkingConfiguration', 'LevelConfigurations').map((level) =>
      numberAt(level, 'MaxTokens'),
    );
    if (parent !== undefined && child !== undefined && child >= parent)
      breaches.push({
        pointer: `${pointer}/HierarchicalChunkingConfiguration/LevelConfigurations/1/MaxTokens`,
        problem: `Child chunks of ${child} tokens are not smaller than parent chunks of ${parent}`,
        fix: `Set MaxTokens of the second level below ${parent}.`,
      });
    return breaches;
  },
};

const parsers: Readonly<Record<string, string>> = {
  BEDROCK_FOUNDATION_MODEL: 'BedrockFoundationModelConfiguration',
};

/** A parser that is a foundation model names the model. */
export const dataSourceParsing: Constraint = {
  id: 'data-source-parsing',
  types,
  source: { url: `${reference}/API_agent_ParsingConfiguration.html`, asOf },
  check({ properties }) {
    const parsing = at(properties, 'VectorIngestionConfiguration', 'ParsingConfiguration');
    const strategy = textAt(parsing, 'ParsingStrategy') ?? '';
    const needed = rowOf(parsers, strategy);
    if (needed === undefined || !isAbsent(parsing, needed)) return [];
    return [
      {
        pointer: '#/VectorIngestionConfiguration/ParsingConfiguration',
        problem: `ParsingStrategy ${strategy} needs ${needed}`,
        fix: `Write ${needed} with ModelArn.`,
      },
    ];
  },
};
