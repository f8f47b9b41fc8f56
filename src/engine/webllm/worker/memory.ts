/**
 * Whether a device has run out of memory, which it never says by itself: web-llm makes each buffer
 * inside error scopes and destroys the device on any error there, so that what reaches us is a lost
 * device. The scopes are web-llm's only ones; what they hold is a buffer that could not be had.
 */

/** Whether a failure's own words speak of memory. */
export const isOfMemory = (reason: string): boolean => /out of memory|allocat/i.test(reason);

/**
 * Watches the device from now on. The result tells why a buffer was refused, or null while none was;
 * `full` is told of one that was refused outside of all scopes, where nothing else would notice.
 */
export function watchMemory(device: GPUDevice, full: (reason: string) => void): () => string | null {
  let refused: string | null = null;
  const pop = device.popErrorScope.bind(device);
  device.popErrorScope = async () => {
    const error = await pop();
    if (error !== null) refused ??= wordsOf(error);
    return error;
  };
  device.addEventListener('uncapturederror', ({ error }) => {
    if (!(error instanceof GPUOutOfMemoryError)) return;
    refused ??= wordsOf(error);
    full(refused);
  });
  return () => refused;
}

const wordsOf = ({ message }: GPUError): string => message || 'a buffer could not be had';
