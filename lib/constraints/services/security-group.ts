import type { Breach, Constraint, DeclaredResource } from '../constraint';
import type { Json } from '../json';
import { at, numberAt, textAt } from '../value';
import { placesAt } from './places';

/** Characters of a description. Source: API model of EC2 in botocore 1.44.8. */
const description = /^[a-zA-Z0-9. _\-:/()#,@[\]+=&;{}!$*]{0,255}$/;
const characters = 'up to 255 of a-z, A-Z, 0-9, spaces and ._-:/()#,@[]+=&;{}!$*';

/** The rules of a group, or the rule that a resource is. */
function rulesOf({ type, properties }: DeclaredResource): readonly (readonly [string, Json])[] {
  if (type !== 'AWS::EC2::SecurityGroup') return [['#', properties]];
  return ['SecurityGroupIngress/*', 'SecurityGroupEgress/*'].flatMap((path) =>
    placesAt(properties, path).map(({ pointer, value }) => [pointer, value] as const),
  );
}

function judgeRule(pointer: string, rule: Json): readonly Breach[] {
  const found: Breach[] = [];
  const text = textAt(rule, 'Description');
  if (text !== undefined && !description.test(text)) {
    found.push({
      pointer: `${pointer}/Description`,
      problem: `Invalid rule description. Valid descriptions are strings less than 256 characters from the following set: a-zA-Z0-9. _-:/()#,@[]+=&;{}!$*. The description is '${text}'`,
      fix: `Write ${characters}.`,
    });
  }
  const protocol = textAt(rule, 'IpProtocol')?.toLowerCase();
  if (protocol !== 'tcp' && protocol !== 'udp' && protocol !== '6' && protocol !== '17') return found;
  const name = protocol === 'udp' || protocol === '17' ? 'UDP' : 'TCP';
  const [from, to] = [numberAt(rule, 'FromPort'), numberAt(rule, 'ToPort')];
  const given = ['FromPort', 'ToPort'].filter((one) => at(rule, one) !== undefined);
  if (given.length < 2) {
    found.push({
      pointer,
      problem: `Invalid value for portRange. Must specify both from and to ports with TCP/UDP. The rule has ${given.join('') || 'neither'}`,
      fix: 'Add FromPort and ToPort.',
    });
  } else if (from !== undefined && to !== undefined && from > to) {
    found.push({
      pointer: `${pointer}/FromPort`,
      problem: `Invalid ${name} port range (${from}-${to}). Expected the lower port first`,
      fix: `Write FromPort ${to} and ToPort ${from}.`,
    });
  }
  return found;
}

/** Descriptions and ports of the rules of security groups; the schema says what the description of a group may be. */
export const securityGroup: Constraint = {
  id: 'security-group',
  types: ['AWS::EC2::SecurityGroup', 'AWS::EC2::SecurityGroupIngress', 'AWS::EC2::SecurityGroupEgress'],
  source: {
    url: 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSecurityGroup.html',
    asOf: '2026-11-30',
  },
  check: (resource) => rulesOf(resource).flatMap(([pointer, rule]) => judgeRule(pointer, rule)),
};
