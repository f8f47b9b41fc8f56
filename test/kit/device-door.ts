/**
 * Imported in a worker before anything else: the message `destroy-device` takes every graphics
 * processor away that was asked for since, as a driver's reset or a full memory would.
 */
const devices: GPUDevice[] = [];
const request = GPUAdapter.prototype.requestDevice;
GPUAdapter.prototype.requestDevice = async function (descriptor) {
  const device = await request.call(this, descriptor);
  devices.push(device);
  return device;
};

globalThis.addEventListener('message', ({ data }) => {
  if (data === 'destroy-device') for (const device of devices) device.destroy();
});
