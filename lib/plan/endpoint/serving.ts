import type { Dtype } from '../../catalog/types';
import type { Decision } from '../decision';
import { decide } from '../decision';
import type { Size } from '../sizing';

/** Where SageMaker puts the files of a model. */
const sageMakerModelPath = '/opt/ml/model';
/** Where Azure Machine Learning mounts the model: the plan sets `modelMountPath` to it. */
const azureMlModelPath = '/models';

/** vLLM's names of the formats; the configuration of a quantised checkpoint says how it is quantised. */
const vllmDtype: Readonly<Record<Dtype, string>> = {
  bf16: 'bfloat16',
  fp16: 'float16',
  fp8: 'auto',
  mxfp4: 'auto',
  nvfp4: 'auto',
  int4: 'auto',
  int8: 'auto',
};

/** The network has no route to the internet: weights are not downloaded and usage statistics are not sent. */
const offline = { HF_HUB_OFFLINE: '1', TRANSFORMERS_OFFLINE: '1', VLLM_NO_USAGE_STATS: '1' } as const;

/** Arguments of the serving engine by their long command-line names: every value that the size depends on. */
function engineArguments(key: string, size: Size, modelPath: string): Readonly<Record<string, string>> {
  return {
    dtype: vllmDtype[size.dtype],
    'gpu-memory-utilization': String(size.gpuMemoryUtilization),
    'max-model-len': String(size.maxModelLen),
    'max-num-batched-tokens': String(size.maxNumBatchedTokens),
    'max-num-seqs': String(size.maxNumSeqs),
    model: modelPath,
    'served-model-name': key,
    'tensor-parallel-size': String(size.tensorParallel),
  };
}

const why =
  'every argument that the size depends on is explicit: vLLM derives the others from the device, and a derived value changes with it';

/** Environment of the SageMaker container, which turns `SM_VLLM_MAX_MODEL_LEN` into `--max-model-len`. */
export function sageMakerEnvironment(key: string, size: Size): Decision<Readonly<Record<string, string>>> {
  const args = Object.entries(engineArguments(key, size, sageMakerModelPath)).map(
    ([name, value]) => [`SM_VLLM_${name.replaceAll('-', '_').toUpperCase()}`, value] as const,
  );
  return decide({ ...offline, ...Object.fromEntries(args) }, 'serving.explicit-arguments', why);
}

/** Command line of the container on Azure Machine Learning. */
export function azureMlArguments(key: string, size: Size): Decision<readonly string[]> {
  const args = engineArguments(key, size, azureMlModelPath);
  return decide(
    Object.entries(args).flatMap(([name, value]) => [`--${name}`, value]),
    'serving.explicit-arguments',
    why,
  );
}

/** Environment of the container on Azure Machine Learning. */
export function azureMlEnvironment(): Decision<Readonly<Record<string, string>>> {
  return decide(
    offline,
    'serving.offline',
    'weights are mounted and the deployment has no egress: a download would fail',
  );
}

/** Directory where Azure Machine Learning mounts the weights. */
export function azureMlMountPath(): Decision<string> {
  return decide(
    azureMlModelPath,
    'serving.mount-path',
    'the same directory for every model, so that the arguments do not change with its version',
    [
      {
        value: '/var/azureml-app/azureml-models',
        reason: "the service's default path, which contains name and version",
      },
    ],
  );
}
