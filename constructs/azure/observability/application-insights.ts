import { Component } from '@pulumi/azure-native/applicationinsights';
import type { RoleAssignment } from '@pulumi/azure-native/authorization';
import type { ComponentResourceOptions, Output } from '@pulumi/pulumi';
import { ComponentResource } from '@pulumi/pulumi';
import type { GrantTarget, Principal } from '../identity/role-assignment';
import { grantRole } from '../identity/role-assignment';
import type { Imported } from '../landing-zone/imported-resource';
import { importResource } from '../landing-zone/imported-resource';
import type { LandingZone } from '../landing-zone/landing-zone';
import { defaultName } from '../props/default-name';
import type { ResourceMetrics } from './resource-metrics';
import { metricsOf } from './resource-metrics';

/** Props of {@link ApplicationInsights}. */
export interface ApplicationInsightsProps {
  /** @default - a name that follows from the component and its place */
  readonly resourceName?: string;
  /** Whether whoever has the instrumentation key can send telemetry; with `off` a role is needed. @default 'off' */
  readonly keys?: 'on' | 'off';
  readonly landingZone: LandingZone;
}

/**
 * Traces and metrics of the platform's applications.
 *
 * Creates an Application Insights component that stores its data in the landing zone's Log Analytics workspace.
 * Public access is disabled. Billed per GB ingested.
 *
 * It has no diagnostic setting: the setting would store and bill the same data twice.
 */
export class ApplicationInsights extends ComponentResource {
  /** One that another program or team made, by its resource id. @throws CodedError `InvalidProps` */
  static fromComponentId(
    name: string,
    componentId: string,
    opts?: ComponentResourceOptions,
  ): Imported<ApplicationInsightsGrants> {
    const grantsOf = (target: GrantTarget): ApplicationInsightsGrants => new ApplicationInsightsGrants(target);
    return importResource(name, { type: 'Microsoft.Insights/components', id: componentId, grantsOf }, opts);
  }

  /** Resource id. */
  readonly componentId: Output<string>;
  readonly grants: ApplicationInsightsGrants;
  readonly metrics: ResourceMetrics;

  constructor(name: string, props: ApplicationInsightsProps, opts?: ComponentResourceOptions) {
    super('llmops-kit:azure:ApplicationInsights', name, {}, opts);
    const { landingZone, resourceName = defaultName('telemetry', name, landingZone) } = props;
    const component = new Component(
      `${name}-component`,
      {
        resourceName,
        resourceGroupName: landingZone.resourceGroupName,
        location: landingZone.location,
        kind: 'web',
        applicationType: 'web',
        ingestionMode: 'LogAnalytics',
        workspaceResourceId: landingZone.logAnalyticsWorkspaceId,
        disableLocalAuth: (props.keys ?? 'off') === 'off',
        publicNetworkAccessForIngestion: 'Disabled',
        publicNetworkAccessForQuery: 'Disabled',
      },
      { parent: this },
    );
    this.componentId = component.id;
    const target = {
      scope: component.id,
      scopeName: `Microsoft.Insights/components/${resourceName}`,
      subscription: landingZone.subscription,
      component: this,
    };
    this.grants = new ApplicationInsightsGrants(target);
    this.metrics = metricsOf(target, landingZone);
    this.registerOutputs({});
  }
}

/** Roles that identities can get on an Application Insights component. */
export class ApplicationInsightsGrants {
  constructor(private readonly target: GrantTarget) {}

  /** Send telemetry, which needs a role because instrumentation keys are disabled. */
  publish(name: string, principal: Principal): RoleAssignment {
    return grantRole(name, 'Monitoring Metrics Publisher', principal, this.target);
  }
}
