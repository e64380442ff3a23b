import type { Json } from '../constraints/json';
import { isList, isObject, scalarText } from '../constraints/json';
import type { RightsTarget } from './stack-template';

/**
 * The pattern of a text in a template: what synthesis does not know is `*`.
 * @returns undefined when nothing of it is known
 */
export function textPattern(value: Json | undefined, target: RightsTarget): string | undefined {
  const pattern = patternOf(value, target).replace(/\*{2,}/g, '*');
  return /^\*?$/.test(pattern) ? undefined : pattern;
}

function patternOf(value: Json | undefined, target: RightsTarget): string {
  const text = scalarText(value);
  if (text !== undefined) return text.includes('{{resolve:') ? '*' : text;
  if (!isObject(value)) return '*';
  const { Ref: reference, 'Fn::Join': join, 'Fn::Sub': sub } = value;
  if (typeof reference === 'string') return pseudo(reference, target) ?? '*';
  if (isList(join)) {
    const [separator, parts] = join;
    if (typeof separator !== 'string' || !isList(parts)) return '*';
    return parts.map((part) => patternOf(part, target)).join(separator);
  }
  const template = isList(sub) ? sub[0] : sub;
  if (typeof template !== 'string') return '*';
  return template.replace(/\$\{([^!][^}]*)\}/g, (_whole, name: string) => pseudo(name, target) ?? '*');
}

function pseudo(name: string, { partition, account, region }: RightsTarget): string | undefined {
  switch (name) {
    case 'AWS::Partition':
      return partition;
    case 'AWS::AccountId':
      return account;
    case 'AWS::Region':
      return region;
    case 'AWS::URLSuffix':
      return partition === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com';
    default:
      return undefined;
  }
}
