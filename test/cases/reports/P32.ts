import type { NotesBase } from '../../helpers/notes-template';
import { notesTemplate } from '../../helpers/notes-template';
import { Engine, failures } from '../../lib/local/aws/engine';
import type { Case } from '../case';

const failuresOf = (base: NotesBase): readonly string[] => {
  const engine = new Engine();
  return failures(engine.deploy(engine.stack('notes'), notesTemplate(base)));
};

/** Source: awslabs/generative-ai-cdk-constructs issue 349 (2024-04-01). */
export const p32: Case = {
  id: 'P32',
  fault: 'a knowledge base over an index of another engine than faiss',
  expected: 'the local cloud refuses the knowledge base',
  check() {
    expect(failuresOf({ engine: 'nmslib' })).toEqual([expect.stringMatching(/^Base: .*has engine nmslib/)]);
    expect(failuresOf({ engine: 'faiss' })).toEqual([]);
  },
};
