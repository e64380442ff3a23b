import type { KnownResource, Surroundings } from '../../../constraints/constraint';
import { scalarText } from '../../../constraints/json';
import type { ExistingResource } from '../state/registry';
import type { CheckInput } from './check';

/** Types that exist once per account: their names are the same in every region. */
const global = /^AWS::(?:IAM|CloudFront|Route53|S3::Bucket$)/;

/**
 * What constraints ask, answered from what exists. Nothing beyond the account of the resource is known.
 * @param defaults what an account has before any stack: its default VPC
 */
export function existingSurroundings(
  { account, region, registry, holdsObject }: CheckInput,
  defaults: () => readonly ExistingResource[] = () => [],
): Surroundings {
  const list = (type: string): readonly ExistingResource[] => {
    const made = registry.list(type, account, global.test(type) ? undefined : region);
    return type.startsWith('AWS::EC2::') ? [...made, ...defaults().filter((one) => one.type === type)] : made;
  };
  return {
    account,
    region,
    complete: true,
    named(types, value): KnownResource | 'absent' | 'unknown' {
      const text = scalarText(value);
      if (text === undefined || isForeign(text, account, region)) return 'unknown';
      const found = types.flatMap(list).find((resource) => isNamed(resource, text));
      return found ?? 'absent';
    },
    list,
    holdsObject,
  };
}

/** Whether a text is the identifier of a resource, its ARN, the name at the end of its ARN, or a URL of its host. */
function isNamed({ physicalId, arn }: ExistingResource, text: string): boolean {
  if (physicalId === text || arn === text) return true;
  if (text.startsWith('https://')) return text.startsWith(`https://${physicalId}.`);
  return arn.endsWith(`/${text}`) || arn.endsWith(`:${text}`);
}

/** Whether an ARN is of AWS, of another account or of another region. */
function isForeign(text: string, account: string, region: string): boolean {
  if (!text.startsWith('arn:')) return false;
  const [, , , arnRegion = '', arnAccount = ''] = text.split(':');
  return (arnAccount !== '' && arnAccount !== account) || (arnRegion !== '' && arnRegion !== region);
}
