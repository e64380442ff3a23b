import { knownAt, placesAt } from '../../known';
import { fixOf } from '../../property-rule';
import type { Rule } from '../../rule';

/** Use the role of the build, or a variable of type SECRETS_MANAGER or PARAMETER_STORE: whoever may read the project or its log has the credentials. */
export const buildCredentials: Rule = {
  code: 'BuildCredentials',
  family: 'ci',
  pack: 'baseline',
  safeguard: 'secrets',
  securityHub: ['CodeBuild.1', 'CodeBuild.2'],
  rationale: 'Whoever may read the project or its log has the credentials.',
  source: {
    url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/codebuild-controls.html',
    asOf: '2026-11-30',
  },
  types: ['AWS::CodeBuild::Project'],
  check: ({ properties }) => {
    const fix = fixOf('BuildCredentials');
    const variables = placesAt(properties, 'Environment.EnvironmentVariables.*').flatMap(
      ({ path, values: [variable] }) => {
        if (typeof variable !== 'object' || variable === null) return [];
        const name = knownAt(variable, 'Name');
        const type = knownAt(variable, 'Type') ?? 'PLAINTEXT';
        const value = knownAt(variable, 'Value');
        if (typeof name !== 'string' || !isSecretName(name) || type !== 'PLAINTEXT' || typeof value !== 'string')
          return [];
        return [{ path: `${path}.Value`, message: `${name} is in clear text`, fix }];
      },
    );
    const location = knownAt(properties, 'Source.Location');
    const inAddress = typeof location === 'string' && /^https?:\/\/[^/@\s]+:?[^/@\s]*@/.test(location);
    return [
      ...variables,
      ...(inAddress ? [{ path: 'Source.Location', message: 'the address has credentials', fix }] : []),
    ];
  },
};

function isSecretName(name: string): boolean {
  return /^AWS_(?:ACCESS_KEY_ID|SECRET_ACCESS_KEY|SESSION_TOKEN)$|(?:TOKEN|PASSWORD|SECRET|API_?KEY)$/i.test(name);
}
