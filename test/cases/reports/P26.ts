import assert from 'node:assert';
import { at, onlyResource } from '../../helpers/aws-app';
import { endpointTemplate } from '../../helpers/aws-endpoint-template';
import { endpointSlice } from '../../helpers/aws-plan-fixture';
import { awsCaseEndpoint } from '../../helpers/case-config';
import type { Case } from '../case';

export const p26: Case = {
  id: 'P26',
  fault: 'an isolated endpoint cannot download from the model hub',
  expected: 'weights from S3, a container without network, and an engine that knows it is offline',
  check() {
    const { modelDataUri, environment } = awsCaseEndpoint();
    assert.match(modelDataUri.value, /^s3:\/\/probe-dev-artifacts-[0-9a-f]{8}\/models\/Qwen\/Qwen3-8B\//);
    assert.strictEqual(environment.value.HF_HUB_OFFLINE, '1');
    assert.strictEqual(environment.value.TRANSFORMERS_OFFLINE, '1');
    const model = onlyResource(endpointTemplate(endpointSlice()), 'AWS::SageMaker::Model').Properties;
    assert.strictEqual(model.EnableNetworkIsolation, true);
    assert.strictEqual(at(model, 'PrimaryContainer', 'ModelDataSource', 'S3DataSource', 'S3DataType'), 'S3Prefix');
  },
};
