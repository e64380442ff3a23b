import type { Breach, Constraint } from '../constraint';
import { scalarText } from '../json';
import { at, isUnresolved, listAt, textAt } from '../value';
import { placesAt } from './places';

/** Every behavior of a distribution leads to one of its origins, and its certificate is in us-east-1. */
export const distribution: Constraint = {
  id: 'distribution',
  types: ['AWS::CloudFront::Distribution'],
  source: {
    url: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CreateDistribution.html',
    asOf: '2026-11-30',
  },
  check: ({ properties }) => {
    const config = at(properties, 'DistributionConfig');
    if (config === undefined) return [];
    const found: Breach[] = [];
    const origins = [...listAt(config, 'Origins'), ...listAt(config, 'OriginGroups', 'Items')];
    const ids = origins.map((origin) => textAt(origin, 'Id'));
    const known =
      ids.length > 0 && ids.every((id) => id !== undefined) && !isUnresolved(at(config, 'OriginGroups', 'Items'));
    const paths = ['DefaultCacheBehavior/TargetOriginId', 'CacheBehaviors/*/TargetOriginId'];
    for (const { pointer, value } of paths.flatMap((path) => placesAt(config, path))) {
      const target = scalarText(value);
      if (!known || target === undefined || ids.includes(target)) continue;
      found.push({
        pointer: pointer.replace('#', '#/DistributionConfig'),
        problem: `One or more of your origins or origin groups do not exist. The target is '${target}', expected ${ids.join(', ')}`,
        fix: `Write one of ${ids.join(', ')}.`,
      });
    }
    const certificate = textAt(config, 'ViewerCertificate', 'AcmCertificateArn');
    if (certificate?.startsWith('arn:aws:acm:') === true && certificate.split(':')[3] !== 'us-east-1') {
      found.push({
        pointer: '#/DistributionConfig/ViewerCertificate/AcmCertificateArn',
        problem: `The specified SSL certificate doesn't exist, isn't in us-east-1 region, isn't valid, or doesn't include a valid certificate chain. Its region is ${certificate.split(':')[3] ?? ''}`,
        fix: 'Name a certificate of us-east-1.',
      });
    }
    return found;
  },
};
