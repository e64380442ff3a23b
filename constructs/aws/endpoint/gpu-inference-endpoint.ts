import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import * as sagemaker from 'aws-cdk-lib/aws-sagemaker';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { ownKey } from '../encryption/own-key';
import type { WorkloadNetwork } from '../network/private-network';
import type { VpcPlacement } from '../network/vpc-placement';
import { workloadNetworkOf } from '../network/vpc-placement';
import { connectionsOf } from '../network/workload-connections';
import { PromptLogGroup } from '../observability/prompt-log-group';
import { logRetentionSteps } from '../props/grammars';
import { oneOf, refuseProps } from '../props/prop-problem';
import type { DataRetention } from '../retention/data-retention';
import { keptByDefault } from '../retention/kept-by-default';
import { EndpointAlarms } from './alarms';
import type { IInferenceEndpoint } from './endpoint-grants';
import { EndpointGrants, ImportedEndpoint } from './endpoint-grants';
import type { EndpointCapacity, EndpointPlacement } from './endpoint-placement';
import { EndpointMetrics, variantName } from './metrics';
import type { PlacedEndpoint } from './placement-defaults';
import { withDefaults } from './placement-defaults';
import { placementProblems } from './placement-problems';
import { componentDeployment, endpointDeployment } from './rollout';
import { CopyScaling, InstanceScaling } from './scaling';
import { ServedModel, vpcConfigOf } from './served-model';

/** Props of a {@link GpuInferenceEndpoint}. */
export interface GpuInferenceEndpointProps {
  /** A settled slice of a plan, or a literal. */
  readonly placement: EndpointPlacement;
  /** A `PrivateNetwork`, or a place in any VPC. */
  readonly network: WorkloadNetwork | VpcPlacement;
  /** Encrypts volumes and logs. @default - a key of its own, which is billed per month */
  readonly encryptionKey?: IKey;
  /** Days that container logs are kept; one of CloudWatch's retention periods. @default 365 */
  readonly logRetentionDays?: number;
  /** What happens to the logs, and to a key of its own, when the endpoint is deleted. @default 'retain' */
  readonly dataRetention?: DataRetention;
  /** Notified when latency or errors are above their limit, and when they are below it again. @default - nobody */
  readonly alarmTopic?: ITopic;
}

/**
 * A model behind a SageMaker real-time endpoint.
 *
 * Creates the model, its role and log group, an endpoint configuration, the endpoint and its scaling, and alarms
 * on errors and, where a threshold is given, on latency. They roll an update back where SageMaker supports it, and notify `alarmTopic`. With capacity in copies the model is an inference component that
 * is named like the endpoint, and a caller names both. The container has no network access, its network interfaces are
 * private, and its log group is encrypted and masked. Instances are billed per second, with or without traffic. Only
 * copies scale to zero.
 *
 * @example
 * const endpoint = new GpuInferenceEndpoint(this, 'Chat', { placement: settle(planned.value), network: { vpc } });
 * endpoint.grants.invoke(role);
 *
 * @example
 * const imageUri = repository.repositoryUriForDigest(digest);
 * const placement = { instanceType: 'ml.g6e.2xlarge', imageUri, ...weightsIn(bucket, 'models/chat/') };
 * new GpuInferenceEndpoint(this, 'Chat', { placement, network: { vpc }, encryptionKey });
 *
 * @throws CodedError `InvalidProps` with everything that SageMaker would refuse
 */
export class GpuInferenceEndpoint extends Construct implements IInferenceEndpoint, ec2.IConnectable, iam.IGrantable {
  /** An endpoint that another app made. Its inference component has the same name, where it has one. */
  static fromEndpointName(scope: Construct, id: string, endpointName: string): IInferenceEndpoint {
    return new ImportedEndpoint(scope, id, endpointName);
  }

  readonly resource: sagemaker.CfnEndpoint;
  readonly endpointName: string;
  readonly endpointArn: string;
  /** Role of the container: what it may read. */
  readonly role: iam.IRole;
  readonly grantPrincipal: iam.IPrincipal;
  readonly metrics: EndpointMetrics;
  readonly grants: EndpointGrants;
  private readonly securityGroupId: string;

