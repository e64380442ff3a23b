import { overlaps, parseCidr } from '../../../platform';
import type { Answer } from '../../answer';
import type { AwsCheck } from '../../check';
import { at, outcomeOf, passed } from '../../check';
import { inAccount, ofOthers } from '../../neighbours';
import { noneKnown } from '../../next-place';
import type { Outcome } from '../../outcome';
import type { Network } from '../../ports/aws';

/** Code of the quota of VPCs per region, which is 5 by default. Source: docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html (read 2026-11-30). */
const vpcQuota = 'L-F678F1CE';

function hasRange(networks: readonly Network[], cidr: string): boolean {
  return networks.some(({ ranges }) => ranges.includes(cidr));
}

/** Whether a new VPC fits the region: its quota, and its range beside those that it may be peered with. */
export const network: AwsCheck = {
  id: 'aws.network',
  cloud: 'aws',
  asks: 'Is there room for another VPC, and does its range differ from those of the region?',
  questions: ['networks', 'quotas', 'stack'],
  run: async (ask, plan, { neighbours }) => {
    const { foundation, region, stackNames } = plan;
    const { network: planned } = foundation;
    if ('vpcId' in planned) return given(planned.vpcId, region, await ask.networks());
    const { cidr } = planned;
    const range = parseCidr(cidr);
    const stack = await ask.stack(stackNames.foundation);
    const place = at(network, `${cidr} in ${region}`);
    if (stack.kind === 'value' && !/ROLLBACK_COMPLETE$|DELETE_COMPLETE$/.test(stack.value.status)) {
      return [passed(place, `${stackNames.foundation} has the VPC`)];
    }
    const [networks, quotas] = await Promise.all([ask.networks(), ask.quotas('vpc')]);
    const overlap = outcomeOf(place, networks, (all) => {
      const other = all.find(({ ranges }) => ranges.some((text) => sharesAddresses(text, range)));
      return other === undefined
        ? passed(place, `${all.length} VPCs, none overlaps`)
        : {
            kind: 'finding',
            ...place,
            cause: 'network',
            got: `${other.id} ${other.name} has ${other.ranges.join(', ')}`,
            expected: 'a range of its own: networks with common addresses cannot be peered',
            fix: 'choose another range for environments.<name>.aws.cidr',
            next: noneKnown,
          };
    });
    const room = outcomeOf(at(network, `VPCs in ${region}`), quotas, (limits): Outcome | readonly Outcome[] => {
      const quota = limits.find(({ code }) => code === vpcQuota);
      if (quota === undefined || networks.kind !== 'value') return [];
      const count = networks.value.length;
      // Another environment whose VPC is there is counted with what is there.
      const coming = inAccount(neighbours, plan).flatMap(({ environment, plan: { foundation: other } }) =>
        'cidr' in other.network && !hasRange(networks.value, other.network.cidr) ? [{ environment, need: 1 }] : [],
      );
      const total = count + 1 + coming.length;
      return total <= quota.limit
        ? passed(at(network, `VPCs in ${region}`), `${count} of ${quota.limit}${ofOthers(coming)}`)
        : {
            kind: 'finding',
            ...at(network, `VPCs in ${region}`),
            cause: 'quota',
            got: `${count} VPCs, and a quota of ${quota.limit}`,
            expected: coming.length === 0 ? 'room for one more' : `room for ${total - count} more${ofOthers(coming)}`,
            fix: `request a higher '${quota.name}' (${vpcQuota}), or use an existing VPC`,
            next: noneKnown,
          };
    });
    return [...overlap, ...room];
  },
};

/** A VPC of the company has to be there. */
function given(vpcId: string, region: string, networks: Answer<readonly Network[]>): readonly Outcome[] {
  const place = at(network, `${vpcId} in ${region}`);
  return outcomeOf(place, networks, (all) =>
    all.some(({ id }) => id === vpcId)
      ? passed(place, 'there')
      : {
          kind: 'finding',
          ...place,
          cause: 'network',
          got: `the region has ${all.map(({ id }) => id).join(', ')}`,
          expected: vpcId,
          fix: 'correct the VPC of environments.<name>.aws, or share it with the account',
          next: noneKnown,
        },
  );
}

function sharesAddresses(text: string, range: ReturnType<typeof parseCidr>): boolean {
  const other = parseCidr(text);
  return other !== undefined && range !== undefined && overlaps(other, range);
}
