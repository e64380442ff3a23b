import { clusterSecretsKey } from '../../../../../lib/review/rules/eks/cluster-secrets-key';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(clusterSecretsKey, {
  type: 'AWS::EKS::Cluster',
  right: { EncryptionConfig: [{ Resources: ['secrets'], Provider: { KeyArn: 'k' } }] },
  wrong: { EncryptionConfig: [undefined] },
});
