import { catalog } from '../../lib/catalog';
import type { SettledAwsPlan } from '../../lib/plan';
import { plan, settle } from '../../lib/plan';
import { resolve } from '../../lib/platform';
import config from '../../llmops.config';

/** The AWS half of an environment of the reference platform. */
export function environmentPlanOf(environment: string): SettledAwsPlan {
  const resolved = resolve(config);
  const planned = resolved.ok ? plan(resolved.value, environment, catalog) : resolved;
  if (!planned.ok || planned.value.aws === undefined) throw new Error(JSON.stringify(planned.issues));
  return settle(planned.value.aws);
}
