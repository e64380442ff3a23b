import { registryRegions } from '../../../lib/catalog/aws-images';
import { publishedImage } from '../../../lib/plan/facts/registry';
import { awsCaseEndpoint } from '../../helpers/case-config';
import { digest } from '../../helpers/platform';
import type { Case } from '../case';

const place = { digest: digest('a'), path: 'environments.dev.aws.region' };

export const aws16: Case = {
  id: 'aws-16',
  fault: 'one registry account for all regions, and for all image families',
  expected: 'a row per region and family with its source; an unknown region is refused',
  check: () => {
    expect(awsCaseEndpoint().imageUri.value).toMatch(/^763104351884\.dkr\.ecr\.eu-central-1\./);
    expect(registryRegions('vllm')).toHaveLength(36);
    const accounts = {
      'eu-south-1': '692866216735',
      'il-central-1': '780543022126',
      'me-central-1': '914824155844',
      'ap-southeast-3': '907027046896',
    };
    for (const [region, account] of Object.entries(accounts)) {
      const uri = publishedImage({ ...place, region, repository: 'vllm' });
      expect(uri.ok && uri.value.startsWith(`${account}.`)).toBe(true);
    }
    const embeddings = publishedImage({ ...place, region: 'eu-central-1', repository: 'tei' });
    expect(embeddings).toMatchObject({ ok: true, value: expect.stringMatching(/^492215442770\./) as string });
    const unknown = publishedImage({ ...place, region: 'us-gov-west-1', repository: 'vllm' });
    expect(unknown.issues).toMatchObject([{ code: 'RegistryUnknown', got: 'us-gov-west-1' }]);
  },
};
