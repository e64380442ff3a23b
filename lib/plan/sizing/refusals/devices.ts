import { gpusOf } from '../../performance/tensor-parallel';
import { dtypeOn } from '../copy-concurrency';
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
  const type = blocked.find(({ offer }) => gpusOf(offer) === gpus)?.offer.instanceType ?? 'the largest instance';
  const relaxations = worthProposing([
    relax(withoutPin(request, 'tensorParallel'), infeasible),
    relaxInstanceType(infeasible),
  ]);
  const fixes = relaxations.map(({ request: { pinned: kept }, evaluation }) =>
    kept?.tensorParallel === undefined
      ? `pin ${evaluation.capacity?.copy.tensorParallel ?? 1}`
      : `keep it and pin ${evaluation.offer.instanceType}`,
  );
  return refusal(
    {
      ...splitIllegal(model, got, { type, gpus }),
      path: pinPath(request, offers, 'tensorParallel'),
      got,
      ...(fixes.length === 0 ? {} : { fix: fixes.join(', or ') }),
    },
    relaxations,
  );
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
