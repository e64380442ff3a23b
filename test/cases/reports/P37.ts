import type { TestTemplate } from '../../lib/local/aws/engine';
import { Engine, failures } from '../../lib/local/aws/engine';
import type { Case } from '../case';

const collection = (standbyReplicas: string): TestTemplate => ({
  Resources: {
    Encryption: {
      Type: 'AWS::OpenSearchServerless::SecurityPolicy',
      Properties: {
        Name: 'notes-encryption',
        Type: 'encryption',
        Policy: JSON.stringify({
          Rules: [{ ResourceType: 'collection', Resource: ['collection/notes'] }],
          AWSOwnedKey: true,
        }),
      },
    },
    Collection: {
      Type: 'AWS::OpenSearchServerless::Collection',
      Properties: { Name: 'notes', Type: 'VECTORSEARCH', StandbyReplicas: standbyReplicas },
      DependsOn: ['Encryption'],
    },
  },
});

/** Source: aws-samples/bedrock-chat#822 (2025-04-08). */
export const p37: Case = {
  id: 'P37',
  fault: 'a collection with a given name cannot be replaced',
  expected: 'the local cloud refuses in the words of CloudFormation, and says the given name',
  check: () => {
    const engine = new Engine();
    const stack = engine.deploy(engine.stack('notes'), collection('ENABLED'));
    expect(stack.status).toBe('CREATE_COMPLETE');
    engine.deploy(stack, collection('DISABLED'));
    expect(stack.status).toBe('UPDATE_ROLLBACK_COMPLETE');
    expect(failures(stack)).toEqual([
      expect.stringMatching(
        /^Collection: CloudFormation cannot update a stack when a custom-named resource requires replacing\. Rename [a-z0-9]{20} .*'notes'/,
      ),
    ]);
  },
};
