import type { VariableImage } from '../../catalog/published-images';
import type { AwsServingImage, EngineName, ServingEngine } from '../../catalog/types';
import type { Decision } from '../decision';
import { decide } from '../decision';
import type { Size } from '../sizing';
import { argumentsOf, engineValues, variablesOf } from './engine-settings';

/** Where SageMaker puts the files of a model. */
const sageMakerModelPath = '/opt/ml/model';
/** Where Azure Machine Learning mounts the model: the plan sets `modelMountPath` to it. */
const azureMlModelPath = '/models';

/** The network has no route to the internet: weights are not downloaded. */
const offline = { HF_HUB_OFFLINE: '1', TRANSFORMERS_OFFLINE: '1' } as const;

/** Usage statistics that an engine would send; NIM has vLLM inside, and SGLang sends none. */
const noStatistics: Readonly<Record<EngineName, Readonly<Record<string, string>>>> = {
  vllm: { VLLM_NO_USAGE_STATS: '1' },
  nim: { VLLM_NO_USAGE_STATS: '1' },
  tgi: { USAGE_STATS: 'off' },
  sglang: {},
};

/** Names of the engines as their projects write them. */
export const engineNames: Readonly<Record<EngineName, string>> = {
  vllm: 'vLLM',
  sglang: 'SGLang',
  tgi: 'TGI',
  nim: 'NIM',
};

const why =
  'every argument that the size depends on is explicit: the engine derives the others from the device, and a derived value changes with it';

/** Environment of the SageMaker container, which turns `SM_VLLM_MAX_MODEL_LEN` into `--max-model-len`. */
export function sageMakerEnvironment(
  engine: ServingEngine,
  { variables }: AwsServingImage,
  key: string,
  size: Size,
): Decision<Readonly<Record<string, string>>> {
  const values = engineValues(engine, key, size, sageMakerModelPath);
  return decide(
    { ...offline, ...noStatistics[engine.engine], ...variablesOf(engine, variables, values) },
    'serving.explicit-arguments',
    why,
  );
}

/** Environment of a container on Azure Machine Learning whose entry point reads variables. */
export function azureMlVariables(
  engine: ServingEngine,
  { variables, quiet }: Pick<VariableImage, 'variables' | 'quiet'>,
  key: string,
  size: Size,
): Decision<Readonly<Record<string, string>>> {
  const values = engineValues(engine, key, size, azureMlModelPath);
  return decide(
    { ...offline, ...noStatistics[engine.engine], ...quiet, ...variablesOf(engine, variables, values) },
    'serving.explicit-arguments',
    why,
  );
}

/** Environment of a container on Azure Machine Learning that passes the command line in one variable to the engine. */
export function azureMlEnvironment(
  engine: ServingEngine,
  key: string,
  size: Size,
  variable: string,
): Decision<Readonly<Record<string, string>>> {
  const args = argumentsOf(engine, engineValues(engine, key, size, azureMlModelPath));
  return decide(
    { ...offline, ...noStatistics[engine.engine], [variable]: args.join(' ') },
    'serving.explicit-arguments',
    why,
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
