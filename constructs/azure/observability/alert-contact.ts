import { ActionGroup } from '@pulumi/azure-native/monitor';
import type { ComponentResourceOptions, Input, Output } from '@pulumi/pulumi';
import { ComponentResource, secret } from '@pulumi/pulumi';

/** Props of an {@link AlertContact}. */
export interface AlertContactProps {
  readonly actionGroupName: string;
  /** At most 12 characters. */
  readonly shortName: string;
  /** Gets a mail for every alert. */
  readonly email: string;
  /**
   * URLs of receivers of the common alert schema beside the mail, by a name. Each is a secret in the state of the stack; in Azure whoever may
   * read the action group sees it. @default - none
   */
  readonly webhooks?: Readonly<Record<string, Input<string>>>;
  readonly resourceGroupName: Input<string>;
}

/** Who is told about alerts. Creates an action group with an e-mail receiver. The first thousand mails a month are free. */
export class AlertContact extends ComponentResource {
  /** Resource id. */
  readonly actionGroupId: Output<string>;

  constructor(name: string, props: AlertContactProps, opts?: ComponentResourceOptions) {
    super('llmops-kit:azure:AlertContact', name, {}, opts);
    const group = new ActionGroup(
      `${name}-group`,
      {
        actionGroupName: props.actionGroupName,
        resourceGroupName: props.resourceGroupName,
        location: 'Global',
        groupShortName: props.shortName,
        enabled: true,
        emailReceivers: [{ name: 'owner', emailAddress: props.email, useCommonAlertSchema: true }],
        ...(props.webhooks === undefined ? {} : { webhookReceivers: receivers(props.webhooks) }),
      },
      { parent: this, ...(props.webhooks === undefined ? {} : { additionalSecretOutputs: ['webhookReceivers'] }) },
    );
    this.actionGroupId = group.id;
    this.registerOutputs({});
  }
}

function receivers(webhooks: NonNullable<AlertContactProps['webhooks']>) {
  return Object.entries(webhooks).map(([name, url]) => ({
    name,
    serviceUri: secret(url),
    useCommonAlertSchema: true,
  }));
}
