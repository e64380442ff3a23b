import type { JsonMap } from '../../policy';
import { isMap, textsOf } from '../../policy';
import { fixOf } from '../../property-rule';
import { resourceStatements, typesWithResourcePolicy } from '../../resource-policies';
import type { Rule } from '../../rule';

/** Name the actions that the principal calls: the principal can delete the resource and change its policy. */
export const wideResourcePolicy: Rule = {
  code: 'WideResourcePolicy',
  family: 'iam',
  pack: 'production',
  safeguard: 'least-privilege',
  rationale: 'The principal can delete the resource and change its policy.',
  source: { url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html', asOf: '2026-11-30' },
  types: typesWithResourcePolicy,
  check: (node) =>
    resourceStatements(node)
      .filter(({ statement }) => statement.Effect === 'Allow' && !isAdministration(node.type, statement))
      .flatMap(({ path, statement }) =>
        textsOf(statement.Action)
          .filter((action) => action === '*' || action.endsWith(':*'))
          .map((action) => ({ path: `${path}.Action`, message: `allows ${action}`, fix: fixOf('WideResourcePolicy') })),
      ),
};

/** A key gives its account all rights, so that IAM decides. Source: AWS KMS developer guide, default key policy, 2026-11-30. */
function isAdministration(type: string, { Principal: principal }: JsonMap): boolean {
  if (type !== 'AWS::KMS::Key' || !isMap(principal)) return false;
  const text = JSON.stringify(principal.AWS ?? '');
  return text.includes(':root') || /^"\d{12}"$/.test(text) || text.includes('AWS::AccountId');
}
