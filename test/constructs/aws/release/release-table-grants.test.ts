import { ReleaseTable } from '../../../../constructs/aws';
import { templateOf, testKey, testStack } from '../../../helpers/aws-app';
import { granted, grantedActions, grantee } from '../../../helpers/granted';

function actionsOf(grant: (table: ReleaseTable, role: ReturnType<typeof grantee>) => void) {
  const stack = testStack();
  grant(new ReleaseTable(stack, 'Releases', { encryptionKey: testKey(stack) }), grantee(stack));
  return templateOf(stack);
}

test('a reader cannot write', () => {
  const template = actionsOf((table, role) => table.grants.read(role));
  expect(grantedActions(template).filter((action) => /Put|Update|Delete|Encrypt$/.test(action))).toEqual([]);
  expect(grantedActions(template)).toContain('dynamodb:Query');
});

test('who appends deletes nothing, and uses the key through DynamoDB alone', () => {
  const template = actionsOf((table, role) => table.grants.append(role));
  const actions = grantedActions(template);
  expect(actions).toContain('dynamodb:PutItem');
  expect(actions.filter((action) => /Delete|\*/.test(action))).toEqual([]);
  const onKey = granted(template).filter(({ actions: allowed }) => allowed.some((action) => action.startsWith('kms:')));
  expect(onKey.map(({ condition }) => condition)).toEqual([
    { StringEquals: { 'kms:ViaService': 'dynamodb.eu-central-1.amazonaws.com' } },
  ]);
});
