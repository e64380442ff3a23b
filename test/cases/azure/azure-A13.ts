import { recordEnvironment, referredTo } from '../../helpers/azure-platform';
import { ofType, onlyOfType } from '../../helpers/azure-recording';
import { azurePlan } from '../../helpers/plan';
import type { Case } from '../case';

export const telemetryWithoutKeys: Case = {
  id: 'azure-A13',
  fault: 'unverified: whether telemetry of an online endpoint arrives with instrumentation keys off',
  expected:
    'the plan says that it is unverified, and logs and metrics of an endpoint reach the workspace without a key',
  check: async () => {
    const { telemetryKeys } = azurePlan().initialization;
    expect(telemetryKeys.value).toBe('off');
    expect(telemetryKeys.because.map(({ text }) => text).join()).toContain('no source says');
    const recording = await recordEnvironment();
    const component = onlyOfType(recording, 'azure-native:applicationinsights:Component');
    expect(component.inputs['disableLocalAuth']).toBe(true);
    const diagnosed = ofType(recording, 'azure-native:monitor:DiagnosticSetting').map(
      ({ inputs }) => referredTo(recording, inputs['resourceUri'])?.type,
    );
    expect(diagnosed).toContain('azure-native:machinelearningservices:OnlineEndpoint');
  },
};
