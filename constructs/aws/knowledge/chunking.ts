import type { CfnDataSource } from 'aws-cdk-lib/aws-bedrock';
import type { PropProblem } from '../props/prop-problem';
import { numberBetween } from '../props/prop-problem';

/** How documents are split before they are embedded. */
export type Chunking =
  | {
      readonly kind: 'fixed';
      readonly maxTokens: number;
      /** Tokens that a chunk repeats of the one before, in percent, 1 to 99. */
      readonly overlapPercentage: number;
    }
  | { readonly kind: 'none' };

/** FixedSizeChunkingConfiguration in the API reference of Bedrock, read 2026-11-30. */
export function chunkingProblems(prop: string, chunking: Chunking): readonly PropProblem[] {
  if (chunking.kind === 'none') return [];
  return [
    ...numberBetween(`${prop}.maxTokens`, chunking.maxTokens, { least: 1 }),
    ...numberBetween(`${prop}.overlapPercentage`, chunking.overlapPercentage, { least: 1, most: 99 }),
  ];
}

/** Distinguishes data sources by what cannot change in them: at most 16 characters below a million tokens. */
export function chunkingName(chunking: Chunking): string {
  return chunking.kind === 'none' ? 'none' : `fixed-${chunking.maxTokens}-${chunking.overlapPercentage}`;
}

/** The chunking in the words of Bedrock. */
export function chunkingConfiguration(chunking: Chunking): CfnDataSource.ChunkingConfigurationProperty {
  switch (chunking.kind) {
    case 'none':
      return { chunkingStrategy: 'NONE' };
    case 'fixed':
      return {
        chunkingStrategy: 'FIXED_SIZE',
        fixedSizeChunkingConfiguration: {
          maxTokens: chunking.maxTokens,
          overlapPercentage: chunking.overlapPercentage,
        },
      };
  }
}
