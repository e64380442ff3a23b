import type { TypeBehaviour } from '../../../lib/local/behaviour';
import { behaviourInWords, countBehaviour } from '../../../lib/local/behaviour';

const behaviourOf = (type: string): TypeBehaviour =>
  type === 'a' ? { type, behaviour: 'modelled', by: ['s3'] } : { type, behaviour: 'schema only', by: [] };

it('lists each type once with its resources, and counts types', () => {
  const counted = countBehaviour('aws', ['b', 'a', 'b'], behaviourOf);
  expect(counted).toEqual([
    { cloud: 'aws', type: 'a', behaviour: 'modelled', by: ['s3'], resources: 1 },
    { cloud: 'aws', type: 'b', behaviour: 'schema only', by: [], resources: 2 },
  ]);
  expect(behaviourInWords(counted)).toBe('resource types: 1 behaviour modelled, 1 schema only, 0 not there');
});
