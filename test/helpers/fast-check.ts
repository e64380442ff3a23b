import fc from '../../node_modules/fast-check/lib/cjs/fast-check';

/*
 * What tests get when they import fast-check (jest.config.js maps the name to this file): every property starts from
 * the same seed, so that a run repeats. A failure prints its seed and path; FAST_CHECK_SEED tries another seed.
 */
fc.configureGlobal({ seed: Number(process.env.FAST_CHECK_SEED ?? 20_261_130) });

export default fc;
