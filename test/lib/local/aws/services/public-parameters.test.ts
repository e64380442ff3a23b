import { Ids } from '../../../../../lib/local/aws/ids';
import { publicParameter } from '../../../../../lib/local/aws/services/ssm/public-parameters';

const value = (name: string, region = 'eu-central-1') =>
  publicParameter(`/aws/service/${name}`, region, new Ids('test'));
const ami = /^ami-[0-9a-f]{17}$/;

test.each([
  'ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64',
  'ami-amazon-linux-latest/amzn2-ami-hvm-x86_64-gp2',
  'ami-amazon-linux-latest/amzn-ami-hvm-x86_64-gp2',
  'ami-windows-latest/Windows_Server-2022-English-Full-Base',
  'ami-windows-latest/Windows_Server-2022-English-Full-ECS_Optimized/image_id',
  'ecs/optimized-ami/amazon-linux-2/gpu/recommended/image_id',
  'eks/optimized-ami/1.33/amazon-linux-2023/x86_64/standard/recommended/image_id',
  'bottlerocket/aws-k8s-1.33/x86_64/latest/image_id',
  'canonical/ubuntu/server/24.04/stable/current/amd64/hvm/ebs-gp3/ami-id',
  'debian/release/12/latest/amd64',
  'deeplearning/ami/x86_64/base-oss-nvidia-driver-gpu-ubuntu-22.04/latest/ami-id',
])('%s is an image, the same each time and another in another region', (name) => {
  expect(value(name)).toMatch(ami);
  expect(value(name)).toBe(value(name));
  expect(value(name)).not.toBe(value(name, 'us-east-1'));
});

test('recommended is JSON with the image of its image_id', () => {
  const name = 'ecs/optimized-ami/amazon-linux-2023/recommended';
  expect(JSON.parse(value(name) ?? '')).toEqual({
    schema_version: '1',
    image_name: 'optimized-ami-amazon-linux-2023',
    image_id: value(`${name}/image_id`),
  });
});

test.each([
  ['global-infrastructure/regions/us-east-1', 'us-east-1'],
  ['global-infrastructure/regions/cn-north-1/partition', 'aws-cn'],
  ['global-infrastructure/regions/cn-north-1/domain', 'amazonaws.com.cn'],
  ['global-infrastructure/regions/us-east-1/availability-zones/use1-az6', 'use1-az6'],
  ['global-infrastructure/regions/us-east-1/availability-zones/use1-az7', undefined],
  ['global-infrastructure/services/bedrock', 'bedrock'],
  ['bottlerocket/aws-ecs-2/arm64/latest/image_version', 'latest'],
  ['ami-amazon-linux-latest/other', undefined],
  ['nothing/known', undefined],
])('%s is %s', (name, expected) => {
  expect(value(name)).toBe(expected);
});

test('a name outside of /aws/service is none', () => {
  expect(publicParameter('/app/ami', 'eu-central-1', new Ids('test'))).toBeUndefined();
});
