/**
 * How often functions have called each other through a service: the AWS SDK passes the trace of an invocation on with every
 * request, and Lambda ends a chain that comes back again and again.
 *
 * Source: AWS Lambda Developer Guide, "Use Lambda recursive loop detection to prevent infinite loops" (about 16 invocations);
 * middleware of @aws-sdk/core 3.981.2, which sends `_X_AMZN_TRACE_ID` as `X-Amzn-Trace-Id` (read 2026-11-30).
 */
export const mostInvocations = 16;

const mark = /;Lineage=(\d+):local/;

/** The trace of an invocation. @param depth how many invocations led to it */
export function traceOf(depth: number): string {
  return `Root=1-00000000-000000000000000000000000;Parent=0000000000000000;Sampled=0;Lineage=${depth}:local`;
}

/** How many invocations led to a request; 0 for one that no function made. */
export function depthOf(trace: string | readonly string[] | undefined): number {
  return Number(mark.exec(String(trace ?? ''))?.[1] ?? '0');
}
