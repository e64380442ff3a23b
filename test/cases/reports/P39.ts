import { Engine, failures } from '../../lib/local/aws/engine';
import type { Case } from '../case';

const policy = {
  Type: 'AWS::OpenSearchServerless::AccessPolicy',
  Properties: {
    Name: 'longprefix-platform-',
    Type: 'data',
    Policy: JSON.stringify([
      {
        Rules: [{ ResourceType: 'index', Resource: ['index/notes/*'], Permission: ['aoss:ReadDocument'] }],
        Principal: ['arn:aws:iam::111111111111:role/reader'],
      },
    ]),
  },
};

/** Source: aws-samples/aws-genai-llm-chatbot#347 (2024-02-01). */
export const p39: Case = {
  id: 'P39',
  fault: 'names that are cut at one length become equal',
  expected: 'the local cloud refuses the second policy of a name, and says where the first one is',
  check: () => {
    const engine = new Engine();
    const stack = engine.deploy(engine.stack('notes'), {
      Resources: { First: policy, Second: { ...policy, DependsOn: 'First' } },
    });
    expect(stack.status).toBe('ROLLBACK_COMPLETE');
    expect(failures(stack)).toEqual([
      expect.stringMatching(/^Second: .*already exists \(created as First by arn:aws:cloudformation:/),
    ]);
  },
};
