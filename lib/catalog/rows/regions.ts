import type { Region } from '../types';

const awsSource = 'docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html';
const azureSource = 'learn.microsoft.com/azure/reliability/regions-list';
const asOf = '2026-11-01';

/** Letters of the zones an account sees; two accounts may see the same letter for different buildings. */
function aws(id: string, residency: Region['residency'], letters: readonly string[] = ['a', 'b', 'c']): Region {
  const zones = letters.map((letter) => `${id}${letter}`);
  return { cloud: 'aws', id, residency, zones, source: awsSource, asOf, confidence: 'medium' };
}

function azure(id: string, residency: Region['residency'], zones: readonly string[] = ['1', '2', '3']): Region {
  return { cloud: 'azure', id, residency, zones, source: azureSource, asOf, confidence: 'medium' };
}

/** Switzerland, Norway and the United Kingdom are in Europe and not in the European Union: their residency is `other`. */
export const regions: readonly Region[] = [
  aws('us-east-1', 'us', ['a', 'b', 'c', 'd', 'e', 'f']),
  aws('us-east-2', 'us'),
  aws('us-west-1', 'us', ['a', 'c']),
  aws('us-west-2', 'us', ['a', 'b', 'c', 'd']),
  aws('ca-central-1', 'other', ['a', 'b', 'd']),
  aws('eu-central-1', 'eu'),
  aws('eu-central-2', 'other'),
  aws('eu-north-1', 'eu'),
  aws('eu-south-1', 'eu'),
  aws('eu-south-2', 'eu'),
  aws('eu-west-1', 'eu'),
  aws('eu-west-2', 'other'),
  aws('eu-west-3', 'eu'),
  aws('ap-northeast-1', 'other', ['a', 'c', 'd']),
  aws('ap-northeast-2', 'other', ['a', 'b', 'c', 'd']),
  aws('ap-south-1', 'other'),
  aws('ap-southeast-1', 'other'),
  aws('ap-southeast-2', 'other'),
  aws('sa-east-1', 'other'),
  azure('eastus', 'us'),
  azure('eastus2', 'us'),
  azure('centralus', 'us'),
  azure('southcentralus', 'us'),
  azure('westus2', 'us'),
  azure('westus3', 'us'),
  azure('northcentralus', 'us', []),
  azure('westus', 'us', []),
  azure('canadacentral', 'other'),
  azure('canadaeast', 'other', []),
  azure('brazilsouth', 'other'),
  azure('francecentral', 'eu'),
  azure('germanywestcentral', 'eu'),
  azure('italynorth', 'eu'),
  azure('northeurope', 'eu'),
  azure('polandcentral', 'eu'),
  azure('spaincentral', 'eu'),
  azure('swedencentral', 'eu'),
  azure('westeurope', 'eu'),
  azure('norwayeast', 'other'),
  azure('switzerlandnorth', 'other'),
  azure('uksouth', 'other'),
  azure('australiaeast', 'other'),
  azure('centralindia', 'other'),
  azure('japaneast', 'other'),
  azure('koreacentral', 'other'),
  azure('southafricanorth', 'other'),
  azure('southeastasia', 'other'),
  azure('uaenorth', 'other'),
];
