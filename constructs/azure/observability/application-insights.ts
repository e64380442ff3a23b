import { Component } from '@pulumi/azure-native/applicationinsights';
import type { ComponentResourceOptions, Output } from '@pulumi/pulumi';
import { ComponentResource } from '@pulumi/pulumi';
import type { Principal } from '../identity/role-assignment';
import { grantRole } from '../identity/role-assignment';
import type { LandingZone } from '../landing-zone/landing-zone';

export interface ApplicationInsightsProps {
  readonly resourceName: string;
  readonly landingZone: LandingZone;
}

/**
 * Traces and metrics of the platform's applications, stored in the landing zone's Log Analytics workspace.
 *
 * It has no diagnostic setting: its tables already lie in that workspace and would be stored and billed twice.
 */
export class ApplicationInsights extends ComponentResource {
  readonly componentId: Output<string>;

  constructor(
    name: string,
    private readonly props: ApplicationInsightsProps,
    opts?: ComponentResourceOptions,
  ) {
    super('llmops-kit:azure:ApplicationInsights', name, {}, opts);
    const { landingZone } = props;
    const component = new Component(
      `${name}-component`,
      {
        resourceName: props.resourceName,
        resourceGroupName: landingZone.resourceGroupName,
        location: landingZone.location,
        kind: 'web',
        applicationType: 'web',
        ingestionMode: 'LogAnalytics',
        workspaceResourceId: landingZone.logAnalyticsWorkspaceId,
        disableLocalAuth: true,
        publicNetworkAccessForIngestion: 'Disabled',
        publicNetworkAccessForQuery: 'Disabled',
      },
      { parent: this },
    );
    this.componentId = component.id;
    this.registerOutputs({});
  }

  /** Lets a principal send telemetry, which needs a role once keys are off. */
  grantPublish(name: string, principal: Principal): void {
    const { resourceName, landingZone } = this.props;
    grantRole(
      name,
      {
        role: 'Monitoring Metrics Publisher',
        principal,
        scope: this.componentId,
        scopeName: `Microsoft.Insights/components/${resourceName}`,
        subscription: landingZone.subscription,
      },
      this,
    );
  }
}
