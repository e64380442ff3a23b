import { tryParseJson } from '../../lib/constraints/json';
import type { AwsPlan } from '../../lib/plan';
import type { ResolvedPlatform } from '../../lib/platform';
import type { PreflightInput } from '../../lib/preflight';
import { missingRights } from '../../lib/rights';
import type * as awsRights from '../bootstrap/aws-rights';

/**
 * What the templates of an environment need beyond live policies. The templates are made when it is asked: that takes seconds,
 * and a preflight without credentials does not need it.
 */
export function missingRightsOf(
  platform: ResolvedPlatform,
  environment: string,
  aws: AwsPlan,
): NonNullable<PreflightInput['missingRights']> {
  return (documents) => {
    const statements = neededStatements(platform, environment, aws);
    if (statements === undefined) return undefined;
    const live = documents.flatMap((document) => tryParseJson(JSON.stringify(document)) ?? []);
    return missingRights(live, statements).map(({ action, resources }) => `${action} on ${resources.join(', ')}`);
  };
}

/** Undefined without the CDK, and where a template keeps its rights from being derived; llmops bootstrap says why. */
function neededStatements(
  platform: ResolvedPlatform,
  environment: string,
  aws: AwsPlan,
): Parameters<typeof missingRights>[1] | undefined {
  try {
    const { awsBootstrap } = require('../bootstrap/aws-rights') as typeof awsRights;
    const made = awsBootstrap(platform, environment, aws);
    return made.ok ? made.value.rights.statements : undefined;
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('Cannot find module')) return undefined;
    throw error;
  }
}