  constructor(scope: Construct, id: string, props: GpuInferenceEndpointProps) {
    super(scope, id);
    const { dataRetention, logRetentionDays } = { ...keptByDefault, ...props };
    const placement = withDefaults(this, props.placement);
    refuseProps(
      this,
      placementProblems(this, placement),
      oneOf('logRetentionDays', logRetentionDays, logRetentionSteps),
    );
    const { capacity, endpointName } = placement;
    const network = workloadNetworkOf(this, props.network);
    const encryptionKey = props.encryptionKey ?? ownKey(this, dataRetention);
    const placed = { placement, network, encryptionKey };
    this.metrics = new EndpointMetrics({ endpointName, capacityKind: capacity.kind });
    const logs = new PromptLogGroup(this, 'Logs', {
      logGroupName: logGroupNameOf(placement),
      retentionDays: logRetentionDays,
      encryptionKey,
      dataRetention,
    });
    const model = new ServedModel(this, 'Model', {
      imageUri: placement.imageUri,
      throughCache: placement.imageCachedFrom !== undefined,
      environment: placement.environment,
      modelDataUri: placement.modelDataUri,
      ...(placement.modelDataKeyArn === undefined ? {} : { modelDataKeyArn: placement.modelDataKeyArn }),
      network,
      encryptionKey,
      logGroupName: logGroupNameOf(placement),
    });
    // Otherwise SageMaker creates the group, without key and retention, when a container first writes.
    model.resource.node.addDependency(logs.resource);
    const config = this.configure(placed, model);
    // Instances without a model attach their network interfaces as the role, and so do those that an update starts.
    config.node.addDependency(model.policy);
    const alarmNames = this.rollbackAlarms(placement, props.alarmTopic);

    this.resource = new sagemaker.CfnEndpoint(this, 'Resource', {
      endpointName,
      endpointConfigName: config.attrEndpointConfigName,
      // Otherwise an update resets the instance count to the one in the configuration.
      retainAllVariantProperties: true,
      ...(capacity.kind === 'instances' ? { deploymentConfig: endpointDeployment(placement.rollout, alarmNames) } : {}),
    });
    this.resource.node.addDependency(model.policy);
    const component = capacity.kind === 'copies' ? this.component(placement, capacity, model, alarmNames) : undefined;
    this.scale(placement, component);
    const { role } = model;
    this.role = role;
    this.grantPrincipal = role.grantPrincipal;
    this.endpointName = this.resource.attrEndpointName;
    this.endpointArn = this.resource.ref;
    this.securityGroupId = network.securityGroupId;
    this.grants = new EndpointGrants([this.resource.ref, ...(component === undefined ? [] : [component.ref])]);
  }

  /** Connections of the containers' network interfaces. */
  get connections(): ec2.Connections {
    return connectionsOf(this, this.securityGroupId);
  }

  /** Names of the alarms that roll an update back; none where SageMaker does not support it, or where that is waived. */
  private rollbackAlarms(placement: PlacedEndpoint, topic: ITopic | undefined): readonly string[] {
    const supported = placement.capacity.kind === 'instances' || placement.rollout.kind === 'rolling';
    const guardsRollout = supported && placement.rollbackOnAlarms !== false;
    if (!guardsRollout && topic === undefined) return [];
    const alarms = new EndpointAlarms(this, 'Alarms', {
      ...placement.alarms,
      metrics: this.metrics,
      guardsRollout,
      ...(topic === undefined ? {} : { topic }),
    });
    return alarms.rollbackAlarmNames;
  }

  private configure(props: Placed, model: ServedModel): sagemaker.CfnEndpointConfig {
    const { placement } = props;
    const vpcConfig = vpcConfigOf(props.network);
    const { inferenceAmiVersion } = placement;
    return new sagemaker.CfnEndpointConfig(this, 'Config', {
      ...(placement.volumeEncryption === 'customer-key' ? { kmsKeyId: props.encryptionKey.keyArn } : {}),
      // A model has role, network and isolation. Instances without a model, which wait for copies, need them here.
      ...(placement.capacity.kind === 'copies'
        ? { executionRoleArn: model.role.roleArn, vpcConfig, enableNetworkIsolation: true }
        : {}),
      // Time to first token, cache and queue of the engine, as OpenTelemetry metrics. A new configuration has it on already.
      metricsConfig: { enableDetailedObservability: true },
      productionVariants: [
        {
          variantName: variantName,
          instanceType: placement.instanceType,
          ...(inferenceAmiVersion === undefined ? {} : { inferenceAmiVersion }),
          // Answers differ a hundredfold in length: round robin would queue short requests behind long ones.
          routingConfig: { routingStrategy: 'LEAST_OUTSTANDING_REQUESTS' },
          ...variantCapacity(placement, model),
        },
      ],
    });
  }

