import { findingsOf } from '../../helpers/check-template';
import type { Case } from '../case';

const network = (open: boolean): Parameters<typeof findingsOf>[0] => ({
  Net: {
    Type: 'AWS::OpenSearchServerless::SecurityPolicy',
    Properties: {
      Name: 'notes-net',
      Type: 'network',
      Policy: JSON.stringify([
        {
          Rules: [{ ResourceType: 'collection', Resource: ['collection/notes'] }],
          ...(open ? { AllowFromPublic: true } : { AllowFromPublic: false, SourceVPCEs: ['vpce-0123456789abcdef0'] }),
        },
      ]),
    },
  },
});

/** Source: awslabs/generative-ai-cdk-constructs issue 1134. */
export const p30: Case = {
  id: 'P30',
  fault: 'a network policy of OpenSearch Serverless opens a collection to everybody',
  expected: 'check reports it (the local cloud asks for a data access policy: see lib/constraints/llm/index-access.ts)',
  check() {
    expect(findingsOf(network(true))).toEqual(['PublicCollection Net: Policy']);
    expect(findingsOf(network(false))).toEqual([]);
  },
};
