import { propertyRule } from '../../property-rule';

/** Set EncryptionKey of ArtifactStore: nobody here can revoke the key. */
export const pipelineKey = propertyRule(
  {
    code: 'PipelineKey',
    family: 'ci',
    pack: 'production',
    safeguard: 'encryption-at-rest',
    rationale: 'Nobody here can revoke the key.',
    source: {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-codepipeline-pipeline.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::CodePipeline::Pipeline'],
      path: 'ArtifactStore.EncryptionKey',
      must: { set: true },
      where: ({ properties }) => properties.ArtifactStores === undefined,
    },
    {
      types: ['AWS::CodePipeline::Pipeline'],
      path: 'ArtifactStores.*.ArtifactStore.EncryptionKey',
      must: { set: true },
    },
  ],
);
