import type { Accelerator } from '../../../catalog';
import type { Issue } from '../../../platform';
import { dtypeProblem, dtypes } from '../../performance/dtype-support';
import { gpusOf, tensorParallelOptions, tensorParallelProblem } from '../../performance/tensor-parallel';
import { dtypeOn } from '../candidate';
import type { Finding, Impasse } from './infeasible';
import { firstThatWorks, inWords, pinPath, wayPast, withoutPin, worthNaming } from './infeasible';

/** Nothing allowed has a device the engine serves on. */
export function deviceProblems(impasse: Impasse): Finding {
  const { request, offers, blocked } = impasse;
  const type = request.pinned?.instanceType;
  const reasons = new Map(blocked.map(({ offer, problem }) => [offer.accelerator, problem?.text ?? '']));
  const out = type === undefined ? undefined : wayPast(withoutPin(request, 'instanceType'), impasse);
  const text = [...reasons].sort().map(([device, reason]) => `${device}: ${reason}`);
  return {
    issues: [
      {
        code: 'DeviceUnsupported',
        path: type === undefined ? request.path : pinPath(request, offers, 'instanceType'),
        message: `no device allowed here can be chosen: ${text.join('; ')}`,
        ...(type === undefined ? {} : { got: type }),
        expected: 'an instance with GPUs of compute capability 7.5 or later',
        fix:
          out === undefined
            ? 'move the environment to a region with such instances'
            : `remove the pin: ${inWords(out.verdict)}`,
      },
    ],
    ...(out === undefined ? {} : { relaxed: out.request }),
  };
}

/** The pinned split is illegal for the model, or wider than anything allowed. */
export function splitProblem(impasse: Impasse): Finding {
  const { request, offers, blocked } = impasse;
  const { model, pinned } = request;
  const got = pinned?.tensorParallel;
  const most = blocked.reduce((gpus, { offer }) => Math.max(gpus, gpusOf(offer)), 1);
  const widest = blocked.find(({ offer }) => gpusOf(offer) === most)?.offer;
  const legal = tensorParallelOptions(model, most);
  const ways = worthNaming([
    wayPast(withoutPin(request, 'tensorParallel'), impasse),
    pinned?.instanceType === undefined ? undefined : wayPast(withoutPin(request, 'instanceType'), impasse),
  ]);
  const texts = ways.map(({ request: { pinned: kept }, verdict }) =>
    kept?.tensorParallel === undefined
      ? `pin ${verdict.capacity?.copy.tensorParallel ?? 1}`
      : `keep it and pin ${verdict.offer.instanceType}`,
  );
  const problem = got === undefined ? undefined : tensorParallelProblem(model, got, most);
  return {
    issues: [
      {
        code: 'TensorParallelIllegal',
        path: pinPath(request, offers, 'tensorParallel'),
        message: `${model.id} cannot be split over ${got ?? 'these'} GPUs: ${problem ?? 'no split is legal'}`,
        got,
        expected: `${legal.join(', ')} (${widest?.instanceType ?? 'the largest instance'} has ${most})`,
        ...(texts.length === 0 ? {} : { fix: texts.join(', or ') }),
      },
    ],
    ...(ways[0] === undefined ? {} : { relaxed: ways[0].request }),
  };
}

/** No device allowed multiplies the format. */
export function dtypeProblems(impasse: Impasse): Finding {
  const { request, offers, blocked } = impasse;
  const type = request.pinned?.instanceType;
  const devices = [...new Set(blocked.flatMap(({ capacity }) => (capacity === undefined ? [] : [capacity.copy])))];
  const first = devices[0]?.accelerator;
  const got = first === undefined ? request.dtype : dtypeOn(request, first);
  const supported = first === undefined ? [] : formatsOf(first);
  const unpinned = type === undefined ? undefined : wayPast(withoutPin(request, 'instanceType'), impasse);
  const other = firstThatWorks(supported.map((dtype) => wayPast({ ...request, dtype }, impasse)));
  const ways = worthNaming([unpinned, other]);
  const fixes = ways.map((way) =>
    way === unpinned
      ? `remove the pin: ${inWords(way.verdict)}`
      : `take weights in ${way.request.dtype ?? 'bf16'}: ${inWords(way.verdict)}`,
  );
  const issue: Issue = {
    code: 'DtypeUnsupported',
    path: type === undefined ? `${request.path}.model` : pinPath(request, offers, 'instanceType'),
    message: `${request.model.id} is to be served in ${got ?? 'its format'}: ${reasons(blocked).join('; ')}`,
    got: type ?? request.model.id,
    expected: `a device with ${got ?? 'the format'}, or weights in ${supported.join(', ')}`,
    ...(fixes.length === 0 ? {} : { fix: fixes.join('; or ') }),
  };
  return { issues: [issue], ...(ways[0] === undefined ? {} : { relaxed: ways[0].request }) };
}

function reasons(blocked: Impasse['blocked']): readonly string[] {
  return [...new Set(blocked.map(({ problem }) => problem?.text ?? ''))].sort();
}

function formatsOf(accelerator: Accelerator) {
  return dtypes.filter((dtype) => dtypeProblem(accelerator, dtype) === undefined);
}
