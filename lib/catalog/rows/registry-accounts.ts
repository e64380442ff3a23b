import type { RegistryAccountRow } from '../row-types';

const table = {
  source: 'aws/deep-learning-containers@e0ecedea6a docs/reference/region_availability.md',
  asOf: '2026-08-21',
} as const;

/** Regions by the account that publishes the Deep Learning Containers there. */
const deepLearning: Readonly<Record<string, string>> = {
  '763104351884': 'us-east-2 us-east-1 us-west-1 us-west-2 ap-south-1 ap-northeast-2 ap-southeast-1 ap-southeast-2 ap-northeast-1 ca-central-1 eu-central-1 eu-west-1 eu-west-2 eu-west-3 eu-north-1 sa-east-1',
  '626614931356': 'af-south-1',
  '871362719292': 'ap-east-1',
  '772153158452': 'ap-south-2',
  '907027046896': 'ap-southeast-3',
  '550225433462': 'ap-southeast-5',
  '457447274322': 'ap-southeast-4',
  '633930458069': 'ap-southeast-6',
  '364406365360': 'ap-northeast-3',
  '975050140332': 'ap-east-2',
  '590183813437': 'ap-southeast-7',
  '204538143572': 'ca-west-1',
  '692866216735': 'eu-south-1',
  '503227376785': 'eu-south-2',
  '380420809688': 'eu-central-2',
  '780543022126': 'il-central-1',
  '637423239942': 'mx-central-1',
  '217643126080': 'me-south-1',
  '914824155844': 'me-central-1',
  '727897471807': 'cn-north-1 cn-northwest-1',
};

/** Regions by the account that publishes SageMaker's algorithms and Text Embeddings Inference there. */
const algorithms: Readonly<Record<string, string>> = {
  '257758044811': 'us-east-2',
  '683313688378': 'us-east-1',
  '746614075791': 'us-west-1',
  '246618743249': 'us-west-2',
  '510948584623': 'af-south-1',
  '651117190479': 'ap-east-1',
  '628508329040': 'ap-south-2',
  '951798379941': 'ap-southeast-3',
  '106583098589': 'ap-southeast-4',
  '720646828776': 'ap-south-1',
  '867004704886': 'ap-northeast-3',
  '366743142698': 'ap-northeast-2',
  '121021644041': 'ap-southeast-1',
  '783357654285': 'ap-southeast-2',
  '354813040037': 'ap-northeast-1',
  '190319476487': 'ca-west-1',
  '341280168497': 'ca-central-1',
  '492215442770': 'eu-central-1',
  '141502667606': 'eu-west-1',
  '764974769150': 'eu-west-2',
  '978288397137': 'eu-south-1',
  '659782779980': 'eu-west-3',
  '104374241257': 'eu-south-2',
  '662702820516': 'eu-north-1',
  '680994064768': 'eu-central-2',
  '898809789911': 'il-central-1',
  '737474898029': 'sa-east-1',
  '450853457545': 'cn-north-1',
  '451049120500': 'cn-northwest-1',
};

function rowsOf(
  family: RegistryAccountRow['family'],
  accounts: Readonly<Record<string, string>>,
): readonly RegistryAccountRow[] {
  return Object.entries(accounts).flatMap(([account, regions]) =>
    regions.split(' ').map((region) => ({ family, region, account, ...table })),
  );
}

/** Who publishes the images of AWS in a region. A region without a row is unknown: its account is not guessed. */
export const registryAccounts: readonly RegistryAccountRow[] = [
  ...rowsOf('deep-learning', deepLearning),
  ...rowsOf('algorithms', algorithms),
];
