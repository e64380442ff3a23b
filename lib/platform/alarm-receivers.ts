/**
 * A channel of Microsoft Teams. Amazon Q Developer in chat applications, formerly AWS Chatbot, posts alarms there. Somebody must have
 * authorised the team once in its console, in the account of the environment; the console shows the ids. None of them is a secret.
 */
export interface AwsTeamsChannel {
  /** Tenant of Microsoft Entra (UUID). */
  readonly tenantId: string;
  /** Team (UUID). */
  readonly teamId: string;
  /** Channel, as its link has it: `19%3A…%40thread.tacv2`. */
  readonly channelId: string;
}

/** Who is told about alerts on Azure: an action group of the company, or receivers beside the mail to `owner.contact`. */
export interface AzureAlertTargets {
  /** Resource id of an action group. @default - the kit creates one */
  readonly actionGroupId?: string;
  /**
   * Receivers of the common alert schema, such as PagerDuty, by a name. Microsoft Teams does not read that schema. Not with
   * `actionGroupId`, whose owner adds receivers. @default - none
   */
  readonly webhooks?: Readonly<Record<string, AzureAlertWebhook>>;
}

/** The URL of a receiver, which is a secret of the Pulumi stack `<environment>-deployment`. */
export interface AzureAlertWebhook {
  /** Key below `llmops-kit`, set with `pulumi config set --secret`: lower-case letters, digits and hyphens. Never the URL itself. */
  readonly stackSecret: string;
}
