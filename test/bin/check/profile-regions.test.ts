import { profileRegions } from '../../../bin/check/profile-regions';

test.each([
  [
    'the regions of a profile and that of the call',
    'jp.anthropic.claude-sonnet-4-6',
    ['ap-northeast-1', 'ap-northeast-3'],
  ],
  ['nothing for a profile that processes anywhere', 'global.anthropic.claude-sonnet-4-6', undefined],
  ['nothing for an unknown profile', 'jp.example.unknown-v1', undefined],
])('gives %s', (_name, profile, expected) => {
  expect(profileRegions(profile, 'ap-northeast-1')).toEqual(expected);
});
