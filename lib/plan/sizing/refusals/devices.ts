import { gpusOf } from '../../performance/tensor-parallel';
import { dtypeOn, splitModel } from '../copy-concurrency';
import type { SizeRequest } from '../size-types';
import type { Infeasible, Refusal } from './infeasible';
import {
  firstFeasible,
  offerText,
  pinPath,
  refusal,
  relax,
  relaxInstanceType,
  withoutPin,
  worthProposing,
} from './infeasible';
import { deviceUnsupported, dtypesOn, dtypeUnsupported, splitIllegal } from './wording';

/** No allowed instance has a device that the engine serves on. */
export function deviceProblems(infeasible: Infeasible): Refusal {
  const { request, offers, blocked } = infeasible;
  const type = request.pinned?.instanceType;
  const unpinned = relaxInstanceType(infeasible);
  const reasons = new Map(blocked.map(({ offer, problem }) => [offer.accelerator, problem?.text ?? '']));
  return refusal(
    {
      ...deviceUnsupported(reasons),
      path: type === undefined ? request.path : pinPath(request, offers, 'instanceType'),
      ...(type === undefined ? {} : { got: type }),
      fix:
        unpinned === undefined
          ? 'move the environment to a region with such instances'
          : `remove the pin: ${offerText(unpinned.evaluation)}`,
    },
    unpinned === undefined ? [] : [unpinned],
  );
}

/** The pinned tensor parallel degree is illegal for the model, or larger than any allowed instance. */
export function splitProblem(infeasible: Infeasible): Refusal {
  const { request, offers, blocked } = infeasible;
  const { model, pinned } = request;
  const got = pinned?.tensorParallel ?? 1;
  const gpus = blocked.reduce((most, { offer }) => Math.max(most, gpusOf(offer)), 1);
  const widest = blocked.find(({ offer }) => gpusOf(offer) === gpus)?.offer;
  const type = widest?.instanceType ?? 'the largest instance';
  const device = request.accelerators.find(({ id }) => id === widest?.accelerator);
  const split = device === undefined ? { model } : splitModel(request, device);
  const spread = withExpertsSpread(request);
  const relaxations = worthProposing([
    relax(withoutPin(request, 'tensorParallel'), infeasible),
    relaxInstanceType(infeasible),
    spread === undefined ? undefined : relax(spread, infeasible),
  ]);
  const fixes = relaxations.map(({ request: { pinned: kept, servedBy }, evaluation }) => {
    if (kept?.tensorParallel === undefined) return `pin ${evaluation.capacity?.copy.tensorParallel ?? 1}`;
    return servedBy?.expertParallel === true
      ? `keep it and set ${request.path}.serving.expertParallel, which leaves the experts whole`
      : `keep it and pin ${evaluation.offer.instanceType}`;
  });
  return refusal(
    {
      ...splitIllegal(split, got, { type, gpus }),
      path: pinPath(request, offers, 'tensorParallel'),
      got,
      ...(fixes.length === 0 ? {} : { fix: fixes.join(', or ') }),
    },
    relaxations,
  );
}

/** The request with its experts spread over the GPUs; undefined where that changes nothing. */
function withExpertsSpread(request: SizeRequest): SizeRequest | undefined {
  const { model, servedBy } = request;
  if (model.moe === undefined || servedBy === undefined || servedBy.expertParallel === true) return undefined;
  return { ...request, servedBy: { ...servedBy, expertParallel: true } };
}

/** No allowed device serves the number format. */
export function dtypeProblems(infeasible: Infeasible): Refusal {
  const { request, offers, blocked } = infeasible;
  const type = request.pinned?.instanceType;
  const device = blocked.find(({ capacity }) => capacity !== undefined)?.capacity?.copy.accelerator;
  const dtype = device === undefined ? request.dtype : dtypeOn(request, device);
  const usable = device === undefined ? [] : dtypesOn(device);
  const unpinned = relaxInstanceType(infeasible);
  const other = firstFeasible(usable.map((format) => relax({ ...request, dtype: format }, infeasible)));
  const relaxations = worthProposing([unpinned, other]);
  const fixes = relaxations.map((relaxation) =>
    relaxation === unpinned
      ? `remove the pin: ${offerText(relaxation.evaluation)}`
      : `use weights in ${relaxation.request.dtype ?? 'bf16'}: ${offerText(relaxation.evaluation)}`,
  );
  const problems = [...new Set(blocked.map(({ problem }) => problem?.text ?? ''))].sort();
  return refusal(
    {
      ...dtypeUnsupported(dtype ?? 'this format', problems, usable),
      path: type === undefined ? `${request.path}.model` : pinPath(request, offers, 'instanceType'),
      got: type ?? request.model.id,
      ...(fixes.length === 0 ? {} : { fix: fixes.join('; or ') }),
    },
    relaxations,
  );
}
