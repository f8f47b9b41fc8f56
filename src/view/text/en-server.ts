/** The words around servers, in English. */
export const serverTexts = {
  heading: 'On a server',
  text:
    'Any server with the interface of OpenAI: vLLM, llama.cpp, Ollama, or one that you rent. It decodes ' +
    'many answers at once, and models that fit no laptop.',
  address: 'Address',
  placeholder: 'http://localhost:8080/v1',
  key: 'Key',
  keyHint: 'Kept in this tab until you close it, and sent to this server alone. Leave it empty where none is asked for.',
  invalid:
    'Give the address of its interface, such as “https://host/v1”: by https, or http on this machine, ' +
    'without a name, a key or a query in it.',
  next: 'Look at its models',
  /** Said before the first byte goes there, and while a model of it is loaded. */
  ask: (host: string) => `Send your questions to ${host}?`,
  leaves: (host: string) =>
    `Text leaves this machine: ${host} is sent every question, prompt and answer, and your network address.`,
  confirm: (host: string) => `Ask ${host}`,
  cancel: 'Not now',
  looking: (host: string) => `Asking ${host} for its models …`,
  stop: 'Stop',
  model: 'Model',
  none: (host: string) => `${host} offers no model.`,
  concurrency: 'Requests at once',
  concurrencyHint:
    'How many answers the server is asked for at the same time: 1 to 64. Over plain HTTP a browser opens ' +
    'six connections to one server, and further requests wait for them.',
  load: (name: string) => `Use ${name}`,
  other: 'Another server',
  untold: {
    lead: 'This server does not tell',
    and: 'and',
    weights: 'which weights it runs',
    logprobs: 'log-probabilities',
    context: 'how much it reads at once (4,096 tokens are assumed)',
    sampling: 'whether it cuts the sampling by defaults of its own',
  },
};
