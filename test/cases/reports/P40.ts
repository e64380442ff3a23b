import { findingsOf } from '../../helpers/check-template';
import type { Case } from '../case';

/** Source: aws-samples/amazon-bedrock-rag-knowledgebases-agents-cloudformation pull request 1. */
export const p40: Case = {
  id: 'P40',
  fault: 'a property that its type does not have',
  expected: 'check validates templates by their schemas',
  check() {
    expect(
      findingsOf({ Docs: { Type: 'AWS::S3::Bucket', Properties: { Description: 'documents' } } }, /^SchemaViolation/),
    ).toEqual(['SchemaViolation Docs: ']);
    expect(findingsOf({ Docs: { Type: 'AWS::S3::Bucket', Properties: {} } }, /^SchemaViolation/)).toEqual([]);
  },
};
