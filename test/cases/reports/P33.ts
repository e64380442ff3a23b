import { catalog } from '../../../lib/catalog';
import { plan } from '../../../lib/plan';
import { bedrock, resolve } from '../../../lib/platform';
import { awsPlatform } from '../../helpers/platform';
import type { Case } from '../case';

export const p33: Case = {
  id: 'P33',
  fault: 'an index has 1536 numbers, and the embedding model returns 1024',
  expected: 'the config is refused with the lengths of the model (the template on the local cloud is a row of its own)',
  check() {
    const models = { ...awsPlatform().models, embed: bedrock('amazon.titan-embed-text-v2:0', { dimensions: 1536 }) };
    const resolved = resolve(awsPlatform({ models }));
    if (!resolved.ok) throw new Error(JSON.stringify(resolved.issues));
    const planned = plan(resolved.value, 'dev', catalog);
    expect(planned.ok).toBe(false);
    expect(planned.issues).toContainEqual(
      expect.objectContaining({ code: 'UnsupportedDimensions', path: 'models.embed.dimensions', got: 1536 }),
    );
  },
};
