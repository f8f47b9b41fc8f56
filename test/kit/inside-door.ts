/**
 * Imported in a worker before anything else: an adapter that has half precision, as far as can be seen
 * from this worker. llama.cpp, in a worker of its own inside, finds with `{ inside: 'none' }` no
 * adapter, and with `{ inside: 'broken' }` a device that refuses its shaders.
 */
const claim = `{
  const has = GPUSupportedFeatures.prototype.has;
  GPUSupportedFeatures.prototype.has = function (name) {
    return name === 'shader-f16' || has.call(this, name);
  };
}
`;
const preludes = {
  none: `GPU.prototype.requestAdapter = () => Promise.resolve(null);\n`,
  broken: `${claim}{
    const requestDevice = GPUAdapter.prototype.requestDevice;
    GPUAdapter.prototype.requestDevice = function (wish = {}) {
      const features = [...(wish.requiredFeatures ?? [])].filter((one) => one !== 'shader-f16');
      return requestDevice.call(this, { ...wish, requiredFeatures: features });
    };
  }
`,
};

let prelude = '';
const createObjectUrl = URL.createObjectURL.bind(URL);
// wllama starts its own worker from a blob.
URL.createObjectURL = (source) =>
  createObjectUrl(
    prelude !== '' && source instanceof Blob && source.type === 'text/javascript'
      ? new Blob([prelude, source], { type: source.type })
      : source,
  );

const has = GPUSupportedFeatures.prototype.has;
globalThis.addEventListener('message', ({ data }) => {
  if (data?.inside !== 'none' && data?.inside !== 'broken') return;
  prelude = preludes[data.inside as keyof typeof preludes];
  GPUSupportedFeatures.prototype.has = function (name) {
    return name === 'shader-f16' || has.call(this, name);
  };
});
