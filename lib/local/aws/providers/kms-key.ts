import { numberAt } from '../../../constraints/value';
import { setKeyState } from '../services/kms/keys';
import type { Provider } from './provider';

/** `AWS::KMS::Key`: a deletion leaves the key to wait, 30 days unless the stack says less. Until then it can be kept. */
export const kmsKeyProvider: Provider = {
  remove(resource, cloud) {
    const days = numberAt(resource.properties, 'PendingWindowInDays') ?? 30;
    const deletionDate = new Date(cloud.now().getTime() + days * 86_400_000);
    setKeyState(cloud, resource.arn, { deletionDate, resource });
  },
};
