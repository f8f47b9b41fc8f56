/** The parts of a split GGUF, whose names follow from the first: `NAME-00001-of-00003.gguf`. */

const ending = /-(\d{5})-of-(\d{5})\.gguf(?=$|[?#])/i;

/**
 * All parts, in order, where the path or address is that of a first part as `llama-gguf-split` names
 * it; anything else is itself alone. What follows the name (`?download=true`) stays.
 */
export function partsOf(first: string): readonly string[] {
  const found = ending.exec(first);
  const [all, number, count] = found ?? [];
  if (found === null || all === undefined || Number(number) !== 1 || Number(count) < 1) return [first];
  const before = first.slice(0, found.index);
  const after = first.slice(found.index + all.length);
  const extension = all.slice(-'.gguf'.length);
  return Array.from({ length: Number(count) }, (_, at) => {
    const part = String(at + 1).padStart(5, '0');
    return `${before}-${part}-of-${count}${extension}${after}`;
  });
}
