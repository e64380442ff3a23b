import { CodedError } from '../../messages';

/** Where a client of the AWS SDK asks. */
export interface AwsClientOptions {
  readonly region: string;
  /** Endpoint and keys of a local cloud. @default - the service, with the credentials of the shell */
  readonly local?: { readonly endpoint: string; readonly accessKeyId: string } | undefined;
}

/** The options as a client of the SDK takes them. */
export function clientConfig({ region, local }: AwsClientOptions): {
  readonly region: string;
  readonly endpoint?: string;
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string };
} {
  if (local === undefined) return { region };
  const { endpoint, accessKeyId } = local;
  return { region, endpoint, credentials: { accessKeyId, secretAccessKey: 'local' } };
}

/** Loads a client of the SDK, which is an optional peer. @throws CodedError (SdkMissing) when it is not installed */
export async function loadSdk<T>(name: string, load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (error) {
    if (!(error instanceof Error) || !/Cannot find (?:module|package)/.test(error.message)) throw error;
    throw new CodedError('SdkMissing', {
      place: name,
      message: 'the package is not installed',
      fix: `npm install ${name}`,
    });
  }
}
