import { appCors } from '../../../../../../lib/review/rules/azure/apps/app-cors';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(appCors, {
  type: 'Microsoft.App/containerApps',
  right: {
    properties: { configuration: { ingress: { corsPolicy: { allowedOrigins: ['https://support.example.com'] } } } },
  },
  wrong: { 'properties.configuration.ingress.corsPolicy.allowedOrigins.0': ['*'] },
});

azureCases(appCors, {
  type: 'Microsoft.Web/sites',
  right: { properties: { siteConfig: { cors: { allowedOrigins: ['https://support.example.com'] } } } },
  wrong: { 'properties.siteConfig.cors.allowedOrigins.0': ['*'] },
});
