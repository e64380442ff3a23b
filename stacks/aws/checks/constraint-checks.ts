import type { App, IPolicyValidationContext, IPolicyValidationPlugin, PolicyValidationPluginReport } from 'aws-cdk-lib';
import { Validations } from 'aws-cdk-lib';
import type { Pack } from '../../../lib/review';
import type * as violations from './violations';

/** What a synthesis is asked in addition to the rules of CloudFormation and the services. */
export interface ConstraintCheckOptions {
  /** The pack of review rules. @default - none of them */
  readonly pack?: Pack;
}

/**
 * Asks the rules of `llmops check` about every resource and template of an app at synthesis: the schemas of the types, the
 * rules of their services, and what a template must be as a whole. What is not known before a deployment (tokens, functions
 * of CloudFormation, resources of the account) is never an offence.
 *
 * All problems come in one run, in the validation report of the CDK: rule, construct path, where it was created, what was
 * given and expected, and the fix. An error fails the synthesis. A finding is accepted with its reason by
 * `Validations.of(construct).acknowledge({ id: 'llmops-kit::ConstraintViolation.bucket', reason: '…' })`.
 *
 * @example
 * Validations.of(app).addPlugins(new ConstraintChecks({ pack: 'production' }));
 */
export class ConstraintChecks implements IPolicyValidationPlugin {
  readonly name = 'llmops-kit';
  readonly #options: ConstraintCheckOptions;

  constructor(options: ConstraintCheckOptions = {}) {
    this.#options = options;
  }

  /** Called by the CDK, after the templates are written. */
  validate(context: IPolicyValidationContext): PolicyValidationPluginReport {
    // The rules and their rows are loaded for an app that asks them only.
    const { violationsOf } = require('./violations') as typeof violations;
    const found = violationsOf(context, this.#options.pack);
    return { success: found.every(({ severity }) => severity !== 'error'), violations: [...found] };
  }
}

/**
 * Adds {@link ConstraintChecks} to an app.
 *
 * @example
 * addConstraintChecks(app, { pack: 'production' });
 */
export function addConstraintChecks(app: App, options: ConstraintCheckOptions = {}): void {
  Validations.of(app).addPlugins(new ConstraintChecks(options));
}
