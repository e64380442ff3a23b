/** What every client of the SDK takes. */
export interface SdkConfig {
  readonly region: string;
  /** @default - the endpoint of the service, or that of AWS_ENDPOINT_URL */
  readonly endpoint?: string;
  /** Milliseconds. */
  readonly requestHandler?: { readonly connectionTimeout: number; readonly requestTimeout: number };
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string };
}
