import type { Source } from '../constraint';
import type { SchemaNode } from './rows';

/** What the documentation of a property says and its published schema does not. */
export interface SchemaAddition {
  readonly schema: SchemaNode;
  readonly source: Source;
}

/** By resource type. */
export const schemaAdditions: Readonly<Record<string, SchemaAddition>> = {
  'AWS::Lambda::Function': {
    schema: { properties: { Timeout: { maximum: 900 } } },
    source: { url: 'https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html', asOf: '2026-11-30' },
  },
};
