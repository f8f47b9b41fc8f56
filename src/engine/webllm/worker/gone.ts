/** Whether the device is lost, or is so in a moment: what fails first is often a call. */
export const isGone = (device: GPUDevice): Promise<boolean> =>
  Promise.race([
    device.lost.then(() => true),
    new Promise<boolean>((resolve) => setTimeout(() => resolve(false), 200)),
  ]);
