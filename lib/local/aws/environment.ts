import { devNull } from 'node:os';
import { accountKey } from './credentials';

const loopback = '127.0.0.1,localhost,::1';

/**
 * The environment variables that point the CDK CLI and every AWS SDK at the local cloud only.
 * The caller sets `CDK_HOME`: a separate directory keeps the account cache of the CLI out of the user's home.
 */
export function clientEnvironment(url: string, account: string, region: string): Record<string, string> {
  return {
    AWS_ENDPOINT_URL: url,
    AWS_ENDPOINT_URL_S3: url,
    AWS_ACCESS_KEY_ID: accountKey(account),
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_CONFIG_FILE: devNull,
    AWS_SHARED_CREDENTIALS_FILE: devNull,
    CDK_DISABLE_CLI_TELEMETRY: 'true',
    CDK_S3_FORCE_PATH_STYLE: 'true',
    NO_PROXY: loopback,
    no_proxy: loopback,
  };
}
