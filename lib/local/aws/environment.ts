import { accountKey } from './credentials';

/**
 * The environment variables that point the CDK CLI and every AWS SDK at the local cloud and at nothing else.
 * `CDK_HOME` is the caller's: a directory of its own keeps the CLI's account cache out of the user's home.
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
    AWS_SDK_LOAD_CONFIG: '0',
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    CDK_DEFAULT_ACCOUNT: account,
    CDK_DEFAULT_REGION: region,
    CDK_DISABLE_CLI_TELEMETRY: 'true',
    CDK_S3_FORCE_PATH_STYLE: 'true',
    NO_PROXY: '127.0.0.1,localhost',
  };
}
