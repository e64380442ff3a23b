import { zipSync } from 'fflate';
import { FunctionHost } from '../../../../../lib/local/aws/functions/function-host';
import type { LambdaFunction } from '../../../../../lib/local/aws/functions/lambda-function';

/** A function of account 111111111111 with its code inline. */
export function inlineFunction(text: string, changes: Partial<LambdaFunction> = {}): LambdaFunction {
  return {
    name: 'probe',
    arn: 'arn:aws:lambda:eu-central-1:111111111111:function:probe',
    account: '111111111111',
    region: 'eu-central-1',
    version: '$LATEST',
    runtime: 'nodejs22.x',
    handler: 'index.handler',
    timeoutSeconds: 30,
    memoryMb: 128,
    environment: {},
    role: 'arn:aws:iam::111111111111:role/service-role/probe-role',
    code: { kind: 'inline', text },
    layers: [],
    logGroup: '/aws/lambda/probe',
    ...changes,
  };
}

/** A zip file of texts by path. */
export function zip(files: Readonly<Record<string, string>>): Buffer {
  return Buffer.from(
    zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, Buffer.from(text)]))),
  );
}

/** A host without a cloud: its functions find nothing at the endpoint. */
export function testHost(
  options: { readonly archive?: Buffer; readonly endpoint?: string; readonly layer?: Buffer } = {},
) {
  const logged: string[] = [];
  let ids = 0;
  const host = new FunctionHost({
    endpoint: () => options.endpoint ?? 'http://127.0.0.1:9',
    now: () => new Date('2026-11-25T00:00:00Z'),
    freshId: () => `00000000-0000-4000-a000-00000000000${(ids += 1)}`,
    code: ({ code }) => (code.kind === 'inline' ? code.text : (options.archive ?? Buffer.from(''))),
    layer: (arn) => (arn === 'known' ? options.layer : undefined),
    log: (_lambda, _stream, lines) => logged.push(...lines),
  });
  return { host, logged };
}
