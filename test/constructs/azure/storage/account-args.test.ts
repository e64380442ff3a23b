import { accountArgs } from '../../../../constructs/azure/storage/account-args';
import { landingZone } from '../../../helpers/azure-recording';

const closed = { allowSharedKeyAccess: false, allowBlobPublicAccess: false, publicNetworkAccess: 'Disabled' };

test('an account is closed and has zones, whatever is not said', () => {
  expect(accountArgs({ accountName: 'stexample', landingZone: landingZone() })).toMatchObject({
    ...closed,
    sku: { name: 'Standard_ZRS' },
  });
});

test('an account with another redundancy is closed too', () => {
  const args = accountArgs({ accountName: 'stexample', skuName: 'Standard_GZRS', landingZone: landingZone() });
  expect(args).toMatchObject({ ...closed, sku: { name: 'Standard_GZRS' } });
});
