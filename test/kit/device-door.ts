/**
 * Imported in a worker before anything else. `destroy-device` takes every graphics processor away
 * that was asked for since, as a driver's reset would; `{ bufferLimit }` lets it fail, as full
 * memory would, where a larger buffer is wanted; `{ config }` is what the address of a model's config
 * answers.
 */
const devices: GPUDevice[] = [];
let bufferLimit = Infinity;

const requestDevice = GPUAdapter.prototype.requestDevice;
GPUAdapter.prototype.requestDevice = async function (descriptor) {
  const device = await requestDevice.call(this, descriptor);
  devices.push(device);
  return device;
};

const createBuffer = GPUDevice.prototype.createBuffer;
GPUDevice.prototype.createBuffer = function (descriptor) {
  // No device has a buffer of this size.
  const size = descriptor.size > bufferLimit ? 2 ** 48 : descriptor.size;
  return createBuffer.call(this, { ...descriptor, size });
};

let config: string | null = null;
const fetchIt = globalThis.fetch;
globalThis.fetch = async (input, init) => {
  const url = input instanceof Request ? input.url : String(input);
  if (config !== null && url.endsWith('mlc-chat-config.json')) return new Response(config);
  return fetchIt(input, init);
};

globalThis.addEventListener('message', ({ data }) => {
  if (data === 'destroy-device') for (const device of devices) device.destroy();
  if (typeof data?.config === 'string') config = data.config;
  if (typeof data?.bufferLimit === 'number') bufferLimit = data.bufferLimit;
});
