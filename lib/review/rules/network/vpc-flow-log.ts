import { fixOf } from '../../property-rule';
import type { Rule } from '../../rule';

/** Add a flow log of the VPC: nobody can see where data went. */
export const vpcFlowLog: Rule = {
  code: 'VpcFlowLog',
  family: 'network',
  pack: 'production',
  safeguard: 'logging',
  securityHub: ['EC2.6'],
  rationale: 'Nobody can see where data went.',
  source: { url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html', asOf: '2026-11-30' },
  types: ['AWS::EC2::VPC'],
  check(vpc, _context, graph) {
    const logs = graph.ofType('AWS::EC2::FlowLog', vpc);
    // A log whose resource is not in its stack may be of this VPC.
    const logged = logs.some((log) => {
      const named = graph.referencedBy(log.properties.ResourceId, log);
      return named.includes(vpc) || (named.length === 0 && log.stack !== vpc.stack);
    });
    return logged ? [] : [{ path: '', message: 'has no flow log', fix: fixOf('VpcFlowLog') }];
  },
};
