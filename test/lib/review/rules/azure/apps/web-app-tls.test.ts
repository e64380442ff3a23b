import { webAppTls } from '../../../../../../lib/review/rules/azure/apps/web-app-tls';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(webAppTls, {
  type: 'Microsoft.Web/sites',
  right: {
    properties: {
      httpsOnly: true,
      siteConfig: { minTlsVersion: '1.2', scmMinTlsVersion: '1.2', ftpsState: 'Disabled' },
    },
  },
  wrong: {
    'properties.httpsOnly': [false, undefined],
    'properties.siteConfig.minTlsVersion': ['1.0', '1.1'],
    'properties.siteConfig.scmMinTlsVersion': ['1.0', '1.1'],
    'properties.siteConfig.ftpsState': ['AllAllowed', undefined],
  },
});
