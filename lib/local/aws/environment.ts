import { devNull } from 'node:os';
import { accountKey } from './credentials';

const loopback = '127.0.0.1,localhost,::1';

/**
 * The environment variables that point the CDK CLI and every AWS SDK at the local cloud only. What a client sends
 * elsewhere all the same goes to the local cloud as its proxy, which refuses it: AWS CLI 1, for example, ignores
 * `AWS_ENDPOINT_URL` for SQS, RDS and other services whose certificates once had another name (aws/aws-cli#8737).
 * The caller sets `CDK_HOME`: a separate directory keeps the account cache of the CLI out of the user's home.
 */
export function clientEnvironment(url: string, account: string, region: string): Record<string, string> {
  return {
    AWS_ENDPOINT_URL: url,
    AWS_ENDPOINT_URL_S3: url,
    AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'false',
    AWS_USE_DUALSTACK_ENDPOINT: 'false',
    AWS_USE_FIPS_ENDPOINT: 'false',
    AWS_ACCESS_KEY_ID: accountKey(account),
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_CONFIG_FILE: devNull,
    AWS_SHARED_CREDENTIALS_FILE: devNull,
    CDK_DISABLE_CLI_TELEMETRY: 'true',
    CDK_S3_FORCE_PATH_STYLE: 'true',
    HTTP_PROXY: url,
    HTTPS_PROXY: url,
    ALL_PROXY: url,
    NO_PROXY: loopback,
    http_proxy: url,
    https_proxy: url,
    all_proxy: url,
    no_proxy: loopback,
  };
}

/**
 * Variables of AWS clients that name other credentials, endpoints or files, or change what is signed. `unset` removes
 * every variable of AWS; this list is for a reader that cannot look into the shell.
 */
const leadingAway = [
  'AWS_CA_BUNDLE',
  'AWS_CONTAINER_AUTHORIZATION_TOKEN',
  'AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE',
  'AWS_CONTAINER_CREDENTIALS_FULL_URI',
  'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI',
  'AWS_CREDENTIAL_EXPIRATION',
  'AWS_DEFAULT_PROFILE',
  'AWS_EC2_METADATA_SERVICE_ENDPOINT',
  'AWS_ENDPOINT_URL_CLOUDFORMATION',
  'AWS_ENDPOINT_URL_SSM',
  'AWS_ENDPOINT_URL_STS',
  'AWS_PROFILE',
  'AWS_ROLE_ARN',
  'AWS_ROLE_SESSION_NAME',
  'AWS_S3_US_EAST_1_REGIONAL_ENDPOINT',
  'AWS_SECURITY_TOKEN',
  'AWS_SESSION_TOKEN',
  'AWS_STS_REGIONAL_ENDPOINTS',
  'AWS_WEB_IDENTITY_TOKEN_FILE',
];

/** Whether a variable of a caller can lead a client of AWS away from the local cloud. */
function leadsAway(name: string): boolean {
  return name.startsWith('AWS_') || /^(?:https?|all|no)_proxy$/i.test(name) || name === 'NODE_OPTIONS';
}

/** A caller's environment for a child process, without anything that could lead to a real account. */
export function inheritable(env: Readonly<Record<string, string | undefined>>): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !leadsAway(name)));
}

/**
 * What a caller has to unset beside what it sets, as JSON: null.
 * @param env the environment of the process that asks, whose variables of AWS are in the answer
 */
export function unsetVariables(
  set: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string | undefined>>,
): Record<string, null> {
  const present = Object.keys(env).filter((name) => name.startsWith('AWS_'));
  const names = [...new Set([...leadingAway, ...present])].filter((name) => !Object.hasOwn(set, name)).sort();
  return Object.fromEntries(names.map((name) => [name, null]));
}

/** The environment as lines for a POSIX shell: every variable of AWS that the shell has is unset, whatever its name. */
export function shellLines(set: Readonly<Record<string, string>>): readonly string[] {
  return [
    // A name is always given: `unset` without one is an error in some shells.
    `unset AWS_PROFILE $(env | sed -n 's/^\\(AWS_[A-Za-z0-9_]*\\)=.*/\\1/p')`,
    ...Object.entries(set).map(([name, value]) => `export ${name}=${value}`),
  ];
}
