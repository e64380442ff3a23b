import type { Rule } from '../../rule';
import { clusterAdminBinding } from './cluster-admin-binding';
import { clusterRoleWildcard } from './cluster-role-wildcard';
import { containerCapabilities } from './container-capabilities';
import { containerEscalation } from './container-escalation';
import { containerImageTag } from './container-image-tag';
import { containerLimits } from './container-limits';
import { containerPrivileged } from './container-privileged';
import { containerProbes } from './container-probes';
import { containerRoot } from './container-root';
import { containerSeccomp } from './container-seccomp';
import { containerSecretText } from './container-secret-text';
import { containerWritable } from './container-writable';
import { defaultNamespace } from './default-namespace';
import { deploymentSingle } from './deployment-single';
import { disruptionBudgetMissing } from './disruption-budget-missing';
import { gpuWithoutToleration } from './gpu-without-toleration';
import { hostPath } from './host-path';
import { ingressPlain } from './ingress-plain';
import { jobWithoutDeadline } from './job-without-deadline';
import { namespaceUnrestricted } from './namespace-unrestricted';
import { networkPolicyMissing } from './network-policy-missing';
import { podOnHost } from './pod-on-host';
import { podToken } from './pod-token';
import { publicLoadBalancer } from './public-load-balancer';

/** The rules of the family `kubernetes`, by file name. */
export const kubernetesRules: readonly Rule[] = [
  clusterAdminBinding,
  clusterRoleWildcard,
  containerCapabilities,
  containerEscalation,
  containerImageTag,
  containerLimits,
  containerPrivileged,
  containerProbes,
  containerRoot,
  containerSeccomp,
  containerSecretText,
  containerWritable,
  defaultNamespace,
  deploymentSingle,
  disruptionBudgetMissing,
  gpuWithoutToleration,
  hostPath,
  ingressPlain,
  jobWithoutDeadline,
  namespaceUnrestricted,
  networkPolicyMissing,
  podOnHost,
  podToken,
  publicLoadBalancer,
];
