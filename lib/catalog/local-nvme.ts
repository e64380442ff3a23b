/**
 * Instance families with instance-store NVMe. SageMaker refuses a customer-managed key for the volume of these types,
 * because the instance store is encrypted in hardware.
 *
 * Source: EC2 instance type specifications, docs.aws.amazon.com/ec2/latest/instancetypes/ac.html, as of 2026-11; `g7`
 * and `p6e` are assumed to follow their neighbours.
 */
const awsFamilies = new Set(
  'g4dn g5 g6 g6e g6f gr6 gr6f g7 g7e p3dn p4d p4de p5 p5e p5en p6-b200 p6-b300 p6e-gb200 trn1 trn1n trn2'.split(' '),
);

/** Azure size series with a local NVMe disk. Source: learn.microsoft.com/azure/virtual-machines/sizes, as of 2026-11. */
const azureSeries = /^Standard_(NC\d+ads_A100|NC\d+adi?s_H100|ND\d+|NC\d+l?ds_xl_RTXPRO6000BSE)/;

/** Whether an instance type or VM size comes with a local NVMe disk. */
export function hasLocalNvme(instanceType: string): boolean {
  const family = instanceType.replace(/^ml\./, '').split('.')[0] ?? '';
  return awsFamilies.has(family) || azureSeries.test(instanceType);
}
