import type { NotesBase } from '../../helpers/notes-template';
import { notesTemplate } from '../../helpers/notes-template';
import { Engine, failures } from '../../lib/local/aws/engine';
import type { Case } from '../case';

const failuresOf = (base: NotesBase): readonly string[] => {
  const engine = new Engine();
  return failures(engine.deploy(engine.stack('notes'), notesTemplate(base)));
};

/** Source: aws-ia/terraform-aws-bedrock issue 150 (2025-08-29). Rights in a role on S3 Vectors are not read yet. */
export const p31: Case = {
  id: 'P31',
  fault: 'a data access policy that does not name the role of the knowledge base',
  expected: 'the local cloud refuses the knowledge base',
  check() {
    expect(failuresOf({ principal: 'arn:aws:iam::111111111111:role/deployer' })).toEqual([
      expect.stringMatching(/^Base: .*has no data access to index\/notes\/chunks/),
    ]);
    expect(failuresOf({})).toEqual([]);
  },
};
