import { recordEnvironment, referredTo } from '../../helpers/azure-platform';
import { ofType } from '../../helpers/azure-recording';
import type { Case } from '../case';

export const metricsOfTheRegistry: Case = {
  id: 'azure-A02',
  fault: 'the diagnostic setting of the ML registry asks for AllMetrics, which registries do not have: ARM answers 400',
  expected: 'the setting of the ML registry asks for logs only',
  check: async () => {
    const recording = await recordEnvironment();
    const settings = ofType(recording, 'azure-native:monitor:DiagnosticSetting').filter(
      ({ inputs }) =>
        referredTo(recording, inputs['resourceUri'])?.type === 'azure-native:machinelearningservices:Registry',
    );
    expect(settings.map(({ inputs }) => [inputs['metrics'], inputs['logs']])).toEqual([
      [[], [{ categoryGroup: 'allLogs', enabled: true }]],
    ]);
  },
};
