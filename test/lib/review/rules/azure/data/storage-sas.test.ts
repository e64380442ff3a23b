import { storageSas } from '../../../../../../lib/review/rules/azure/data/storage-sas';
import { azureFound } from '../../../../../helpers/azure-found';

const account = (properties: object) => [{ type: 'Microsoft.Storage/storageAccounts', name: 'a', properties }];
const place = 'Microsoft.Storage/storageAccounts/a sasPolicy.sasExpirationPeriod';

test.each([
  [{ sasPolicy: { sasExpirationPeriod: '1.00:00:00' } }, []],
  [{ sasPolicy: { sasExpirationPeriod: '12:00:00' } }, []],
  [{ sasPolicy: { sasExpirationPeriod: "[parameters('period')]" } }, []],
  [{ sasPolicy: { sasExpirationPeriod: '30.00:00:00' } }, [place]],
  [{}, [place]],
])('an account with %j', (properties, expected) => {
  expect(azureFound(storageSas, account(properties))).toEqual(expected);
});
