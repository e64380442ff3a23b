import assert from 'node:assert';
import { awsPlan } from '../../helpers/plan';
import type { Case } from '../case';

export const p47: Case = {
  id: 'P47',
  fault: 'zones are chosen by letter, letters are other buildings in other accounts, and the plan does not say so',
  expected: 'the plan says that letters differ and what is not checked',
  check() {
    const text = awsPlan().foundation.network.availabilityZones.because[0]?.text ?? '';
    assert.match(text, /A letter names another building in another account/);
    assert.match(text, /is not checked/);
  },
};
