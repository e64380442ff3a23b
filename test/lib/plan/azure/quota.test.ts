import { azureMlQuota } from '../../../../lib/plan/azure/quota';
import { offer } from '../../../helpers/catalog';

const row = { service: 'azure-ml', cloud: 'azure', vcpu: 40, quota: 'StandardNCadsH100v5Family' } as const;
const h100 = offer({ ...row, accelerator: 'H100-NVL' });
const l40s = offer({ ...row, accelerator: 'L40S' });

test.each([
  // Two fleets of 40 vCPUs an instance; 20 percent more except on A100 and H100.
  ['H100', 3, undefined, 240, h100],
  ['L40S', 3, undefined, 320, l40s],
  ['L40S', 5, undefined, 480, l40s],
  ['H100', 1, 2, 80, h100],
  ['H100', 1, 5, 200, h100],
  ['L40S', 1, 5, 240, l40s],
] as const)('on %s %d instances with %s at the peak need %d vCPUs', (_, running, peak, needed, instance) => {
  expect(azureMlQuota(instance, running, peak)?.value).toEqual({
    name: 'StandardNCadsH100v5Family',
    needed,
    unit: 'vcpu',
  });
});

test('needs no quota that the catalogue does not name', () => {
  expect(azureMlQuota(offer(), 3)).toBeUndefined();
});
