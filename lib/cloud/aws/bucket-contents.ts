import type { S3Client } from '@aws-sdk/client-s3';
import type { AwsClientOptions } from './client-options';
import { clientConfig, loadSdk } from './client-options';

const sdk = '@aws-sdk/client-s3';
const load = () => loadSdk(sdk, () => import('@aws-sdk/client-s3'));

/** What buckets hold, and their end. */
export class BucketContents {
  private client: Promise<S3Client> | undefined;

  constructor(private readonly options: AwsClientOptions) {}

  /** Versions and markers of a bucket, counted up to the first thousand; undefined when there is no such bucket. */
  async count(bucket: string): Promise<number | undefined> {
    return (await this.firstPage(bucket))?.length;
  }

  /** Deletes every version and every marker. @returns how many */
  async empty(bucket: string): Promise<number> {
    const { DeleteObjectsCommand } = await load();
    let deleted = 0;
    for (;;) {
      const page = (await this.firstPage(bucket)) ?? [];
      if (page.length === 0) return deleted;
      const { Errors: [refused] = [] } = await (
        await this.api()
      ).send(new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects: [...page], Quiet: true } }));
      if (refused !== undefined) throw new Error(`${bucket}/${refused.Key ?? ''}: ${refused.Message ?? ''}`);
      deleted += page.length;
    }
  }

  private async firstPage(
    bucket: string,
  ): Promise<readonly { readonly Key: string; readonly VersionId?: string }[] | undefined> {
    const { ListObjectVersionsCommand } = await load();
    try {
      const { Versions = [], DeleteMarkers = [] } = await (
        await this.api()
      ).send(new ListObjectVersionsCommand({ Bucket: bucket }));
      return [...Versions, ...DeleteMarkers].map(({ Key = '', VersionId }) => ({
        Key,
        ...(VersionId === undefined ? {} : { VersionId }),
      }));
    } catch (error) {
      if (error instanceof Error && error.name === 'NoSuchBucket') return undefined;
      throw error;
    }
  }

  private api(): Promise<S3Client> {
    this.client ??= load().then(
      ({ S3Client: Client }) =>
        new Client({ ...clientConfig(this.options), forcePathStyle: this.options.local !== undefined }),
    );
    return this.client;
  }
}