  private component(
    placement: PlacedEndpoint,
    capacity: Extract<EndpointCapacity, { kind: 'copies' }>,
    model: ServedModel,
    alarmNames: readonly string[],
  ): sagemaker.CfnInferenceComponent {
    const deploymentConfig = componentDeployment(placement.rollout, alarmNames);
    return new sagemaker.CfnInferenceComponent(this, 'Component', {
      inferenceComponentName: placement.endpointName,
      endpointName: this.resource.attrEndpointName,
      variantName: variantName,
      specification: {
        modelName: model.resource.attrModelName,
        computeResourceRequirements: {
          numberOfAcceleratorDevicesRequired: capacity.acceleratorsPerCopy,
          minMemoryRequiredInMb: capacity.minMemoryMiB,
        },
        startupParameters: startupTimeouts(placement),
      },
      // SageMaker refuses to create a component without a copy. Scaling removes it afterwards.
      runtimeConfig: { copyCount: 1 },
      ...(deploymentConfig === undefined ? {} : { deploymentConfig }),
    });
  }

  private scale(placement: PlacedEndpoint, component: sagemaker.CfnInferenceComponent | undefined): void {
    const { capacity, endpointName, targetConcurrency } = placement;
    // One number of instances: there is nothing to scale.
    if (targetConcurrency === undefined) return;
    switch (capacity.kind) {
      case 'instances': {
        const { minInstances, maxInstances } = capacity;
        const scaling = new InstanceScaling(this, 'Scaling', {
          endpointName,
          minInstances,
          maxInstances,
          targetConcurrency,
          ...(placement.scheduledActions === undefined ? {} : { scheduledMinimums: placement.scheduledActions }),
        });
        scaling.target.node.addDependency(this.resource);
        return;
      }
      case 'copies': {
        const scaling = new CopyScaling(this, 'Scaling', {
          inferenceComponentName: endpointName,
          maxCopies: capacity.maxCopies,
          targetConcurrency,
          metrics: this.metrics,
        });
        if (component !== undefined) scaling.target.node.addDependency(component);
      }
    }
  }
}

/** What a construct of an endpoint works with. */
interface Placed {
  readonly placement: PlacedEndpoint;
  readonly network: WorkloadNetwork;
  readonly encryptionKey: IKey;
}

type VariantCapacity = Pick<
  sagemaker.CfnEndpointConfig.ProductionVariantProperty,
  | 'containerStartupHealthCheckTimeoutInSeconds'
  | 'initialInstanceCount'
  | 'initialVariantWeight'
  | 'managedInstanceScaling'
  | 'modelDataDownloadTimeoutInSeconds'
  | 'modelName'
>;

function variantCapacity(placement: PlacedEndpoint, model: ServedModel): VariantCapacity {
  const { capacity } = placement;
  switch (capacity.kind) {
    case 'instances':
      return {
        modelName: model.resource.attrModelName,
        initialInstanceCount: capacity.minInstances,
        initialVariantWeight: 1,
        ...startupTimeouts(placement),
      };
    case 'copies':
      return {
        initialInstanceCount: 1,
        // At most one instance per copy, because a copy can fill an instance.
        managedInstanceScaling: {
          status: 'ENABLED',
          minInstanceCount: 0,
          maxInstanceCount: capacity.maxCopies,
          // Otherwise an instance without a copy is billed until the service consolidates.
          scaleInPolicy: { strategy: 'IDLE_RELEASE' },
        },
      };
  }
}

function startupTimeouts(
  placement: PlacedEndpoint,
): Required<sagemaker.CfnInferenceComponent.InferenceComponentStartupParametersProperty> {
  return {
    containerStartupHealthCheckTimeoutInSeconds: placement.startupHealthCheckTimeoutSeconds,
    modelDataDownloadTimeoutInSeconds: placement.modelDataDownloadTimeoutSeconds,
  };
}

/** Log group that SageMaker writes the output of the container to. */
function logGroupNameOf(placement: PlacedEndpoint): string {
  const family = placement.capacity.kind === 'copies' ? 'InferenceComponents' : 'Endpoints';
  return `/aws/sagemaker/${family}/${placement.endpointName}`;
}
