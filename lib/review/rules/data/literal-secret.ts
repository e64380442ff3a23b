import { fixOf } from '../../property-rule';
import type { Rule } from '../../rule';
import { isSecretText, isSecretVariable } from '../../secret-text';
import { textsWithin } from '../../texts-within';

/** Refer to Secrets Manager or Parameter Store, and change the credential: whoever reads the template, the repository or the console has the credential. */
export const literalSecret: Rule = {
  code: 'LiteralSecret',
  family: 'data',
  pack: 'baseline',
  safeguard: 'secrets',
  rationale: 'Whoever reads the template, the repository or the console has the credential.',
  source: {
    url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html',
    asOf: '2026-11-30',
  },
  check: ({ type, properties }) =>
    textsWithin(properties)
      .filter(({ path, text }) => isSecretText(text) || (hasVariables(type, path) && isSecretVariable(path, text)))
      .map(({ path }) => ({ path, message: 'is a credential', fix: fixOf('LiteralSecret') })),
};

/** Names of environment variables and parameters are the user's; names of properties are the provider's. */
function hasVariables(type: string, path: string): boolean {
  return (
    /(?:^|\.)(?:Environment|EnvironmentVariables|Variables|EnvironmentVariable|HyperParameters)\./i.test(path) &&
    type !== 'AWS::CodeBuild::Project'
  );
}
