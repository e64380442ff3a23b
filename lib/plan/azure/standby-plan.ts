import type { Decision } from '../decision';
import type { QuotaNeed } from '../endpoint/endpoint-plan';
import type { StandbyPlan } from '../standby-plan';

/** How blobs reach the second location. */
export type AzureStandbyBlobs =
  /** The storage account itself keeps copies in its paired location. */
  | { readonly redundancy: Decision<'Standard_GRS' | 'Standard_GZRS'> }
  /** A second account gets copies of the containers, once somebody has run the commands. */
  | {
      readonly accountName: Decision<string>;
      readonly sku: Decision<'Standard_LRS' | 'Standard_ZRS'>;
      readonly containers: Decision<readonly string[]>;
      /** What whoever deploys runs once, after the stage that creates the containers. */
      readonly commands: Decision<readonly string[]>;
    };

/** The second location of an environment. */
export interface AzureStandbyPlan extends StandbyPlan {
  readonly location: Decision<string>;
  /** The copy of the container registry. */
  readonly images: {
    readonly location: Decision<string>;
    /** Whether images there survive the loss of a zone. */
    readonly zoneRedundancy: Decision<'Enabled' | 'Disabled'>;
  };
  /** The copy of the ML registry. */
  readonly models: {
    readonly location: Decision<string>;
    readonly storageAccountType: Decision<'Standard_LRS' | 'Standard_ZRS'>;
  };
  readonly blobs: AzureStandbyBlobs;
  /** What the Azure OpenAI deployments would need of each quota there. Absent with `none`, and without a model. */
  readonly modelQuotas?: Readonly<Record<string, Decision<QuotaNeed>>>;
}
