import type { Provider } from './provider';
import { ResourceFailure } from './provider';

/** `AWS::S3::Bucket`: creates what S3 requests read. It cannot be deleted while it has objects. */
export const bucketProvider: Provider = {
  create(resource, cloud) {
    const { account, region, physicalId } = resource;
    cloud.buckets.add({ name: physicalId, account, region, createdAt: cloud.now() });
  },
  remove(resource, cloud) {
    const bucket = cloud.buckets.get(resource.physicalId);
    const count = (bucket?.objects.size ?? 0) + (bucket?.versions.size ?? 0);
    if (count > 0) {
      throw new ResourceFailure(
        `Resource handler returned message: "The bucket you tried to delete is not empty (${resource.physicalId} holds ${count} objects and versions) (Service: S3, Status Code: 409)" (HandlerErrorCode: GeneralServiceException)`,
      );
    }
    cloud.buckets.delete(resource.physicalId);
  },
};
