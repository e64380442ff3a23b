import { pipelineKey } from '../../../../../lib/review/rules/ci/pipeline-key';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(pipelineKey, {
  type: 'AWS::CodePipeline::Pipeline',
  right: { ArtifactStore: { Type: 'S3', EncryptionKey: { Id: 'k', Type: 'KMS' } } },
  wrong: { 'ArtifactStore.EncryptionKey': [undefined] },
});

ruleCases(pipelineKey, {
  type: 'AWS::CodePipeline::Pipeline',
  right: {
    ArtifactStores: [
      { ArtifactStore: { Type: 'S3', EncryptionKey: { Id: 'k', Type: 'KMS' } }, Region: 'eu-central-1' },
    ],
  },
  wrong: { 'ArtifactStores.0.ArtifactStore.EncryptionKey': [undefined] },
});
