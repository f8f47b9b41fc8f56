/**
 * The sampler, as one pass on the GPU: from a row of logits to a token and its log-probability, so
 * that a step reads back eight bytes for each sequence instead of the whole vocabulary.
 *
 * One workgroup takes one row. Order of the filters: temperature, top-k, top-p. The k-th largest
 * value and the nucleus are found by bisection over the 32 bits of a value, in the order of the
 * values; numbers equal to the last one that belongs are kept too. The draw is Gumbel-max: the
 * largest of `value + noise`, with noise that a counter-based generator (PCG, Jarzynski and Olano,
 * "Hash Functions for GPU Rendering", 2020) makes from the seed, the step and the token alone. So a
 * row's choice does not depend on the rows beside it. A forced token is not drawn but looked up: its
 * log-probability is what scoring wants.
 */
export const threads = 256;

/** Bytes of one draw: temperature, topP (f32), topK, seed, step, row, forced, padding (u32). */
export const settingBytes = 32;
/** Bytes of one row's result: token (u32), its log-probability at temperature 1 (f32). */
export const resultBytes = 8;

export const chooseKernel = /* wgsl */ `
struct Setting {
  temperature: f32,
  top_p: f32,
  top_k: u32,
  seed: u32,
  step: u32,
  row: u32,
  forced: u32,
  spare: u32,
}
struct Choice { token: u32, logprob: f32 }
struct Sizes { vocab: u32, first: u32, spare_a: u32, spare_b: u32 }

@group(0) @binding(0) var<storage, read> logits: array<f32>;
@group(0) @binding(1) var<storage, read> settings: array<Setting>;
@group(0) @binding(2) var<storage, read_write> choices: array<Choice>;
@group(0) @binding(3) var<uniform> sizes: Sizes;

const THREADS = ${threads}u;
const NONE = 0xffffffffu;

var<workgroup> numbers: array<f32, THREADS>;
var<workgroup> tokens: array<u32, THREADS>;

fn value(start: u32, i: u32) -> f32 { return logits[start + i]; }

/// Unsigned numbers in the order of the floats.
fn ordered(x: f32) -> u32 {
  let bits = bitcast<u32>(x);
  return select(bits | 0x80000000u, ~bits, (bits & 0x80000000u) != 0u);
}

fn sum_all(thread: u32, mine: f32) -> f32 {
  numbers[thread] = mine;
  workgroupBarrier();
  for (var half = THREADS / 2u; half > 0u; half = half / 2u) {
    if (thread < half) { numbers[thread] += numbers[thread + half]; }
    workgroupBarrier();
  }
  let total = numbers[0];
  workgroupBarrier();
  return total;
}

/// Largest number of all threads and its token; of equal ones the smaller token.
fn best_all(thread: u32, mine: f32, token: u32) -> Choice {
  numbers[thread] = mine;
  tokens[thread] = token;
  workgroupBarrier();
  for (var half = THREADS / 2u; half > 0u; half = half / 2u) {
    if (thread < half) {
      let other = numbers[thread + half];
      let its = tokens[thread + half];
      let more = other > numbers[thread] || (other == numbers[thread] && its < tokens[thread]);
      if (more) { numbers[thread] = other; tokens[thread] = its; }
    }
    workgroupBarrier();
  }
  let best = Choice(tokens[0], numbers[0]);
  workgroupBarrier();
  return best;
}

fn pcg3d(input: vec3<u32>) -> vec3<u32> {
  var v = input * 1664525u + 1013904223u;
  v.x += v.y * v.z; v.y += v.z * v.x; v.z += v.x * v.y;
  v ^= v >> vec3<u32>(16u);
  v.x += v.y * v.z; v.y += v.z * v.x; v.z += v.x * v.y;
  return v;
}

/// Standard Gumbel noise of a token.
fn noise(seed: u32, step: u32, token: u32) -> f32 {
  let bits = pcg3d(vec3<u32>(token, step, seed)).x;
  let chance = min((f32(bits) + 0.5) * (1.0 / 4294967296.0), 0.9999999);
  // The largest noise decides the draw, so the precision has to be where the exponential variate is
  // small: there the logarithm of a number near one would lose it, and its series does not.
  let series = chance * (1.0 + chance * (0.5 + chance / 3.0));
  let exponential = select(-log(1.0 - chance), series, chance < 0.01);
  return -log(exponential);
}

@compute @workgroup_size(${threads})
fn choose(
  @builtin(local_invocation_index) thread: u32,
  @builtin(workgroup_id) group: vec3<u32>,
) {
  let setting = settings[group.x];
  let vocab = sizes.vocab;
  let start = sizes.first + setting.row * vocab;

  var highest = -3.4e38;
  var at = NONE;
  for (var i = thread; i < vocab; i += THREADS) {
    let x = value(start, i);
    if (x > highest) { highest = x; at = i; }
  }
  let top = best_all(thread, highest, at);
  let peak = top.logprob;

  var mine = 0.0;
  for (var i = thread; i < vocab; i += THREADS) { mine += exp(value(start, i) - peak); }
  let log_sum = log(sum_all(thread, mine));

  var token = top.token;
  if (setting.forced != NONE) {
    token = setting.forced;
  } else if (setting.temperature > 0.0) {
    let scale = 1.0 / setting.temperature;
    var least = 0u;
    if (setting.top_k > 0u && setting.top_k < vocab) {
      // The largest bound that at least k values reach.
      var kept = 0u;
      for (var bit = 0u; bit < 32u; bit += 1u) {
        let trial = kept | (0x80000000u >> bit);
        var count = 0.0;
        for (var i = thread; i < vocab; i += THREADS) {
          count += select(0.0, 1.0, ordered(value(start, i)) >= trial);
        }
        if (sum_all(thread, count) >= f32(setting.top_k)) { kept = trial; }
      }
      least = kept;
    }
    if (setting.top_p < 1.0) {
      var part = 0.0;
      for (var i = thread; i < vocab; i += THREADS) {
        let x = value(start, i);
        part += select(0.0, exp((x - peak) * scale), ordered(x) >= least);
      }
      let needed = setting.top_p * sum_all(thread, part);
      // The largest bound that leaves enough of the probability.
      var kept = 0u;
      for (var bit = 0u; bit < 32u; bit += 1u) {
        let trial = kept | (0x80000000u >> bit);
        var mass = 0.0;
        for (var i = thread; i < vocab; i += THREADS) {
          let x = value(start, i);
          mass += select(0.0, exp((x - peak) * scale), ordered(x) >= max(trial, least));
        }
        if (sum_all(thread, mass) >= needed) { kept = trial; }
      }
      least = max(kept, least);
    }
    var drawn = -3.4e38;
    var pick = NONE;
    for (var i = thread; i < vocab; i += THREADS) {
      let x = value(start, i);
      if (ordered(x) >= least) {
        let score = (x - peak) * scale + noise(setting.seed, setting.step, i);
        if (score > drawn) { drawn = score; pick = i; }
      }
    }
    token = best_all(thread, drawn, pick).token;
  }
  if (thread == 0u) {
    choices[group.x] = Choice(token, value(start, token) - peak - log_sum);
  }
}
`;
