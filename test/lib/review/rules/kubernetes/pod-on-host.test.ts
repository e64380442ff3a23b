import { podOnHost } from '../../../../../lib/review/rules/kubernetes/pod-on-host';
import { manifestFound, podObject } from '../../../../helpers/manifest-found';

test.each([
  [{ hostNetwork: false, containers: [{ ports: [{ containerPort: 8080 }] }] }, []],
  [{ hostNetwork: true }, ['spec.template.spec.hostNetwork']],
  [{ hostPID: true }, ['spec.template.spec.hostPID']],
  [{ hostIPC: true }, ['spec.template.spec.hostIPC']],
  [{ shareProcessNamespace: true }, ['spec.template.spec.shareProcessNamespace']],
  [{ containers: [{ ports: [{ hostPort: 80 }] }] }, ['spec.template.spec.containers.0.ports.0.hostPort']],
])('a pod with %j', (changes, expected) => {
  expect(manifestFound(podOnHost, [podObject(changes)])).toEqual(expected);
});
