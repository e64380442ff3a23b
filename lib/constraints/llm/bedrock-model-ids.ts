/**
 * Ids of the foundation models of Bedrock, by provider, those of retired models included.
 *
 * Sources: ListFoundationModels in every region, kept by mirai73/bedrock-models@3c07e5f of 2026-08-21; FoundationModelIdentifier
 * of aws-cdk-lib 2.276.0, read on 2026-11-30. A form with the length of its context, such as `:28k`, is left out.
 */
export const bedrockModelIds: Readonly<Record<string, string>> = {
  ai21: 'j2-grande-instruct j2-jumbo-instruct j2-mid j2-mid-v1 j2-ultra j2-ultra-v1 jamba-1-5-large-v1:0 jamba-1-5-mini-v1:0 jamba-instruct-v1:0',
  amazon:
    'nova-2-lite-v1:0 nova-2-multimodal-embeddings-v1:0 nova-2-sonic-v1:0 nova-canvas-v1:0 nova-lite-v1:0 nova-micro-v1:0 nova-premier-v1:0 nova-pro-v1:0 nova-reel-v1:0 nova-reel-v1:1 nova-sonic-v1:0 rerank-v1:0 titan-embed-g1-text-02 titan-embed-image-v1 titan-embed-image-v1:0 titan-embed-text-v1 titan-embed-text-v2:0 titan-image-generator-v1 titan-image-generator-v1:0 titan-image-generator-v2:0 titan-text-express-v1 titan-text-lite-v1 titan-text-premier-v1:0 titan-tg1-large',
  anthropic:
    'claude-3-5-haiku-20241022-v1:0 claude-3-5-sonnet-20240620-v1:0 claude-3-5-sonnet-20241022-v2:0 claude-3-7-sonnet-20250219-v1:0 claude-3-haiku-20240307-v1:0 claude-3-opus-20240229-v1:0 claude-3-sonnet-20240229-v1:0 claude-fable-5 claude-fable-5-1 claude-haiku-4-5 claude-haiku-4-5-20251001-v1:0 claude-haiku-5-5 claude-instant-v1 claude-mythos-5 claude-opus-4-1-20250805-v1:0 claude-opus-4-20250514-v1:0 claude-opus-4-5-20251101-v1:0 claude-opus-4-6-v1 claude-opus-4-7 claude-opus-4-8 claude-opus-5 claude-opus-5-5 claude-sonnet-4-20250514-v1:0 claude-sonnet-4-5-20250929-v1:0 claude-sonnet-4-6 claude-sonnet-5 claude-sonnet-5-5 claude-v1 claude-v2 claude-v2:1',
  cohere:
    'command-light-text-v14 command-r-plus-v1:0 command-r-v1:0 command-text-v14 embed-english-v3 embed-multilingual-v3 embed-v4:0 rerank-v3-5:0',
  deepseek: 'r1-v1:0 v3-v1:0 v3.1 v3.2',
  google: 'gemma-3-12b-it gemma-3-27b-it gemma-3-4b-it gemma-4-26b-a4b gemma-4-31b gemma-4-e2b',
  luma: 'ray-v2:0',
  meta: 'llama2-13b-chat-v1 llama2-13b-v1 llama2-70b-chat-v1 llama2-70b-v1 llama3-1-405b-instruct-v1:0 llama3-1-70b-instruct-v1:0 llama3-1-8b-instruct-v1:0 llama3-2-11b-instruct-v1:0 llama3-2-1b-instruct-v1:0 llama3-2-3b-instruct-v1:0 llama3-2-90b-instruct-v1:0 llama3-3-70b-instruct-v1:0 llama3-70b-instruct-v1:0 llama3-8b-instruct-v1:0 llama4-maverick-17b-instruct-v1:0 llama4-scout-17b-instruct-v1:0',
  minimax: 'minimax-m2 minimax-m2.1 minimax-m2.5',
  mistral:
    'devstral-2-123b magistral-small-2509 ministral-3-14b-instruct ministral-3-3b-instruct ministral-3-8b-instruct mistral-7b-instruct-v0:2 mistral-large-2402-v1:0 mistral-large-2407-v1:0 mistral-large-3-675b-instruct mistral-small-2402-v1:0 mixtral-8x7b-instruct-v0:1 pixtral-large-2502-v1:0 voxtral-mini-3b-2507 voxtral-small-24b-2507',
  moonshot: 'kimi-k2-thinking',
  moonshotai: 'kimi-k2-thinking kimi-k2.5',
  nvidia: 'nemotron-nano-12b-v2 nemotron-nano-3-30b nemotron-nano-9b-v2 nemotron-super-3-120b',
  openai:
    'gpt-5.4 gpt-5.4-2026-03-05 gpt-5.5 gpt-5.5-2026-04-23 gpt-5.6-cyber gpt-5.6-luna gpt-5.6-sol gpt-5.6-terra gpt-6-astra gpt-6-luna gpt-6-sol gpt-6.1-sol gpt-daybreak-blue-5.6-sol gpt-oss-120b gpt-oss-120b-1:0 gpt-oss-20b gpt-oss-20b-1:0 gpt-oss-safeguard-120b gpt-oss-safeguard-20b',
  qwen: 'qwen3-235b-a22b-2507 qwen3-235b-a22b-2507-v1:0 qwen3-32b qwen3-32b-v1:0 qwen3-coder-30b-a3b-instruct qwen3-coder-30b-a3b-v1:0 qwen3-coder-480b-a35b-instruct qwen3-coder-480b-a35b-v1:0 qwen3-coder-next qwen3-next-80b-a3b qwen3-next-80b-a3b-instruct qwen3-vl-235b-a22b qwen3-vl-235b-a22b-instruct',
  stability:
    'sd3-5-large-v1:0 sd3-large-v1:0 stable-conservative-upscale-v1:0 stable-creative-upscale-v1:0 stable-diffusion-xl stable-diffusion-xl-v0 stable-diffusion-xl-v1 stable-diffusion-xl-v1:0 stable-fast-upscale-v1:0 stable-image-control-sketch-v1:0 stable-image-control-structure-v1:0 stable-image-core-v1:0 stable-image-core-v1:1 stable-image-erase-object-v1:0 stable-image-inpaint-v1:0 stable-image-remove-background-v1:0 stable-image-search-recolor-v1:0 stable-image-search-replace-v1:0 stable-image-style-guide-v1:0 stable-image-ultra-v1:0 stable-image-ultra-v1:1 stable-outpaint-v1:0 stable-style-transfer-v1:0',
  twelvelabs: 'marengo-embed-2-7-v1:0 marengo-embed-3-0-v1:0 pegasus-1-2-v1:0',
  writer: 'palmyra-vision-7b palmyra-x4-v1:0 palmyra-x5-v1:0',
  xai: 'grok-4.3 grok-4.6',
  zai: 'glm-4.6 glm-4.7 glm-4.7-flash glm-5',
};

/** Day up to which the list is known to be complete. */
export const bedrockModelsAsOf = '2026-11-30';
